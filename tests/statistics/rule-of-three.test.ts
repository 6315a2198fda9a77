import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonUpper } from '../../src/statistics/clopper-pearson.js';
import { ruleOfThree } from '../../src/statistics/rule-of-three.js';

describe('ruleOfThree', () => {
  it('is three by the trials, at most 1', () => {
    expect(ruleOfThree(3000)).toBe(0.001);
    expect(ruleOfThree(2)).toBe(1);
  });

  it('is never below the exact one-sided 95% bound, and near it for many trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (trials) => {
        expect(ruleOfThree(trials)).toBeGreaterThanOrEqual(clopperPearsonUpper(0, trials));
      }),
    );
    // 3 / -ln 0.05
    expect(ruleOfThree(1e8) / clopperPearsonUpper(0, 1e8)).toBeCloseTo(1.0014246, 6);
  });

  it('refuses no trials', () => {
    expect(() => ruleOfThree(0)).toThrow(RangeError);
  });
});
