import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stageFolder } from '../../src/files/stage-folder.js';
import { tempFolder } from '../catalog/support/temp.js';

const temp = tempFolder();

it('shows nothing at the place until it is committed, then everything', async () => {
  const target = join(temp, 'one', 'run');
  const stage = await stageFolder(target);
  await writeFile(join(stage.path, 'a'), 'x');
  expect((await readdir(join(temp, 'one'))).every((name) => name.startsWith('.'))).toBe(true);
  await stage.commit();
  await stage.discard();
  expect(await readFile(join(target, 'a'), 'utf8')).toBe('x');
  expect(await readdir(join(temp, 'one'))).toEqual(['run']);
});

it('leaves nothing behind when it is discarded', async () => {
  const stage = await stageFolder(join(temp, 'two', 'run'));
  await writeFile(join(stage.path, 'a'), 'x');
  await stage.discard();
  expect(await readdir(join(temp, 'two'))).toEqual([]);
});

it('takes an empty folder and refuses one with something in it, and a file, before any work', async () => {
  const target = join(temp, 'three');
  await mkdir(target);
  const stage = await stageFolder(target);
  await writeFile(join(target, 'late'), '');
  await expect(stage.commit()).rejects.toThrow(/exists already and is not empty/);
  await stage.discard();
  await expect(stageFolder(target)).rejects.toThrow(/three exists already and is not empty; choose another or remove/);
  await expect(stageFolder(join(target, 'late'))).rejects.toThrow(/late is a file, where a folder is to be made/);
  expect(await readdir(target)).toEqual(['late']);
});

it('fills an empty folder that was there, and leaves nothing beside it', async () => {
  const target = join(temp, 'filled', 'out');
  await mkdir(target, { recursive: true });
  const stage = await stageFolder(target);
  await writeFile(join(stage.path, 'a.txt'), 'a');
  await stage.commit();
  expect(await readFile(join(target, 'a.txt'), 'utf8')).toBe('a');
  expect(await readdir(join(target, '..'))).toEqual(['out']);
});
