import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/results/comparison-table.js';
import { judging } from '../../src/results/judged.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';

const comparison = (subjectA: string, subjectB: string, score?: number): Comparison => ({
  a: `${subjectA}/1`,
  b: `${subjectB}/2`,
  subjectA,
  subjectB,
  mated: subjectA === subjectB,
  ...(score === undefined ? {} : { score }),
  failure: score === undefined ? 'b:no-face' : '',
});
/** Four non-mated scores: at FMR 1/4 one of them may match. */
const LIST = [
  comparison('zoe', 'adam', 0.5),
  comparison('zoe', 'zoe', 0.25),
  comparison('adam', 'eve', 0.125),
  comparison('eve', 'eve'),
  comparison('zoe', 'eve', 0.25),
  comparison('adam', 'adam', 0.75),
  comparison('adam', 'abel'),
];

describe('judging', () => {
  const judged = judging(LIST)(0.25);

  it('judges every comparison at the threshold that the non-mated ones set, failed ones as matches of nobody', () => {
    expect(judged?.threshold).toBe(nextFloat32Up(0.25));
    expect([...(judged?.nonMated.isError ?? [])]).toEqual([1, 0, 0, 0]);
    // 0.25 is below the threshold, the second failed.
    expect([...(judged?.mated.isError ?? [])]).toEqual([1, 1, 0]);
    expect([...(judged?.mated.scores ?? [])]).toEqual([0.25, Number.NEGATIVE_INFINITY, 0.75]);
    expect([...(judged?.nonMated.scores ?? [])]).toEqual([0.5, 0.125, 0.25, Number.NEGATIVE_INFINITY]);
  });

  it('numbers the subjects in the order of their names', () => {
    expect(judged?.labels).toEqual(['abel', 'adam', 'eve', 'zoe']);
    expect([[...(judged?.nonMated.first ?? [])], [...(judged?.nonMated.second ?? [])]]).toEqual([
      [3, 1, 3, 1],
      [1, 2, 2, 0],
    ]);
    expect([...(judged?.mated.first ?? [])]).toEqual([3, 2, 1]);
    expect(judged?.mated.second).toEqual(judged?.mated.first);
  });

  it('is nothing where no threshold can be set, or where nobody knows the subjects', () => {
    expect(judging(LIST.filter(({ mated }) => mated))(0.25)).toBeUndefined();
    const { score: _, ...failed } = LIST[0] as Comparison;
    expect(judging([failed])(0.25)).toBeUndefined();
    expect(judging(LIST.map((one) => ({ ...one, subjectA: '', subjectB: '' })))(0.25)).toBeUndefined();
  });

  it('takes a picture of nobody for a subject of its own', () => {
    const unknown = judging([...LIST, { ...comparison('x', 'zoe', 0.1), subjectA: '' }])(0.25);
    expect(unknown?.labels).toEqual(['abel', 'adam', 'eve', 'picture\tx/1', 'zoe']);
  });
});
