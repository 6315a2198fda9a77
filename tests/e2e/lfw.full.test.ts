import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { matedPlaces, scoredSystem } from '../../src/results/all-pairs/all-pairs-scores.js';
import { readRun } from '../../src/results/read-run.js';
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
/** About half of the templates of mobilefacenet-y1 that a part of the list needs: some 1,900 of about 900 bytes. */
const HALF = 850_000;

/** A home folder without templates, with the models that come by npm. */
function newHome(): Record<string, string> {
  const home = temporaryFolder();
  cpSync(join(TEST_HOME, 'files'), join(home, 'files'), { recursive: true });
  return { FALSEMATCH_HOME: home, FALSEMATCH_MIRROR: process.env.FALSEMATCH_MIRROR ?? '' };
}

const run = (suite: string, out: string, env: Record<string, string>, ...more: string[]) =>
  cli(['run', suite, '--offline', '--out', out, ...more], { cwd: folder, env });

/** The suite with a part of its list of pairs alone, for the runs that extract everything again. */
function partOfView(): string {
  const suite = parse(readFileSync(join(RESULTS, '..', 'suites', 'lfw.yaml'), 'utf8'));
  const [view] = suite.tasks;
  const task = { ...view, pairs: { from: view.pairs, mated: 500, nonMated: 500 } };
  writeFileSync(join(folder, 'part.yaml'), stringify({ ...suite, tasks: [task] }));
  return 'part.yaml';
}

const env = lfw ? newHome() : {};
const part = partOfView();
const Y1 = ['--models', 'mobilefacenet-y1'];

beforeAll(async () => {
  if (!lfw) return;
  expect(await run('lfw', 'all', env, '--workers', '2')).toMatchObject({ code: 0 });
  expect(await run(part, 'two', env, ...Y1)).toMatchObject({ code: 0 });
}, HOUR);

it.skipIf(!lfw)('reproduces the published run of all models on all of LFW: View 2, every pair and BLUFR', async () => {
  const { code, stdout } = await cli(['verify', 'all', '--against', PUBLISHED, '--tolerance', '5'], { cwd: folder });
  expect([code, stdout]).toEqual([0, expect.stringContaining('Reproduced')]);
});

it.each(['lfw', 'lfw-gender'])(
  'verifies the published run %s',
  async (name) => {
    const { code, stdout } = await cli(['verify', join(RESULTS, name)], { cwd: folder });
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
    expect(await run(part, 'one', newHome(), ...Y1, '--workers', '1')).toMatchObject({ code: 0 });
    expect(runBytes(join(folder, 'one'))).toEqual(runBytes(join(folder, 'two')));
  },
  HOUR,
);

it.skipIf(!lfw)(
  'every pair and every search come out the same from one worker and from two',
  async () => {
    expect(await run('lfw', 'counted-two', env, ...Y1, '--workers', '2')).toMatchObject({ code: 0 });
    expect(await run('lfw', 'counted-one', env, ...Y1, '--workers', '1')).toMatchObject({ code: 0 });
    expect(runBytes(join(folder, 'counted-one'))).toEqual(runBytes(join(folder, 'counted-two')));
  },
  HOUR,
);

it.skipIf(!lfw)('all pairs hold the pairs of the list, with the very scores', async () => {
  const { tables } = await readRun(join(folder, 'all'));
  const listed = tables.get('view2')?.systems.get('mobilefacenet-y1')?.comparisons ?? [];
  const own = tables.get('all-pairs')?.systems.get('mobilefacenet-y1');
  const system = own && scoredSystem(own);
  if (!own || !system) throw new Error('there are no tables of all pairs');
  const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const scores = new Map<string, number>();
  const add = (first: Int32Array, second: Int32Array, all: Float32Array) => {
    for (const [k, score] of all.entries()) {
      scores.set(key(own.samples[first[k] ?? 0]?.sample ?? '', own.samples[second[k] ?? 0]?.sample ?? ''), score);
    }
  };
  const { mated, tail } = system.tables;
  const places = matedPlaces(system.subjects);
  add(places.first, places.second, mated);
  add(tail.first, tail.second, tail.scores);
  const found = listed.filter(({ a, b }) => scores.has(key(a, b)));
  // Of the non-mated comparisons only the highest are kept one by one.
  expect(found.filter((one) => one.mated)).toHaveLength(3000);
  expect(found.map(({ a, b }) => scores.get(key(a, b)))).toEqual(found.map(({ score }) => score));
});

it.skipIf(!lfw)(
  'killed half-way and started again, it writes the same bytes',
  async () => {
    const fresh = newHome();
    let timer: NodeJS.Timeout | undefined;
    const killed = await cli(['run', part, '--offline', '--out', 'killed', ...Y1], {
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
    const { stdout } = await run(part, 'killed', fresh, ...Y1);
    expect(Number(/(\d+) from the cache/.exec(stdout)?.[1])).toBeGreaterThan(700);
    expect(runBytes(join(folder, 'killed'))).toEqual(runBytes(join(folder, 'two')));
  },
  HOUR,
);
