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

it.skipIf(process.platform === 'win32')(
  'closes a new folder, and in one that was there only what it keeps',
  async () => {
    await mkdir(join(temp, 'open'), { mode: 0o755 });
    const mode = async (path: string) => (await stat(path)).mode & 0o777;
    expect(await mode(await resolveHome(join(temp, 'new/deep')))).toBe(0o700);
    const home = await resolveHome(join(temp, 'open'));
    expect(await mode(home)).toBe(0o755);
    const { templates, datasets, files } = homePlaces(home);
    for (const place of [templates, datasets, files]) expect(await mode(place)).toBe(0o700);
  },
);

it('says in one sentence that the home folder cannot be used', async () => {
  await writeFile(join(temp, 'file'), '');
  await expect(resolveHome(join(temp, 'file', 'home'))).rejects.toThrow(
    /^Cannot use .*home as the home folder: .*; see --home and FALSEMATCH_HOME\.$/,
  );
});

it('keeps everything below the home folder', () => {
  expect(Object.values(homePlaces('/h'))).toEqual(
    ['files', 'datasets', 'templates', 'devices', 'cards/models', 'cards/datasets'].map((name) => join('/h', name)),
  );
});
