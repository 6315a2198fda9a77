import { expect, it } from 'vitest';
import { movedCounts } from '../../src/results/compare-counts.js';
import { baseRow } from '../../src/results/metric-rows.js';
import { madeUpRun } from '../support/run.js';

const { rows } = madeUpRun();

it('finds nothing between a run and itself', () => {
  expect(movedCounts(rows, rows)).toEqual([]);
});

it('says which count moved, by how many comparisons, the largest move first', () => {
  const moved = rows.map((row) => {
    if (row.method !== 'wilson' || row.group !== 'all' || row.errors === null) return row;
    if (row.metric === 'FMR' && row.at === '1e-1') return { ...row, errors: row.errors + 1 };
    return row.metric === 'FTE' ? { ...row, errors: row.errors + 5 } : row;
  });
  expect(movedCounts(moved, rows)).toEqual([
    {
      figure: 'view / made-model / all / FTE / wilson',
      by: 5,
      explanation: 'moved by 5 comparisons: 1 of 60 there, 6 of 60 here',
    },
    {
      figure: 'view / made-model / all / FMR at 1e-1 / wilson',
      by: 1,
      explanation: 'moved by 1 comparisons: 2 of 20 there, 3 of 20 here',
    },
  ]);
});

it('does not take another denominator, or a figure that only one run has, for a small move', () => {
  const other = rows.map((row) => (row.metric === 'FTE' ? { ...row, trials: 61 } : row));
  expect(movedCounts(rows, other)[0]).toMatchObject({
    by: null,
    explanation: 'denominators differ: 1 of 61 there, 1 of 60 here',
  });
  const fewer = rows.filter(({ metric }) => metric !== 'FTE');
  expect(movedCounts(fewer, rows)[0]).toMatchObject({ by: null, explanation: 'only the other run has it' });
});

it('does not take ends of false matches for comparisons: their number moves with every false match', () => {
  const share = (errors: number, trials: number) => ({
    ...baseRow(
      { task: 't', model: 'made-model', dataset: 'd', protocol: 'pairs', group: 'all' },
      { metric: 'false-match-share-worst-1%' },
    ),
    errors,
    trials,
    over: 'ends of false matches',
  });
  expect(movedCounts([...rows, share(5, 54)], [...rows, share(6, 56)])).toEqual([]);
});
