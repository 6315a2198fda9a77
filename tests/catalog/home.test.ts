import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { homePlaces, resolveHome } from '../../src/catalog/home.js';
import { tempFolder } from './support/temp.js';

const temp = tempFolder();
afterEach(() => vi.unstubAllEnvs());

it('takes the option, then FALSEMATCH_HOME, then the cache folder of the platform', async () => {
  vi.stubEnv('FALSEMATCH_HOME', join(temp, 'variable'));
  expect(await resolveHome(join(temp, 'option'))).toBe(join(temp, 'option'));
  expect(await resolveHome()).toBe(join(temp, 'variable'));
  vi.stubEnv('FALSEMATCH_HOME', '');
  vi.stubEnv('XDG_CACHE_HOME', join(temp, 'cache'));
  if (process.platform === 'linux') expect(await resolveHome()).toBe(join(temp, 'cache', 'falsematch'));
});

it.skipIf(process.platform === 'win32')('closes the folder to everybody else, also one that was open', async () => {
  await mkdir(join(temp, 'open'), { mode: 0o755 });
  for (const name of ['open', 'new/deep']) {
    expect((await stat(await resolveHome(join(temp, name)))).mode & 0o777).toBe(0o700);
  }
});

it('says in one sentence that the home folder cannot be used', async () => {
  await writeFile(join(temp, 'file'), '');
  await expect(resolveHome(join(temp, 'file', 'home'))).rejects.toThrow(
    /^Cannot use .*home as the home folder: .*; see --home and FALSEMATCH_HOME\.$/,
  );
});

it('keeps everything below the home folder', () => {
  expect(Object.values(homePlaces('/h'))).toEqual(
    ['files', 'datasets', 'templates', 'cards/models', 'cards/datasets'].map((name) => join('/h', name)),
  );
});
