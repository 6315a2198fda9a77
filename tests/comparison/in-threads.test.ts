import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { allPairs } from '../../src/comparison/all-pairs.js';
import { effortOf } from '../../src/comparison/block-pool.js';
import { scorePairs } from '../../src/comparison/pair-scores.js';
import { search } from '../../src/comparison/search.js';
import { someSubjects, templateAt, unitTemplates } from './brute-force.js';

// Tests before this one may have loaded what is replaced here, and those after it must not find it replaced.
vi.hoisted(() => vi.resetModules());
afterAll(() => vi.resetModules());
vi.mock('../../src/workers/entry.js', () => ({
  workerEntry: () => fileURLToPath(new URL('../fixtures/workers/comparison.mjs', import.meta.url)),
}));

/** Large enough for worker threads: templates that are mostly zeros, so that a double loop is quick. */
const [COUNT, DIMENSIONS, USED] = [1900, 4000, 16];
const few = unitTemplates(COUNT, USED, 1);
const templates = { data: new Float32Array(COUNT * DIMENSIONS), dimensions: DIMENSIONS };
for (let k = 0; k < COUNT; k += 1) templates.data.set(templateAt(few, k), k * DIMENSIONS);
const subjects = someSubjects(COUNT, 700, 1);
const everybody = Int32Array.from({ length: COUNT }, (_, k) => k);
const gallery = { templates, subjects: everybody };

/** Threads of earlier tests may end meanwhile; there must be no more of them. */
const threads = () => process.getActiveResourcesInfo().filter((resource) => resource === 'MessagePort').length;

describe('work that is too much for one thread', () => {
  it('is that', () => expect(effortOf((COUNT * (COUNT - 1)) / 2, DIMENSIONS)).toBeGreaterThan(6e9));

  it('gives the same bits in one worker, in two and in other tiles, which are those of a list of pairs', async () => {
    const before = threads();
    const one = await allPairs(templates, subjects, { workers: 1 });
    expect(await allPairs(templates, subjects, { workers: 2, tile: { rows: 100, columns: 300 } })).toEqual(one);
    expect(threads()).toBeLessThanOrEqual(before);
  });

  it('gives the bits that a list of pairs gives', async () => {
    const { scores, first, second } = (await allPairs(templates, subjects, { similarity: 'dot' })).tail;
    const some = Array.from({ length: 300 }, (_, k) => k * 37);
    const pairs = some.map((at) => ({
      probe: templateAt(templates, first[at] ?? 0),
      reference: templateAt(templates, second[at] ?? 0),
    }));
    expect(await scorePairs(pairs)).toEqual(Float32Array.from(some, (at) => scores[at] ?? 0));
  });

  it('finds the same in one worker, in two and in other tiles', async () => {
    const one = await search(gallery, gallery, { workers: 1 });
    expect(await search(gallery, gallery, { workers: 2, tile: { rows: 100, columns: 300 } })).toEqual(one);
    expect([...one.candidate.filter((_, at) => at % one.k === 0)]).toEqual([...everybody]);
    expect(one.mateRank.every((rank) => rank === 1)).toBe(true);
  });

  it('stops when it is aborted, at once or on the way', async () => {
    const before = threads();
    await expect(allPairs(templates, subjects, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      kind: 'interrupted',
    });
    const controller = new AbortController();
    const run = search(gallery, gallery, {
      signal: controller.signal,
      workers: 1,
      tile: { rows: 64, columns: 256 },
      onProgress: (done) => done > 0 && controller.abort(),
    });
    await expect(run).rejects.toMatchObject({ kind: 'interrupted' });
    expect(threads()).toBeLessThanOrEqual(before);
  });

  it('leaves no thread behind when templates turn out to be wrong', async () => {
    const before = threads();
    const wrong = { ...templates, data: templates.data.slice() };
    wrong.data[DIMENSIONS * (COUNT - 1)] = Number.NaN;
    await expect(allPairs(wrong, subjects)).rejects.toThrow(`template ${COUNT - 1} holds a number that is not finite`);
    await expect(search(gallery, { ...gallery, templates: wrong })).rejects.toThrow(
      `The probe template ${COUNT - 1} holds`,
    );
    expect(threads()).toBeLessThanOrEqual(before);
  });
});

describe('a worker that fails', () => {
  afterEach(() => vi.unstubAllEnvs());
  const marker = () => join(mkdtempSync(join(tmpdir(), 'falsematch-')), 'fell');
  const fails = (how: string) => vi.stubEnv('FALSEMATCH_TEST_FAIL', how);

  it.each(['throw', 'exit'])('does its block once more, with the same result, after %s', async (how) => {
    const undisturbed = await allPairs(templates, subjects, { workers: 2 });
    fails(`${how}:${marker()}`);
    expect(await allPairs(templates, subjects, { workers: 2 })).toEqual(undisturbed);
    const found = await search(gallery, gallery, { workers: 2 });
    fails(`${how}:${marker()}`);
    expect(await search(gallery, gallery, { workers: 2 })).toEqual(found);
  });

  it.each([
    ['throw', 'this block always fails'],
    ['exit', 'exited with code'],
  ])('rejects when it fails twice by %s, and names the block', async (how, message) => {
    const before = threads();
    fails(how);
    await expect(allPairs(templates, subjects, { workers: 2 })).rejects.toThrow(
      new RegExp(`^A worker failed on samples 0 to 255: .*${message}`),
    );
    await expect(search(gallery, gallery, { workers: 2 })).rejects.toThrow(
      new RegExp(`^A worker failed on searches 0 to 949: .*${message}`),
    );
    expect(threads()).toBeLessThanOrEqual(before);
  });
});
