import { createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeFileAtomic } from '../../src/files/atomic-write.js';
import { FalsematchError } from '../../src/files/errors.js';
import { writeProblem } from '../../src/files/write-problem.js';
import { tempFolder } from '../catalog/support/temp.js';

const temp = tempFolder();

it('writes a file whole, makes its folder, replaces an older one and leaves nothing beside', async () => {
  const path = join(temp, 'new', 'a.json');
  await writeFileAtomic(path, 'one');
  await writeFileAtomic(path, Buffer.from('two'));
  expect(await readFile(path, 'utf8')).toBe('two');
  expect(await readdir(join(temp, 'new'))).toEqual(['a.json']);
});

it('leaves the older file and nothing else when it fails', async () => {
  const folder = join(temp, 'taken');
  await mkdir(join(folder, 'a', 'full'), { recursive: true });
  await expect(writeFileAtomic(join(folder, 'a'), 'x')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['a']);
});

it('says in one sentence that a part of the path is a file', async () => {
  await writeFile(join(temp, 'file'), '');
  const failure = writeFileAtomic(join(temp, 'file', 'b.json'), 'x');
  await expect(failure).rejects.toThrow(FalsematchError);
  await expect(failure).rejects.toThrow(/Cannot write .*b\.json: a file is in the way.*choose another folder\.$/);
});

// The administrator may write everywhere, so there the permission cannot be missing.
it.skipIf(process.getuid?.() === 0)('says in one sentence that writing is not allowed', async () => {
  const locked = join(temp, 'locked');
  await mkdir(locked);
  await chmod(locked, 0o500);
  await expect(writeFileAtomic(join(locked, 'a'), 'x')).rejects.toThrow(/writing there is not allowed/);
});

it.skipIf(!existsSync('/dev/full'))('says in one sentence that the disk is full', async () => {
  const thrown = await new Promise<unknown>((resolve) => {
    createWriteStream('/dev/full').on('error', resolve).end('x');
  });
  const problem = writeProblem(thrown, '/out/run.json');
  expect(problem).toBeInstanceOf(FalsematchError);
  expect((problem as Error).message).toBe(
    'Cannot write /out/run.json: the disk is full; free some space or choose a folder on another disk.',
  );
});

it('gives a failure that the user cannot mend back as it is', () => {
  const bug = new RangeError('x');
  expect(writeProblem(bug, '/a')).toBe(bug);
});
