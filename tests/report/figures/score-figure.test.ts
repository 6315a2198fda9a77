import { describe, expect, it } from 'vitest';
import { scoreFigures } from '../../../src/report/figures/score-figure.js';
import type { SystemTables } from '../../../src/results/run-tables.js';
import { asPairs } from '../../support/as-pairs.js';
import { allPairsRun } from '../../support/measured-all-pairs.js';
import { peopleRun, peopleTables } from '../../support/people.js';
import { platesRun } from '../../support/plates-run.js';
import { expectLaws } from './support/laws.js';
import { sizesRun } from './support/sizes-run.js';

const bins = (rows: readonly (readonly unknown[])[], system: string) =>
  rows.filter(([name]) => name === system).map((row) => row.slice(1).map(Number) as [number, number, number, number]);

describe('scoreFigures of pairs', () => {
  const [figure] = scoreFigures(peopleRun());

  it('count every score once, in bins that follow one another', () => {
    for (const [system, options] of [
      ['good', {}],
      ['bad', { seed: 2, apart: 2 }],
    ] as const) {
      const own = bins(figure?.data.rows ?? [], system);
      const { comparisons } = peopleTables(options);
      expect(own).toHaveLength(64);
      for (const [k, [from, to, mated, nonMated]] of own.entries()) {
        if (k > 0) expect(from).toBe(own[k - 1]?.[1]);
        const last = k === own.length - 1;
        const within = (wanted: boolean) =>
          comparisons.filter(
            ({ mated: is, score }) => is === wanted && score !== undefined && score >= from && (score < to || last),
          ).length;
        expect([mated, nonMated]).toEqual([within(true), within(false)]);
      }
      expect(own.reduce((sum, [, , mated]) => sum + mated, 0)).toBe(70);
      expect(own.reduce((sum, [, , , nonMated]) => sum + nonMated, 0)).toBe(276);
    }
  });

  it('have both rates at the threshold, and how many scores there are, of each system', () => {
    expect(figure?.table.rows).toEqual([
      ['good', '0.13213332', '9.78% [6.81, 13.9] 27 of 276', '6.94% [1.39, 19.4] 5 of 72', '70', '276'],
      ['bad', '0.15201215', '9.78% [5.49, 16.8] 27 of 276', '31.9% [13.9, 55.6] 23 of 72', '70', '276'],
    ]);
    expect(figure?.caption).toContain('of one person they are counted as misses, of two they match nobody');
    // What differs from system to system stands in the table.
    expect(figure?.caption).not.toMatch(/70|276/);
  });
});

it('scoreFigures of all pairs count all scores, to within a cell of the grid that was kept', async () => {
  const { run } = await allPairsRun({ kept: 30 });
  const { mated, nonMated } = asPairs((await allPairsRun()).own);
  const [figure] = scoreFigures(run);
  const own = bins(figure?.data.rows ?? [], 'model');
  expect(own.reduce((sum, bin) => sum + bin[2], 0)).toBe(mated.ascending.total);
  expect(own.reduce((sum, bin) => sum + bin[3], 0)).toBe(nonMated.ascending.total);
  expect(own.every((bin) => bin.every(Number.isFinite))).toBe(true);
});

describe('scoreFigures of odd scores', () => {
  const withScores = (change: (score: number) => number): ReturnType<typeof peopleRun> => {
    const run = peopleRun();
    const tables: SystemTables = peopleTables();
    const comparisons = tables.comparisons.map((one) =>
      one.score === undefined ? one : { ...one, score: change(one.score) },
    );
    return { ...run, tables: new Map([['people', { systems: new Map([['good', { ...tables, comparisons }]]) }]]) };
  };

  it.each([
    ['equal', () => 0.5],
    ['huge', (score: number) => Math.fround(score * 1e30)],
    ['tiny', (score: number) => Math.fround(score * 1e-38)],
  ])('that are all %s draw nothing that is not a number', (_, change) => {
    const figures = scoreFigures(withScores(change));
    expect(figures).toHaveLength(1);
    expectLaws(figures);
    expect(bins(figures[0]?.data.rows ?? [], 'good').reduce((sum, bin) => sum + bin[3], 0)).toBe(276);
  });
});

it('scoreFigures are not there for searches, plates, and without scores', async () => {
  expect(scoreFigures(platesRun())).toEqual([]);
  expect(scoreFigures(await sizesRun())).toEqual([]);
  expect(scoreFigures({ ...peopleRun(), tables: new Map() })).toEqual([]);
});
