import { describe, expect, it } from 'vitest';
import { fmrAt, fnmrAt } from '../../src/metrics/error-rates.js';
import { fnirAt, fpirAt } from '../../src/metrics/identification/rates.js';
import { rankScores } from '../../src/metrics/scores.js';
import { type OperatingPoints, operatingPoints } from '../../src/report/operating-points.js';
import { listSearches } from '../../src/results/search/list-searches.js';
import { searchList } from '../../src/results/search/search-lists.js';
import { sidesOf } from '../../src/results/task-scores.js';
import { asPairs } from '../support/as-pairs.js';
import { madeUpDataset, unitTemplatesOf } from '../support/made-up-dataset.js';
import { allPairsRun } from '../support/measured-all-pairs.js';
import { measuredSearch, searchTask } from '../support/measured-search.js';
import { peopleRun, peopleTables } from '../support/people.js';
import { platesRun } from '../support/plates-run.js';
import { madeUpRun } from '../support/run.js';
import { seenPairsRun } from '../support/seen-run.js';
import { publishedSplits, SPLIT_FAILING, SPLIT_PEOPLE } from '../support/splits.js';
import { sizesRun } from './figures/support/sizes-run.js';

/** Thresholds ascend, each stands once; more people are missed and fewer taken for others the higher one is. */
function expectAscending({ points }: OperatingPoints): void {
  expect(points.length).toBeGreaterThan(1);
  for (const [k, { threshold, falseRate, missRate }] of points.entries()) {
    expect([threshold, Math.fround(threshold)]).toEqual([threshold, threshold]);
    const before = points[k - 1];
    if (!before) continue;
    expect(threshold).toBeGreaterThan(before.threshold);
    expect(falseRate.value).toBeLessThan(before.falseRate.value ?? 0);
    expect(missRate.value).toBeGreaterThanOrEqual(before.missRate.value ?? 1);
  }
}

describe('operatingPoints of a list of pairs', () => {
  const found = operatingPoints(peopleRun());

  it('are of each system, in the order of the run', () => {
    expect(found.map(({ system, list, task }) => [system, list, task.id])).toEqual([
      ['good', undefined, 'people'],
      ['bad', undefined, 'people'],
    ]);
  });

  it('have the rates of their thresholds, subjects and failures counted', () => {
    for (const [k, options] of [{}, { seed: 2, apart: 2 }].entries()) {
      const sides = sidesOf(peopleTables(options).comparisons);
      const [mated, nonMated] = [rankScores(sides.mated, 'mated'), rankScores(sides.nonMated, 'non-mated')];
      const { points } = found[k] ?? { points: [] };
      for (const { threshold, falseRate, missRate } of points) {
        expect(falseRate).toEqual(fmrAt(nonMated, threshold, 0.95));
        expect(missRate).toEqual(fnmrAt(mated, threshold, 0.95));
        expect([falseRate.trials, missRate.trials]).toEqual([276, 72]);
      }
    }
  });

  it('ascend, from half of all comparisons to none, each once', () => {
    for (const one of found) {
      expectAscending(one);
      // 276 comparisons of different people: 138, 55, 27, 13, 5, 2, 1 and none may match.
      expect(one.points.map(({ falseRate }) => falseRate.errors)).toEqual([138, 55, 27, 13, 5, 2, 1, 0]);
    }
  });

  it('are those of the run where it has them', () => {
    const { rows } = peopleRun();
    const row = rows.find(({ metric, at, model }) => metric === 'FMR' && at === '1e-1' && model === 'good');
    expect(found[0]?.points.map(({ threshold }) => threshold)).toContain(row?.threshold);
  });

  it('are not there without scores, through conditions, and of plates', () => {
    const run = madeUpRun();
    expect(operatingPoints({ ...run, tables: new Map() })).toEqual([]);
    expect(operatingPoints(platesRun())).toEqual([]);
    expect(operatingPoints(seenPairsRun()).map(({ task }) => task.id)).toEqual(['people']);
  });
});

describe('operatingPoints of all pairs', () => {
  it('are those of the same comparisons as a list', async () => {
    const { run, own } = await allPairsRun();
    const [found] = operatingPoints(run);
    const { mated, nonMated } = asPairs(own);
    if (!found) throw new Error('there are no points');
    expectAscending(found);
    const counts = found.points.map(({ falseRate, missRate }) => [falseRate.errors, missRate.errors]);
    expect(counts).toEqual(
      found.points.map(({ threshold }) => [fmrAt(nonMated, threshold).errors, fnmrAt(mated, threshold).errors]),
    );
    expect([found.points[0]?.falseRate.trials, found.points[0]?.missRate.trials]).toEqual([
      fmrAt(nonMated, 0).trials,
      fnmrAt(mated, 0).trials,
    ]);
    // The rule of the threshold is that of a list too: half of all, and the last one rejects everybody.
    const trials = fmrAt(nonMated, 0).trials;
    expect(found.points[0]?.falseRate.errors).toBe(Math.floor(trials / 2));
    expect(found.points.at(-1)?.falseRate.errors).toBe(0);
  });

  it('are those of the tail, and of thresholds that were kept below it', async () => {
    const whole = operatingPoints((await allPairsRun()).run)[0]?.points ?? [];
    const { run } = await allPairsRun({ kept: 12, at: ['2e-1', '1e-1'] });
    const points = operatingPoints(run)[0]?.points ?? [];
    expect(points.length).toBeGreaterThan(3);
    expect(points.length).toBeLessThan(whole.length);
    const known = new Map(whole.map((point) => [point.threshold, point]));
    for (const point of points) expect(point).toEqual(known.get(point.threshold));
    // Those that the run reports.
    expect(points[0]?.falseRate.value).toBeCloseTo(0.2, 2);
    expect(points[1]?.falseRate.value).toBeCloseTo(0.1, 2);
  });
});

describe('operatingPoints of searches', () => {
  it('have the rates of their thresholds in each list, and its size', async () => {
    const run = await sizesRun();
    const own = run.tables.get('search');
    const system = own?.systems.get('model');
    const found = operatingPoints(run);
    expect(found.map(({ list }) => list?.people)).toEqual([4, 8, 16]);
    expect(found.map(({ list }) => list?.name)).toEqual(own?.lists?.names);
    for (const [k, one] of found.entries()) {
      expectAscending(one);
      const searched = system?.searches?.lists[k];
      if (!own?.lists || !system || !searched) throw new Error('there are no searches');
      const { searches } = listSearches(searchList(own.lists, k), system.samples, searched);
      for (const { threshold, falseRate, missRate } of one.points) {
        expect(falseRate).toEqual(fpirAt(searches, threshold, { level: 0.95 }));
        expect(missRate).toEqual(fnirAt(searches, { rank: Number.POSITIVE_INFINITY, threshold }, { level: 0.95 }));
      }
    }
  });

  it('are not there for divisions of the same pictures, whose mean has no one threshold', async () => {
    const { run } = await measuredSearch(searchTask({ search: 'splits' }), {
      dataset: madeUpDataset('made-up', SPLIT_PEOPLE),
      templates: unitTemplatesOf(SPLIT_PEOPLE),
      failing: SPLIT_FAILING,
      needs: { readSplits: async () => publishedSplits() },
    });
    expect(operatingPoints(run)).toEqual([]);
  });
});
