import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { TaskCondition } from '../../src/benchmark/conditions/expand-conditions.js';
import { measureTask, prepareTask } from '../../src/benchmark/measure-task.js';
import { type SuiteTask, suiteSchema, taskSchema } from '../../src/benchmark/suite.js';
import { datasetCardSchema } from '../../src/catalog/dataset-card.js';
import type { Dataset } from '../../src/datasets/open-dataset.js';
import type { Extraction } from '../../src/extraction/extraction.js';

/** One subject of nine pictures and one of two. */
const dataset: Dataset = {
  card: datasetCardSchema.parse({
    name: 'made-up',
    title: 'Made up',
    kind: 'faces',
    licence: { name: 'MIT', use: 'any' },
    consent: 'none needed',
    content: { files: 0 },
    layout: { reader: 'pictures' },
  }),
  digest: '0'.repeat(64),
  folder: '/x',
  samples: [9, 2].flatMap((size, s) =>
    Array.from({ length: size }, (_, i) => ({
      id: `s${s}/${i}`,
      path: `/x/s${s}/${i}`,
      sha256: `${s}${i}`.padEnd(64, '0'),
      subject: `s${s}`,
      attributes: {},
    })),
  ),
};

const task = (pairs: object): SuiteTask =>
  taskSchema.parse({ id: 'pairs', protocol: 'pairs', data: 'made-up', at: ['1e-1'], pairs });
const noList = () => Promise.reject(new Error('no list is wanted'));
const noOthers = { readSplits: noList, openOther: noList };

it('says how pairs were drawn, with everything that decides which ones they are', async () => {
  const drawn = await prepareTask(task({ mated: 20, nonMated: 5 }), dataset, {
    seed: 3,
    readList: noList,
    ...noOthers,
    ...noOthers,
  });
  expect(drawn.record).toEqual({
    pairs: 'drawn from the subjects with seed 3: at most 20 mated and 5 non-mated',
    comparisons: 25,
  });
  const capped = await prepareTask(task({ mated: 20, nonMated: 5, perSubject: 4 }), dataset, {
    seed: 3,
    readList: noList,
    ...noOthers,
  });
  expect(capped.record).toEqual({
    pairs: 'drawn from the subjects with seed 3: at most 20 mated (at most 4 of one subject) and 5 non-mated',
    comparisons: 10,
  });
});

it('refuses a limit for each subject that is no whole number above 0', () => {
  for (const perSubject of [0, 1.5, '10']) {
    expect(() => task({ mated: 20, nonMated: 5, perSubject })).toThrow();
  }
});

it('the suite for own pictures lets no subject supply more than 10 mated pairs', () => {
  const suite = suiteSchema.parse(parse(readFileSync(new URL('../../suites/own.yaml', import.meta.url), 'utf8')));
  expect(suite.tasks[0]).toMatchObject({ pairs: { mated: 20_000, nonMated: 20_000, perSubject: 10 } });
  expect(suite.description).toContain('at most 10 mated pairs of one subject');
});

it("takes the dataset's own list where it has one of the wanted name, and draws where it has none", async () => {
  const list = { pairs: [{ a: 's0/0', b: 's1/0', mated: false }], sha256: '1'.repeat(64), from: 'made-up/pairs.csv' };
  const wanted = task({ list: 'own', mated: 20, nonMated: 5 });
  const card = { ...dataset.card, protocols: { own: { type: 'pairs' as const, format: 'csv', file: 'pairs.csv' } } };
  const listed = await prepareTask(wanted, { ...dataset, card }, { seed: 3, readList: async () => list, ...noOthers });
  expect(listed.record).toEqual({ pairs: 'made-up/pairs.csv', pairsSha256: '1'.repeat(64), comparisons: 1 });
  expect((await prepareTask(wanted, dataset, { seed: 3, readList: noList, ...noOthers })).record.comparisons).toBe(25);
  const splits = { ...dataset.card, protocols: { own: { type: 'splits' as const, format: 'blufr' } } };
  const drawn = await prepareTask(wanted, { ...dataset, card: splits }, { seed: 3, readList: noList, ...noOthers });
  expect(drawn.record.comparisons).toBe(25);
});

describe('a task through a condition', () => {
  const CONDITION: TaskCondition = {
    name: 'small',
    title: 'Small',
    side: 'probe',
    steps: [{ step: 'jpeg', quality: 20 }],
    of: 'pairs',
    thresholdsFrom: 'pairs',
  };
  const published = task({ mated: 20, nonMated: 5 });
  const errata = [{ kind: 'wrong-label' as const, a: 's0/0', b: '', source: 'https://example.org' }];
  const prepare = (condition?: TaskCondition) =>
    prepareTask({ ...published, ...(condition ? { condition } : {}) }, dataset, {
      seed: 3,
      errata,
      tools: { ffmpeg: '5.1' },
      readList: noList,
      ...noOthers,
    });
  const faceOf = { box: [0, 0, 9, 9] as const, score: 0.9, points: [], template: Float32Array.of(1) };
  const quality = { size: 20, sharpness: 100, brightness: 0.2, norm: 20 };
  const measured = async (condition?: TaskCondition) => {
    const prepared = await prepare(condition);
    if ('readings' in prepared) throw new Error('it is about faces');
    const extractions = prepared.samples.map((): Extraction => ({ state: 'ok', faces: [{ ...faceOf, quality }] }));
    return measureTask(prepared, extractions, { workers: 1 });
  };

  it('compares the same pictures, seen by the seed of the suite and the programs that take part', async () => {
    const [clean, seen] = [await prepare(), await prepare(CONDITION)];
    expect(seen.record).toEqual({ pairs: clean.record.pairs, comparisons: clean.record.comparisons });
    const through = seen.samples.filter(({ condition }) => condition);
    expect(new Set(through.map(({ condition }) => JSON.stringify(condition)))).toEqual(
      new Set([JSON.stringify({ steps: CONDITION.steps, seed: 3, tools: { ffmpeg: '5.1' } })]),
    );
    const named = ({ a, b }: { readonly a: string; readonly b: string }) => `${a} ${b}`;
    const [first, second] = [await measured(), await measured(CONDITION)];
    expect(second.comparisons.map(named)).toEqual(first.comparisons.map(named));
    expect(second.samples.map(({ sample }) => sample)).toEqual(
      [...new Set(first.comparisons.map(({ b }) => b))].sort(),
    );
  });

  it('leaves what is known to be wrong with the task as published', async () => {
    expect((await prepare()).record.errata).toBeGreaterThan(0);
    const { record, tables } = await prepare(CONDITION);
    expect([record.errata, tables.errata]).toEqual([undefined, undefined]);
  });

  it('keeps the quality of the probes, but not for every number of a sweep', async () => {
    const { quality: kept, samples } = await measured(CONDITION);
    expect(kept).toEqual(samples.map(() => ({ measures: { ...quality, score: 0.9 }, failure: '' })));
    const swept = await measured({ ...CONDITION, sweep: { of: 'jpeg', value: 20, unit: '' } });
    expect([swept.quality, (await measured()).quality]).toEqual([undefined, undefined]);
  });
});
