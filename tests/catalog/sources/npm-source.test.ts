import { spawnSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { fetchNpmMember, parseNpmSource } from '../../../src/catalog/sources/npm-source.js';
import { sha256OfFile } from '../../../src/files/digest.js';
import { tempFolder } from '../support/temp.js';

const temp = tempFolder();
afterEach(() => vi.unstubAllEnvs());

/** Whether the user's npm can reach its registry; without it there is nothing to fetch from. */
const npmWorks =
  spawnSync('npm', ['view', 'faceplugin-face-recognition-js@0.0.1', 'name'], { timeout: 20_000 }).status === 0;

it('takes a source apart, with and without a scope', () => {
  expect(parseNpmSource('npm:a-b@0.0.1#model/x.onnx')).toEqual({ spec: 'a-b@0.0.1', path: 'model/x.onnx' });
  expect(parseNpmSource('npm:@s/p@1.2.3-rc.1#a#b')).toEqual({ spec: '@s/p@1.2.3-rc.1', path: 'a#b' });
});

it.each(['npm:-x@1.0.0#a', 'npm:a&calc@1.0.0#a', 'npm:a@1.0.0 --x#a', 'npm:a@latest#a', 'npm:a@1.0.0'])(
  'refuses %s',
  (source) => {
    expect(() => parseNpmSource(source)).toThrow(/is not an npm source; write npm:/);
  },
);

it('says that npm is missing', async () => {
  vi.stubEnv('PATH', temp);
  await expect(fetchNpmMember('npm:missing-npm@1.0.0#a', join(temp, 'a'))).rejects.toThrow(
    /the command npm is not there/,
  );
});

it('gives the reason when npm fails', async () => {
  vi.stubEnv('npm_config_registry', 'http://127.0.0.1:9/');
  vi.stubEnv('npm_config_fetch_retries', '0');
  vi.stubEnv('npm_config_cache', join(temp, 'cache'));
  await expect(fetchNpmMember('npm:nothing-here@1.0.0#a', join(temp, 'a'))).rejects.toThrow(
    /npm pack ended with 1 \(.*ECONNREFUSED/,
  );
});

it.skipIf(!npmWorks)(
  'fetches a package once for two of its files, and names a file that it does not hold',
  async () => {
    const source = 'npm:faceplugin-face-recognition-js@0.0.1#model/';
    await mkdir(join(temp, 'out'));
    await fetchNpmMember(`${source}fr_landmark.onnx`, join(temp, 'out', 'l'));
    // With npm gone, only the package that was fetched before can still give its files.
    vi.stubEnv('PATH', temp);
    await fetchNpmMember(`${source}fr_detect.onnx`, join(temp, 'out', 'd'));
    expect(await sha256OfFile(join(temp, 'out', 'l'))).toBe(
      'f10b0ba1d2a8a099adefede1ebf3733e44fe370715e7303dbeb7f59c02142258',
    );
    expect(await sha256OfFile(join(temp, 'out', 'd'))).toBe(
      '6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854',
    );
    await expect(fetchNpmMember(`${source}none`, join(temp, 'n'))).rejects.toThrow(
      /the package holds no file model\/none/,
    );
  },
);
