import { describe, expect, it } from 'vitest';
import { fnmrAtOneIn, zeroFmr, zeroFnmr } from '../../src/metrics/fvc-rates.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { ranked } from './score-lists.js';

/** 0, 1, ..., n - 1. */
const sequence = (n: number) => Float32Array.from({ length: n }, (_, i) => i);

describe('zeroFmr', () => {
  it('is FNMR just above the highest non-mated score', () => {
    expect(zeroFmr(ranked([1, 2, 2, 3], 1), ranked([0, 2], 4))).toMatchObject({
      state: 'set',
      threshold: nextFloat32Up(2),
      rate: { errors: 4, trials: 5 },
    });
    expect(zeroFmr(ranked([1]), ranked([-0]))).toMatchObject({ threshold: nextFloat32Up(0), rate: { errors: 0 } });
  });

  it('is unavailable without a score on a side', () => {
    expect(zeroFmr(ranked([1]), ranked([], 2))).toEqual({
      state: 'unavailable',
      reason: 'All 2 non-mated comparisons failed, and ZeroFMR needs scores of both kinds.',
    });
    expect(zeroFmr(ranked([]), ranked([1]))).toMatchObject({ state: 'unavailable' });
  });
});

describe('zeroFnmr', () => {
  it('is FMR at the lowest mated score', () => {
    expect(zeroFnmr(ranked([1, 2]), ranked([0, 1, 3], 1))).toMatchObject({
      state: 'set',
      threshold: 1,
      rate: { errors: 2, trials: 4 },
    });
  });

  it('is unavailable when a mated comparison failed', () => {
    expect(zeroFnmr(ranked([1, 2], 3), ranked([0]))).toEqual({
      state: 'unavailable',
      reason: '3 mated comparisons failed, which are false non-matches at every threshold.',
    });
    expect(zeroFnmr(ranked([], 3), ranked([0]))).toMatchObject({
      reason: 'All 3 mated comparisons failed, and ZeroFNMR needs scores of both kinds.',
    });
  });
});

describe('fnmrAtOneIn', () => {
  it('is FNMR where at most one in so many non-mated comparisons matches', () => {
    // Of 2,000 scores 20, 2 and none may match: those from 1980, from 1998, none.
    const mated = ranked([1979, 1980, 1997, 1998, 1999, 2000]);
    const nonMated = ranked(sequence(2000));
    const found = ([100, 1000, 10000] as const).map((oneIn) => fnmrAtOneIn(oneIn, mated, nonMated));
    expect(found).toMatchObject([
      { threshold: nextFloat32Up(1979), rate: { errors: 1 } },
      { threshold: nextFloat32Up(1997), rate: { errors: 3 } },
      { threshold: nextFloat32Up(1999), rate: { errors: 5 } },
    ]);
  });

  it('rejects a block of equal scores as a whole', () => {
    const nonMated = ranked([...sequence(98), 500, 500]);
    expect(fnmrAtOneIn(100, ranked([97, 500, 501]), nonMated)).toMatchObject({
      threshold: nextFloat32Up(500),
      rate: { errors: 2 },
    });
  });

  it('is unavailable where no score sets the threshold', () => {
    expect(fnmrAtOneIn(100, ranked([1]), ranked([1], 999))).toMatchObject({ state: 'unavailable' });
    expect(fnmrAtOneIn(100, ranked([]), ranked([1]))).toEqual({
      state: 'unavailable',
      reason: 'There are no mated comparisons, and FMR100 needs both kinds.',
    });
  });
});
