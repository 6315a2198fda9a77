import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { temporaryFolder } from '../support/catalog.js';
import { cli } from '../support/cli.js';
import { mirrorFile } from '../support/mirror.js';
import { npmFile } from '../support/npm-file.js';
import { runBytes, templateBytes } from '../support/run-bytes.js';
import { TEST_HOME } from '../support/test-home.js';

const lfw = mirrorFile('lfw-deepfunneled.tgz') && npmFile('fr_feature.onnx');
const RESULTS = join(import.meta.dirname, '..', '..', 'results');
const PUBLISHED = join(RESULTS, 'lfw');
const folder = temporaryFolder();
const HOUR = 3_600_000;
/** Half of the templates of mobilefacenet-y1: 7,701 of about 900 bytes. */
const HALF = 3_500_000;

/** A home folder without templates, with the models that come by npm. */
function newHome(): Record<string, string> {
  const home = temporaryFolder();
  cpSync(join(TEST_HOME, 'files'), join(home, 'files'), { recursive: true });
  return { FALSEMATCH_HOME: home, FALSEMATCH_MIRROR: process.env.FALSEMATCH_MIRROR ?? '' };
}

const run = (out: string, env: Record<string, string>, ...more: string[]) =>
  cli(['run', 'lfw', '--offline', '--out', out, ...more], { cwd: folder, env });

const env = lfw ? newHome() : {};

beforeAll(async () => {
  if (!lfw) return;
  expect(await run('all', env, '--workers', '2')).toMatchObject({ code: 0 });
  expect(await run('two', env, '--models', 'mobilefacenet-y1')).toMatchObject({ code: 0 });
}, HOUR);

it.skipIf(!lfw)('reproduces the published run of all models on all of LFW View 2', async () => {
  const { code, stdout } = await cli(['verify', 'all', '--against', PUBLISHED, '--tolerance', '5'], { cwd: folder });
  expect([code, stdout]).toEqual([0, expect.stringContaining('Reproduced')]);
});

it(
  'verifies the published run by gender',
  async () => {
    const { code, stdout } = await cli(['verify', join(RESULTS, 'lfw-gender')], { cwd: folder });
    expect([code, stdout]).toEqual([0, expect.stringContaining('Verified')]);
  },
  HOUR,
);

it.skipIf(!lfw).each(['london', 'lfw-gender'])(
  'reproduces the published run %s',
  async (suite) => {
    const ran = await cli(['run', suite, '--offline', '--out', suite], { cwd: folder, env });
    expect(ran).toMatchObject({ code: 0 });
    const against = ['--against', join(RESULTS, suite), '--tolerance', '5'];
    const { code, stdout } = await cli(['verify', suite, ...against], { cwd: folder });
    expect([code, stdout]).toEqual([0, expect.stringContaining('Reproduced')]);
  },
  HOUR,
);

it.skipIf(!lfw)(
  'one worker writes the bytes that two wrote',
  async () => {
    expect(await run('one', newHome(), '--models', 'mobilefacenet-y1', '--workers', '1')).toMatchObject({ code: 0 });
    expect(runBytes(join(folder, 'one'))).toEqual(runBytes(join(folder, 'two')));
  },
  HOUR,
);

it.skipIf(!lfw)(
  'killed half-way and started again, it writes the same bytes',
  async () => {
    const fresh = newHome();
    let timer: NodeJS.Timeout | undefined;
    const killed = await cli(['run', 'lfw', '--offline', '--out', 'killed', '--models', 'mobilefacenet-y1'], {
      cwd: folder,
      env: fresh,
      onStderr: (_, kill) => {
        timer ??= setInterval(() => {
          if (templateBytes(fresh.FALSEMATCH_HOME ?? '') > HALF) kill('SIGKILL');
        }, 500);
      },
    });
    clearInterval(timer);
    expect(killed.signal).toBe('SIGKILL');
    const { stdout } = await run('killed', fresh, '--models', 'mobilefacenet-y1');
    expect(Number(/(\d+) from the cache/.exec(stdout)?.[1])).toBeGreaterThan(3000);
    expect(runBytes(join(folder, 'killed'))).toEqual(runBytes(join(folder, 'two')));
  },
  HOUR,
);
