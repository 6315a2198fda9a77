import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson, clopperPearsonLower, clopperPearsonUpper } from '../../src/statistics/clopper-pearson.js';
import { incompleteBeta } from '../../src/statistics/incomplete-beta.js';

/** Reference values from exact binomial sums with 40 digits (mpmath), two-sided 95%. */
const EXACT = [
  [0, 3000, 0, 0.0012288708038255118],
  [1, 3000, 8.439233717563405e-6, 0.0018557999944919224],
  [10, 2077, 0.0023111467989756452, 0.008836408061868922],
  [10, 3_147_436, 1.5235867859360713e-6, 5.8429564667070015e-6],
  [8, 10, 0.44390453769235844, 0.9747892736731666],
  [2297, 2470, 0.9191731269602176, 0.9397122880182543],
  [1, 2, 0.01257911709342505, 0.9874208829065749],
  [3, 3, 0.2924017738212866, 1],
  [1500, 3000, 0.48194876932698494, 0.5180512306730151],
  [5, 10, 0.18708602844739852, 0.8129139715526015],
  [242_257, 87_308_771, 0.002763692460567906, 0.0027857715242849317],
] as const;

/** Tiny tails and many trials, two-sided at the level given: continued fractions with 45 digits (mpmath). */
const FAR_OUT = [
  [3, 3_147_436, 1 - 1e-12, 4.582432803651095e-11, 1.1909730544452147e-5],
  [2, 1606, 1 - 1e-12, 6.228522706864596e-10, 0.021440969062335474],
  [30, 3000, 1 - 1e-9, 0.002511287675678844, 0.025757364652268834],
  [1000, 100_000_000, 1 - 1e-6, 8.528810527898872e-6, 1.1634767122968226e-5],
  [1000, 100_000_000, 0.95, 9.389733002270437e-6, 1.0639517958054742e-5],
  [10, 100_000_000, 0.99, 3.716922229651068e-8, 2.139782628021055e-7],
  [50_000_000, 100_000_000, 0.95, 0.4999019968019593, 0.5000980031980408],
  [99_999_999, 100_000_000, 0.9, 0.9999999525613557, 0.9999999994870671],
] as const;

const relative = (found: number, expected: number) =>
  expected === 0 ? Math.abs(found) : Math.abs(found / expected - 1);

describe('clopperPearson', () => {
  it.each(EXACT)('%i of %i has 13 exact digits', (errors, trials, low, high) => {
    const bounds = clopperPearson(errors, trials);
    expect(relative(bounds.low, low)).toBeLessThan(1e-13);
    expect(relative(bounds.high, high)).toBeLessThan(1e-13);
  });

  it.each(FAR_OUT)('%i of %i at %d has 12 exact digits', (errors, trials, level, low, high) => {
    const bounds = clopperPearson(errors, trials, level);
    expect(relative(bounds.low, low)).toBeLessThan(1e-12);
    expect(relative(bounds.high, high)).toBeLessThan(1e-12);
  });

  it('takes the level', () => {
    const { low, high } = clopperPearson(7, 6000, 0.99);
    expect(relative(low, 0.0003396684328200792)).toBeLessThan(1e-12);
    expect(relative(high, 0.0028531881219706063)).toBeLessThan(1e-12);
  });

  it('is exactly 0 and 1 at the ends', () => {
    expect(clopperPearson(0, 7).low).toBe(0);
    expect(clopperPearson(7, 7).high).toBe(1);
    expect(clopperPearson(0, 1).high).toBeCloseTo(0.975, 15);
  });

  it('has one-sided bounds at the full tail', () => {
    expect(relative(clopperPearsonUpper(0, 1606), 1 - 0.05 ** (1 / 1606))).toBeLessThan(1e-12);
    expect(clopperPearsonUpper(3, 50, 0.975)).toBeCloseTo(clopperPearson(3, 50, 0.95).high, 13);
    expect(clopperPearsonLower(3, 50, 0.975)).toBeCloseTo(clopperPearson(3, 50, 0.95).low, 13);
  });

  it('leaves each tail its half, holds the estimate and mirrors', () => {
    const counts = fc
      .integer({ min: 2, max: 100_000 })
      .chain((trials) => fc.tuple(fc.integer({ min: 1, max: trials - 1 }), fc.constant(trials)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([errors, trials], level) => {
        const { low, high } = clopperPearson(errors, trials, level);
        expect(low).toBeLessThan(errors / trials);
        expect(high).toBeGreaterThan(errors / trials);
        const tail = (1 - level) / 2;
        // Near 1 the last digit of the bound itself moves the tail by up to 2e-7.
        expect(incompleteBeta(low, errors, trials - errors + 1) / tail).toBeCloseTo(1, 6);
        expect((1 - incompleteBeta(high, errors + 1, trials - errors)) / tail).toBeCloseTo(1, 6);
        expect(clopperPearson(trials - errors, trials, level).low).toBeCloseTo(1 - high, 12);
      }),
    );
  });

  it('has an upper end that never shrinks when errors are added', () => {
    const highs = Array.from({ length: 41 }, (_, errors) => clopperPearson(errors, 40).high);
    expect(highs).toEqual(highs.toSorted((a, b) => a - b));
  });

  it('refuses counts and levels that make no sense', () => {
    expect(() => clopperPearson(0, 0)).toThrow(RangeError);
    expect(() => clopperPearson(4, 3)).toThrow(RangeError);
    expect(() => clopperPearson(-1, 3)).toThrow(RangeError);
    expect(() => clopperPearson(Number.NaN, 3)).toThrow(RangeError);
    expect(() => clopperPearson(1, 3, 95)).toThrow('The confidence level must lie between 0 and 1, found 95');
    expect(() => clopperPearson(1, 3, 1)).toThrow('level');
  });
});
