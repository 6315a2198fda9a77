import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from '../../src/files/walk.js';
import { tempFolder } from '../catalog/support/temp.js';

const temp = tempFolder();

it('lists regular files by their bytes, with forward slashes, and follows no link', async () => {
  const root = join(temp, 'root');
  await mkdir(join(root, 'b', 'c'), { recursive: true });
  await mkdir(join(root, 'empty'));
  for (const name of ['b/c/2.jpg', 'b/c.txt', 'Z', 'a']) await writeFile(join(root, name), '');
  await symlink(temp, join(root, 'loop'));
  await symlink(join(root, 'a'), join(root, 'link'));
  expect(await listFiles(root)).toEqual(['Z', 'a', 'b/c.txt', 'b/c/2.jpg']);
});

it('says in one sentence that a folder is missing or is a file', async () => {
  await writeFile(join(temp, 'file'), '');
  await expect(listFiles(join(temp, 'none'))).rejects.toThrow(/Cannot read the folder .*none: there is no such folder/);
  await expect(listFiles(join(temp, 'file'))).rejects.toThrow(/file: it is not a folder/);
});
