import { beforeAll, describe, expect, it } from 'vitest';
import { prepareSearch } from '../../../src/benchmark/protocols/search.js';
import { scorePairs } from '../../../src/comparison/pair-scores.js';
import type { Splits } from '../../../src/datasets/open-dataset.js';
import { allowedErrors } from '../../../src/metrics/threshold.js';
import { wrongFigures } from '../../../src/results/verify-figures.js';
import { nextFloat32Up } from '../../../src/statistics/float32.js';
import { madeUpDataset, peopleSamples, tiedTemplatesOf, unitTemplatesOf } from '../../support/made-up-dataset.js';
import { measuredSearch, searchTask, unwanted } from '../../support/measured-search.js';
import { asRead } from '../../support/run.js';
import { publishedSplits, SPLIT_FAILING, SPLIT_PEOPLE } from '../../support/splits.js';
import { type NaiveSearch, naiveSearches, naiveThreshold, rankOf, scoreOf } from './naive-search.js';

const dataset = madeUpDataset('made-up', SPLIT_PEOPLE);
const splits = publishedSplits();
const VERIFICATION_AT = ['2e-1', '5e-2', '1e-3', '1e-4'];
const AT = ['3e-1', '1e-1'];
const FAILING = [...SPLIT_FAILING, 'p99/1.jpg'];
const task = searchTask({ search: 'splits', at: AT, verificationAt: VERIFICATION_AT });
const measure = (templates: ReadonlyMap<string, Float32Array>, failing = SPLIT_FAILING, wanted = task) =>
  measuredSearch(wanted, { dataset, templates, failing, needs: { readSplits: async () => splits } });

interface Pair {
  readonly subjects: readonly [string, string];
  readonly score: number | undefined;
}

/** Every pair of samples of a split, by a double loop. */
async function everyPair(split: Splits['splits'][number], templates: ReadonlyMap<string, Float32Array>) {
  const members = [...split.gallery, ...split.probes];
  const pairs = members.flatMap((a, k) => members.slice(k + 1).map((b) => [a, b] as const));
  const template = (id: string) => templates.get(id) ?? new Float32Array([...templates.values()][0]?.length ?? 0);
  const scores = await scorePairs(
    pairs.map(([a, b]) => ({ probe: template(a.sample), reference: template(b.sample) })),
  );
  return pairs.map(([a, b], k): Pair => {
    const failed = [a, b].some(({ sample }) => FAILING.includes(sample));
    return { subjects: [a.subject, b.subject], score: failed ? undefined : scores[k] };
  });
}

const mean = (values: readonly number[]) => values.reduce((total, one) => total + one, 0) / values.length;
/** ddof 1 */
const deviation = (values: readonly number[]) =>
  Math.sqrt(values.reduce((total, one) => total + (one - mean(values)) ** 2, 0) / (values.length - 1));

describe.each([
  ['templates of a model', unitTemplatesOf(SPLIT_PEOPLE)],
  ['templates with many equal scores', tiedTemplatesOf(SPLIT_PEOPLE)],
])('%s', (_, templates) => {
  let found: Awaited<ReturnType<typeof measure>>;
  let pairs: Pair[][];
  let searches: NaiveSearch[][];
  beforeAll(async () => {
    found = await measure(templates);
    pairs = await Promise.all(splits.splits.map((split) => everyPair(split, templates)));
    const listed = found.tables.lists ?? { names: [], samples: [] };
    const ids = SPLIT_PEOPLE.map(({ id }) => id);
    const keys = ids.flatMap((a) => ids.map((b) => [a, b] as const));
    const template = (id: string) => templates.get(id) ?? new Float32Array();
    const scores = await scorePairs(keys.map(([a, b]) => ({ probe: template(a), reference: template(b) })));
    const scoreOfKey = new Map(keys.map((key, k) => [key.join(), scores[k] ?? Number.NaN]));
    searches = splits.splits.map((__, l) =>
      naiveSearches(
        listed,
        l,
        (id) => !FAILING.includes(id),
        (probes, enrolled) =>
          Math.max(...probes.flatMap((a) => enrolled.map((b) => scoreOfKey.get(`${a},${b}`) ?? Number.NaN))),
      ),
    );
  });
  const rows = (metric: string, at: string, group: string) =>
    found.run.rows.filter((row) => row.metric === metric && row.at === at && row.group === group);
  const row = (...name: Parameters<typeof rows>) => rows(...name)[0] ?? expect.fail(`no ${name.join(' / ')}`);

  /** Checks the mean over splits, its spread and their difference against the rates of the splits. */
  function expectMean(metric: string, at: string, group: string, rates: readonly number[]): void {
    const whole = row(metric, at, group);
    expect(whole).toMatchObject({ value: expect.closeTo(mean(rates), 12), over: 'splits', trials: 2, errors: null });
    expect(row(`${metric}-sd`, at, group).value).toBeCloseTo(deviation(rates), 12);
    expect(row(`${metric}-mean-minus-sd`, at, group).value).toBeCloseTo(mean(rates) - deviation(rates), 12);
    expect(whole.low).toBeLessThanOrEqual(whole.value ?? 0);
    expect(whole.high).toBeGreaterThanOrEqual(whole.value ?? 1);
  }

  it.each([
    ['all', false],
    ['failures-excluded', true],
  ] as const)('TAR of all samples of a split with each other is that of a double loop: %s', (group, excluded) => {
    for (const at of VERIFICATION_AT) {
      const rates = pairs.map((all, l) => {
        const own = all.filter(({ score }) => !excluded || score !== undefined);
        const [mated, strangers] = [true, false].map((is) => own.filter(({ subjects: [a, b] }) => (a === b) === is));
        const scores = (strangers ?? []).flatMap(({ score }) => score ?? []).sort((p, q) => q - p);
        const threshold = nextFloat32Up(scores[allowedErrors(strangers?.length ?? 0, Number(at))] ?? Number.NaN);
        const accepted = (mated ?? []).filter(({ score = Number.NEGATIVE_INFINITY }) => score >= threshold).length;
        const name = excluded ? `split ${l + 1}, failures-excluded` : `split ${l + 1}`;
        expect(row('TAR@FMR', at, name)).toMatchObject({
          errors: accepted,
          trials: mated?.length,
          value: accepted / (mated?.length ?? 0),
          threshold,
          calibration: 'self',
        });
        expect(rows('TAR@FMR', at, name)).toHaveLength(1);
        return accepted / (mated?.length ?? 0);
      });
      expectMean('TAR@FMR', at, group, rates);
    }
  });

  it.each(['all', 'failures-excluded'])(
    'TPIR without a threshold and at target FPIRs is that of loops: %s',
    (group) => {
      const own = searches.map((all) => (group === 'all' ? all : all.filter(({ scores }) => scores)));
      const share = (all: readonly NaiveSearch[], threshold: number) => {
        const mated = all.filter((one) => one.mated);
        return (
          mated.filter((one) => one.scores && rankOf(one) === 1 && scoreOf(one) >= threshold).length / mated.length
        );
      };
      expectMean(
        'TPIR@rank',
        '1',
        group,
        own.map((all) => share(all, Number.NEGATIVE_INFINITY)),
      );
      for (const at of AT) {
        const thresholds = own.map((all) => naiveThreshold(all, Number(at)) ?? Number.NaN);
        expectMean(
          'TPIR@FPIR-rank-1',
          at,
          group,
          own.map((all, l) => share(all, thresholds[l] ?? Number.NaN)),
        );
        const names =
          group === 'all' ? ['split 1', 'split 2'] : ['split 1', 'split 2'].map((name) => `${name}, ${group}`);
        expect(names.map((name) => row('TPIR@FPIR-rank-1', at, name).threshold)).toEqual(thresholds);
      }
    },
  );

  it('a sample that the lists name and the dataset lacks is a failure', () => {
    const outcomes = found.tables.systems.get('model')?.samples ?? [];
    expect(outcomes.filter(({ failure }) => failure === 'missing').map(({ sample }) => sample)).toEqual(['p99/1.jpg']);
    expect(row('FTE', '', 'all')).toMatchObject({ errors: FAILING.length, trials: outcomes.length });
  });

  it('gives a run that verifies', () => {
    expect(wrongFigures(asRead(found.run))).toEqual([]);
  });
});

it('has its means in both views where nothing failed, and each split once', async () => {
  const known = splits.splits.map((split) => ({
    ...split,
    probes: split.probes.filter(({ sample }) => sample !== 'p99/1.jpg'),
  }));
  const needs = { readSplits: async () => ({ ...splits, splits: known }) };
  const { run } = await measuredSearch(task, { dataset, templates: unitTemplatesOf(SPLIT_PEOPLE), needs });
  const of = (group: string) => run.rows.filter((row) => row.group === group && row.metric !== 'FTE');
  expect(of('failures-excluded')).toEqual(of('all').map((row) => ({ ...row, group: 'failures-excluded' })));
  expect([of('split 1').length, of('split 1, failures-excluded').length]).toEqual([7, 0]);
});

it('does without rates of all pairs where nobody asks for them', async () => {
  const wanted = searchTask({ search: 'splits', at: AT });
  const { tables, run } = await measure(unitTemplatesOf(SPLIT_PEOPLE), SPLIT_FAILING, wanted);
  expect(tables.systems.get('model')?.searches?.verification).toEqual([]);
  expect([...run.files.keys()].filter((path) => /accepted|misses/.test(path))).toEqual([]);
  expect(wrongFigures(asRead(run))).toEqual([]);
});

it('counts what failed where nobody, or one person only, has a template', async () => {
  const ids = SPLIT_PEOPLE.map(({ id }) => id);
  for (const left of [[], ['p03/1.jpg', 'p03/2.jpg']]) {
    const failing = ids.filter((id) => !left.includes(id));
    const { run } = await measure(unitTemplatesOf(SPLIT_PEOPLE), failing);
    const rates = run.rows.filter(({ metric, group }) => metric === 'TAR@FMR' && group === 'all');
    expect(rates.map(({ value, resolvable }) => [value, resolvable])).toEqual(
      VERIFICATION_AT.map(() => [null, 'no: a split has no threshold, or nothing to compare']),
    );
    expect(wrongFigures(asRead(run))).toEqual([]);
  }
});

it('marks a threshold that few false matches set, and one below a single false match', async () => {
  const reasons = async (templates: ReadonlyMap<string, Float32Array>) => {
    const { run } = await measure(templates);
    const rows = run.rows.filter(({ metric, group }) => metric === 'TAR@FMR' && group === 'all');
    return rows.map(({ resolvable }) => resolvable);
  };
  const few = /^no: fewer than five false matches that share nobody set the threshold; FMR up to .*, in 2 of 2 splits$/;
  const none = /^no: the target is below one false match of all comparisons; FMR up to .*, in 2 of 2 splits$/;
  expect(await reasons(unitTemplatesOf(SPLIT_PEOPLE))).toEqual([
    'yes',
    'yes',
    expect.stringMatching(few),
    expect.stringMatching(none),
  ]);
  // One in sixteen has the highest score: too many to be accepted, though a few might be.
  expect((await reasons(tiedTemplatesOf(SPLIT_PEOPLE)))[2]).toMatch(few);
});

it('refuses a mean over one split, and takes it as a list of its own', async () => {
  const needs = {
    seed: 1,
    readSplits: async () => ({ ...splits, splits: splits.splits.slice(1) }),
    openOther: unwanted,
  };
  await expect(prepareSearch(dataset, task, needs)).rejects.toThrow(
    'made-up/splits has one split, and verificationAt is a mean over splits; for all pairs of the data add a task with the protocol all-pairs.',
  );
  const { verificationAt: _, ...alone } = task;
  const { record, tables } = await prepareSearch(dataset, alone, needs);
  expect(record.search).toMatchObject({ kind: 'sizes', lists: 'made-up/splits', sha256: splits.sha256 });
  expect(tables.lists?.names).toEqual([`list ${splits.splits[1]?.name}`]);
});

it('names the lists, their digest and what is compared besides', async () => {
  const { task: record, prepared } = await measure(unitTemplatesOf(SPLIT_PEOPLE));
  expect(record.search).toEqual({
    lists: 'made-up/splits',
    sha256: splits.sha256,
    kind: 'splits',
    consolidate: 'best',
    per: 'sample',
    verificationAt: VERIFICATION_AT,
  });
  expect(prepared.samples.find(({ id }) => id === 'p99/1.jpg')).toEqual({ id: 'p99/1.jpg' });
  expect(peopleSamples().length).toBeLessThan(SPLIT_PEOPLE.length);
});
