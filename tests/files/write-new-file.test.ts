import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { newFile } from '../../src/files/write-new-file.js';
import { temporaryFolder } from '../support/catalog.js';

it('writes a file in a folder that was not there, and nothing before', async () => {
  const path = join(temporaryFolder(), 'a', 'b.json');
  const file = await newFile(path);
  expect(existsSync(path)).toBe(false);
  await file.write('{}\n');
  expect(readFileSync(path, 'utf8')).toBe('{}\n');
  expect(readdirSync(join(path, '..'))).toEqual(['b.json']);
});

it('refuses what is there already, a file or a folder, and leaves it as it is', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'mine.json');
  writeFileSync(path, 'mine');
  await expect(newFile(path)).rejects.toThrow(`${path} exists already, and nothing is written over it`);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  mkdirSync(join(folder, 'd'));
  await expect(newFile(join(folder, 'd'))).rejects.toThrow('exists already');
});

it('refuses what somebody has put there meanwhile', async () => {
  const path = join(temporaryFolder(), 'x.json');
  const file = await newFile(path);
  writeFileSync(path, 'theirs');
  await expect(file.write('ours')).rejects.toThrow('exists already');
  expect(readFileSync(path, 'utf8')).toBe('theirs');
});

it('a file where the folder should be is told before any work', async () => {
  const path = join(temporaryFolder(), 'file');
  writeFileSync(path, '');
  await expect(newFile(join(path, 'x.json'))).rejects.toThrow('Cannot write');
});
