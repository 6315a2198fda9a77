import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { effectiveTrialsOf, kornGraubard } from '../../src/statistics/korn-graubard.js';
import { wilson } from '../../src/statistics/wilson.js';

const levels = fc.constantFrom(0.8, 0.9, 0.95, 0.99, 0.999);

/** Errors and trials, with something that went wrong and something that did not. */
const mixed = fc
  .integer({ min: 2, max: 5000 })
  .chain((trials) => fc.record({ trials: fc.constant(trials), errors: fc.integer({ min: 1, max: trials - 1 }) }));

describe('kornGraubard', () => {
  it.each([
    // scipy 1.17: beta.ppf(α/2, e, n - e + 1) and beta.isf(α/2, e + 1, n - e), e = rate x n.
    [0.05, 37.5, 0.9, 0.008234303164731007, 0.1539315985214144],
    [0.004, 812.3, 0.95, 0.000898121016310309, 0.011211305765175473],
    [0.98, 61.7, 0.998, 0.8528574488596496, 0.9999337859707771],
    [0, 20.5, 0.95, 0, 0.16468413082386327],
    [1, 20.5, 0.95, 0.8353158691761368, 1],
  ])('%d of %d trials at %d: as scipy has it', (rate, effective, level, low, high) => {
    const found = kornGraubard(rate, effective, level);
    expect(found.low).toBeCloseTo(low, 11);
    expect(found.high).toBeCloseTo(high, 11);
  });

  it("is Clopper-Pearson's for whole trials", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(), levels, (trials, some, level) => {
        const errors = some % (trials + 1);
        const found = kornGraubard(errors / trials, trials, level);
        const exact = clopperPearson(errors, trials, level);
        expect(found.low).toBeCloseTo(exact.low, 10);
        expect(found.high).toBeCloseTo(exact.high, 10);
      }),
    );
  });

  it('is the mirror image for what went right, and narrows with more trials', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        fc.double({ min: 2, max: 3000, noNaN: true }),
        levels,
        (rate, effective, level) => {
          const found = kornGraubard(rate, effective, level);
          const mirrored = kornGraubard(1 - rate, effective, level);
          expect(found.low).toBeCloseTo(1 - mirrored.high, 9);
          expect(found.high).toBeCloseTo(1 - mirrored.low, 9);
          const more = kornGraubard(rate, 2 * effective, level);
          expect(more.low).toBeGreaterThanOrEqual(found.low - 1e-12);
          expect(more.high).toBeLessThanOrEqual(found.high + 1e-12);
        },
      ),
    );
  });

  it('refuses what is no rate, no trials and no level', () => {
    for (const [rate, effective] of [
      [-0.1, 10],
      [1.1, 10],
      [Number.NaN, 10],
      [0.5, 0],
      [0.5, Number.NaN],
    ] as const) {
      expect(() => kornGraubard(rate, effective, 0.95)).toThrow(RangeError);
    }
    expect(() => kornGraubard(0.5, 10, 1)).toThrow('level');
  });
});

describe('effectiveTrialsOf', () => {
  it("reads the trials from Wilson's interval", () => {
    fc.assert(
      fc.property(mixed, levels, ({ errors, trials }, level) => {
        const found = effectiveTrialsOf(errors / trials, wilson(errors, trials, level), level);
        expect((found ?? 0) / trials).toBeCloseTo(1, 6);
      }),
    );
  });

  it('reads fewer from a wider end: the surer end does not count', () => {
    const { low, high } = wilson(30, 1000, 0.9);
    const wider = effectiveTrialsOf(0.03, { low, high: high + 0.01 }, 0.9);
    expect(wider).toBeLessThan(1000);
    expect(wider).toBeCloseTo(effectiveTrialsOf(0.03, { low: 0.029, high: high + 0.01 }, 0.9) ?? 0, 9);
  });

  it('reads nothing without errors, with nothing else, and from an end that says nothing', () => {
    expect(effectiveTrialsOf(0, { low: 0, high: 0.1 }, 0.95)).toBeUndefined();
    expect(effectiveTrialsOf(1, { low: 0.9, high: 1 }, 0.95)).toBeUndefined();
    expect(effectiveTrialsOf(0.5, { low: 0, high: 0.6 }, 0.95)).toBeUndefined();
    expect(effectiveTrialsOf(0.5, { low: 0.5, high: 0.5 }, 0.95)).toBeUndefined();
  });
});
