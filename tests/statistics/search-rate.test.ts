import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FalsematchError } from '../../src/files/errors.js';
import { fmrFromFpir, fpirFromFmr } from '../../src/statistics/search-rate.js';

describe('fpirFromFmr', () => {
  // 40 digits (mpmath).
  it.each([
    [1e-6, 10_000, 0.009950171201084403],
    [1e-9, 19_000_000, 0.0188206377665152],
    [0.5, 2, 0.75],
    [0, 10_000, 0],
    [1, 10_000, 1],
  ])('of %d in a gallery of %i', (fmr, gallery, fpir) => {
    expect(fpirFromFmr(fmr, gallery)).toBeCloseTo(fpir, 15);
  });

  it('is the rate itself for a gallery of one', () => {
    expect(fpirFromFmr(1e-18, 1)).toBe(1e-18);
  });
});

describe('fmrFromFpir', () => {
  it('keeps its digits where 1 - (1 - fpir)^(1/n) would lose them', () => {
    expect(fmrFromFpir(1 / 6000, 10_000) / 1.6668055570983796e-8).toBeCloseTo(1, 13);
    expect(fmrFromFpir(1e-12, 1e9) / 1e-21).toBeCloseTo(1, 11);
    expect(fmrFromFpir(0, 10)).toBe(0);
    expect(fmrFromFpir(1, 10)).toBe(1);
  });

  it('undoes fpirFromFmr', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-12, max: 0.99, noNaN: true }),
        fc.integer({ min: 1, max: 20_000_000 }),
        (fpir, gallery) => {
          const fmr = fmrFromFpir(fpir, gallery);
          expect(fmr).toBeLessThanOrEqual(fpir);
          expect(fpirFromFmr(fmr, gallery) / fpir).toBeCloseTo(1, 10);
        },
      ),
    );
  });

  it('refuses what makes no sense, both ways', () => {
    for (const convert of [fmrFromFpir, fpirFromFmr]) {
      expect(() => convert(1.1, 10)).toThrow(FalsematchError);
      expect(() => convert(Number.NaN, 10)).toThrow(FalsematchError);
      expect(() => convert(0.1, 0)).toThrow('A gallery holds a whole number of people');
      expect(() => convert(0.1, 2.5)).toThrow(FalsematchError);
    }
  });
});
