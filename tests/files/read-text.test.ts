import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readText } from '../../src/files/read-text.js';
import { temporaryFolder } from '../support/catalog.js';

it('reads text as UTF-8', async () => {
  const path = join(temporaryFolder(), 'text');
  writeFileSync(path, 'Šećer\n');
  expect(await readText(path)).toBe('Šećer\n');
});

it('says in one sentence why a file cannot be read', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'folder'));
  writeFileSync(join(folder, 'file'), '');
  const reading = (name: string) => readText(join(folder, name));
  await expect(reading('none')).rejects.toThrow(`Cannot read ${join(folder, 'none')}: there is no such file`);
  await expect(reading('folder')).rejects.toThrow('it is a folder; name a file.');
  await expect(reading('file/inner')).rejects.toThrow('a part of the path is a file, not a folder');
});

it('refuses what is not UTF-8, in which two names could become one', async () => {
  const path = join(temporaryFolder(), 'latin');
  writeFileSync(path, Buffer.from([0x61, 0xe9, 0x0a]));
  await expect(readText(path)).rejects.toThrow(`Cannot read ${path}: it is not UTF-8; save it as UTF-8.`);
});
