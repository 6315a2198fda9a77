import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Judged, judgeTests } from '../../src/claims/judge-tests.js';
import type { Relation } from '../../src/claims/test-schema.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import type { Bounds } from '../../src/statistics/level.js';

type Ask = Partial<Judged> & { readonly is?: Relation; readonly value?: number; readonly within?: number };

/** A test of systems that made so many errors in 1,000 independent trials; null: one that has no interval. */
function asked(
  errors: readonly (number | null)[],
  { is = 'at most', value = 0.02, within, ...rest }: Ask = {},
): Judged {
  return {
    demand: { is, value, within },
    confidence: 0.95,
    quantifier: 'best',
    systems: errors.map((_, at) => String(at)),
    boundsAt: (at, level): Bounds | undefined => {
      const own = errors[Number(at)];
      return own == null ? undefined : clopperPearson(own, 1000, level);
    },
    ...rest,
  };
}

const verdicts = (tests: readonly Judged[]) => judgeTests(tests).map(({ verdict }) => verdict);
const verdictOf = (test: Judged) => verdicts([test])[0];

describe('judgeTests', () => {
  it('decides one test by one-sided bounds at its confidence', () => {
    // One-sided exact 95% bounds: 12 of 1,000 leave up to 1.935%, 13 up to 2.055%; 28 at least 1.995%, 29 at least 2.080%.
    expect(verdictOf(asked([12]))).toBe('supported');
    expect(verdictOf(asked([13]))).toBe('unresolved');
    expect(verdictOf(asked([28]))).toBe('unresolved');
    expect(verdictOf(asked([29]))).toBe('contradicted');
    expect(judgeTests([asked([12])])[0]?.levels.low).toBeCloseTo(0.9, 12);
    expect(judgeTests([asked([12])])[0]?.tests).toEqual({ supporting: 1, contradicting: 1 });
  });

  it('asks more of each where there are many, and less again once others are decided', () => {
    expect(verdicts([asked([12]), asked([20])])).toEqual(['unresolved', 'unresolved']);
    // 0 of 1,000 passes at any share, and leaves the whole error to the next.
    const [first, second] = judgeTests([asked([0]), asked([12])]);
    expect(first).toMatchObject({ verdict: 'supported', tests: { supporting: 2, contradicting: 2 } });
    expect(second).toMatchObject({ verdict: 'supported', tests: { supporting: 1, contradicting: 2 } });
    // A claim that is contradicted does not help one to be supported.
    expect(verdicts([asked([90]), asked([12])])).toEqual(['contradicted', 'unresolved']);
  });

  it('gives the ends the levels of the family that rests on them', () => {
    const [upper] = judgeTests([asked([0]), asked([90])]);
    expect(upper?.levels.high).toBeCloseTo(1 - 0.1 / 2, 12);
    expect(upper?.levels.low).toBeCloseTo(1 - 0.1, 12);
    const [lower] = judgeTests([asked([90], { is: 'at least' }), asked([90])]);
    expect(lower?.levels.low).toBeCloseTo(1 - 0.1 / 2, 12);
  });

  it('takes both ends for equality, with half of the error each', () => {
    const equal = { is: 'equal to', value: 0.05, within: 0.02 } as const;
    expect(verdictOf(asked([50], equal))).toBe('supported');
    expect(judgeTests([asked([50], equal)])[0]?.levels).toEqual({ low: 0.95, high: 0.95 });
    expect(verdictOf(asked([60], equal))).toBe('unresolved');
    expect(verdictOf(asked([95], equal))).toBe('contradicted');
    expect(verdictOf(asked([15], equal))).toBe('contradicted');
    // Without a range no sample shows equality.
    expect(verdictOf(asked([50], { is: 'equal to', value: 0.05 }))).toBe('unresolved');
  });

  it('divides by the systems where one of them is enough, and not where all must', () => {
    // 12 of 1,000 supports alone, not as one of two.
    expect(verdictOf(asked([12, 50]))).toBe('unresolved');
    expect(verdictOf(asked([8, 50]))).toBe('supported');
    expect(verdictOf(asked([12, 12], { quantifier: 'every' }))).toBe('supported');
    // Both must violate a claim on the best; one is enough against a claim on every one, at half of the error.
    expect(verdictOf(asked([29, 29]))).toBe('contradicted');
    expect(verdictOf(asked([29, 20]))).toBe('unresolved');
    expect(verdictOf(asked([29, 12], { quantifier: 'every' }))).toBe('unresolved');
    expect(verdictOf(asked([40, 12], { quantifier: 'every' }))).toBe('contradicted');
  });

  it('lets a system without an interval decide nothing, and the others all that they can', () => {
    expect(verdictOf(asked([null]))).toBe('unresolved');
    expect(verdictOf(asked([null, 5]))).toBe('supported');
    expect(verdictOf(asked([null, 90]))).toBe('unresolved');
    expect(verdictOf(asked([null, 5], { quantifier: 'every' }))).toBe('unresolved');
    expect(verdictOf(asked([null, 90], { quantifier: 'every' }))).toBe('contradicted');
    // It keeps its share of the error: whether it has an interval is seen in the data.
    expect(verdictOf(asked([null, 12]))).toBe('unresolved');
  });

  it('decides nothing of no systems and no tests', () => {
    expect(verdictOf(asked([]))).toBe('unresolved');
    expect(verdictOf(asked([], { quantifier: 'every' }))).toBe('unresolved');
    expect(judgeTests([])).toEqual([]);
  });

  it('never supports and contradicts at once, and answers the contrary with the contrary', () => {
    const opposite = { 'at most': 'above', below: 'at least', 'at least': 'below', above: 'at most' } as const;
    const turned = { supported: 'contradicted', contradicted: 'supported', unresolved: 'unresolved' } as const;
    const one = fc.record({
      errors: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 4 }),
      is: fc.constantFrom('at most', 'below', 'at least', 'above'),
      value: fc.constantFrom(0, 0.005, 0.02, 0.05, 1),
      quantifier: fc.constantFrom('best', 'every'),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (tests) => {
        const found = verdicts(tests.map(({ errors, ...rest }) => asked(errors, rest)));
        const contrary = tests.map(({ errors, is, quantifier, ...rest }) =>
          asked(errors, { ...rest, is: opposite[is], quantifier: quantifier === 'best' ? 'every' : 'best' }),
        );
        expect(verdicts(contrary)).toEqual(found.map((verdict) => turned[verdict]));
      }),
    );
  });
});
