import { describe, expect, it } from 'vitest';
import { type DetCurve, detCurve } from '../../../src/metrics/det.js';
import { fmrAt, fnmrAt } from '../../../src/metrics/error-rates.js';
import { fnirAt, fpirAt } from '../../../src/metrics/identification/rates.js';
import { rankScores } from '../../../src/metrics/scores.js';
import { curvesOf } from '../../../src/report/figures/curves.js';
import { listSearches } from '../../../src/results/search/list-searches.js';
import { searchList } from '../../../src/results/search/search-lists.js';
import { sidesOf } from '../../../src/results/task-scores.js';
import { asPairs } from '../../support/as-pairs.js';
import { allPairsRun } from '../../support/measured-all-pairs.js';
import { peopleRun, peopleTables, peopleTask } from '../../support/people.js';
import { platesRun } from '../../support/plates-run.js';
import { sizesRun } from './support/sizes-run.js';

/** The points of a curve by threshold. */
const pointsOf = ({ thresholds, falseMatches, falseNonMatches }: DetCurve) =>
  new Map(Array.from(thresholds, (threshold, k) => [threshold, [falseMatches[k], falseNonMatches[k]]]));

function expectOrdered({ thresholds, falseMatches, falseNonMatches }: DetCurve): void {
  expect(thresholds.length).toBeGreaterThan(2);
  for (let k = 1; k < thresholds.length; k += 1) {
    expect(thresholds[k]).toBeGreaterThan(thresholds[k - 1] ?? 0);
    expect(falseMatches[k]).toBeLessThanOrEqual(falseMatches[k - 1] ?? 0);
    expect(falseNonMatches[k]).toBeGreaterThanOrEqual(falseNonMatches[k - 1] ?? 0);
  }
}

describe('curvesOf', () => {
  it('of pairs is that of their scores, for each system at its place in the run', () => {
    const found = curvesOf(peopleRun(), peopleTask());
    expect(found.map(({ system, place, list }) => [system, place, list])).toEqual([
      ['good', 0, undefined],
      ['bad', 1, undefined],
    ]);
    const { mated, nonMated } = sidesOf(peopleTables().comparisons);
    expect(found[0]?.curve).toEqual(detCurve(rankScores(mated, 'mated'), rankScores(nonMated, 'non-mated')));
  });

  it.each([[Number.POSITIVE_INFINITY], [40], [1]])(
    'of all pairs with %s scores kept equals that of the same comparisons as a list, where both know it',
    async (kept) => {
      const { run, task } = await allPairsRun({ kept });
      const { mated, nonMated } = asPairs((await allPairsRun()).own);
      const [found] = curvesOf(run, task);
      if (!found) throw new Error('there is no curve');
      expectOrdered(found.curve);
      for (const [threshold, [matches, misses]] of pointsOf(found.curve)) {
        expect([threshold, matches, misses]).toEqual([
          threshold,
          fmrAt(nonMated, threshold).errors,
          fnmrAt(mated, threshold).errors,
        ]);
      }
      const listed = detCurve(mated, nonMated);
      expect([found.curve.matedTrials, found.curve.nonMatedTrials]).toEqual([
        listed.matedTrials,
        listed.nonMatedTrials,
      ]);
      const known = pointsOf(listed);
      const shared = [...pointsOf(found.curve)].filter(([threshold]) => known.has(threshold));
      expect(shared.length).toBeGreaterThanOrEqual(Math.min(kept, 41));
      for (const [threshold, counts] of shared) expect(counts).toEqual(known.get(threshold));
      // Every score of the tail is told from its neighbours, and the highest threshold rejects all.
      expect(found.curve.falseMatches.at(-1)).toBe(0);
    },
  );

  it('of searches is of each list, with the rates of fpirAt and fnirAt', async () => {
    const run = await sizesRun();
    const [task] = run.record.tasks;
    const own = run.tables.get('search');
    if (!task || !own?.lists) throw new Error('there are no searches');
    const found = curvesOf(run, task);
    expect(found.map(({ list }) => list)).toEqual(own.lists.names);
    const system = own.systems.get('model');
    for (const [k, { curve }] of found.entries()) {
      expectOrdered(curve);
      const searched = system?.searches?.lists[k];
      if (!system || !searched) throw new Error('there are no searches');
      const { searches } = listSearches(searchList(own.lists, k), system.samples, searched);
      for (const [threshold, counts] of pointsOf(curve)) {
        const missed = fnirAt(searches, { rank: Number.POSITIVE_INFINITY, threshold });
        expect(counts).toEqual([fpirAt(searches, threshold).errors, missed.errors]);
      }
    }
  });

  it('of plates, and of a run without its tables, there are none', () => {
    const plates = platesRun();
    const [task] = plates.record.tasks;
    expect(task && curvesOf(plates, task)).toEqual([]);
    expect(curvesOf({ ...peopleRun(), tables: new Map() }, peopleTask())).toEqual([]);
  });
});
