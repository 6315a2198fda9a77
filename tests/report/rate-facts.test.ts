import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FalsematchError } from '../../src/files/errors.js';
import { rateFacts } from '../../src/report/rate-facts.js';
import { clopperPearson, clopperPearsonUpper } from '../../src/statistics/clopper-pearson.js';

describe('rateFacts', () => {
  it('gives both intervals, the one-sided bound and the rules', () => {
    const facts = rateFacts({ errors: 10, trials: 2077 });
    expect(facts).toMatchObject({ level: 0.95, rate: 10 / 2077, ruleOfThree: null, ruleOfThirty: false });
    expect(facts).toMatchObject({ disjoint: null, resolve: null, against: null });
    expect(facts.clopperPearson).toEqual(clopperPearson(10, 2077));
    expect(facts.wilson.low).toBeCloseTo(0.002617, 6);
    expect(facts.upperOneSided).toBe(clopperPearsonUpper(10, 2077));
    expect(rateFacts({ errors: 30, trials: 2077 }).ruleOfThirty).toBe(true);
    expect(rateFacts({ errors: 0, trials: 3000 }).ruleOfThree).toBe(0.001);
  });

  it('rests the bound for no error on the trials that share no person', () => {
    const { disjoint } = rateFacts({ errors: 0, trials: 3000, disjoint: 1606 });
    expect(disjoint?.upper).toBeCloseTo(1 - 0.025 ** (1 / 1606), 15);
    expect(disjoint?.upperOneSided).toBeCloseTo(1 - 0.05 ** (1 / 1606), 15);
  });

  it('never gives a smaller bound for more errors, nor for fewer disjoint trials', () => {
    const counts = fc
      .integer({ min: 2, max: 5000 })
      .chain((trials) =>
        fc.tuple(
          fc.constant(trials),
          fc.integer({ min: 0, max: Math.min(60, trials - 1) }),
          fc.integer({ min: 2, max: trials }),
        ),
      );
    fc.assert(
      fc.property(counts, ([trials, errors, disjoint]) => {
        const bound = (more: number, fewer: number) => {
          const facts = rateFacts({ errors: errors + more, trials, disjoint: disjoint - fewer }).disjoint;
          return [facts?.upper ?? 0, facts?.upperOneSided ?? 0] as const;
        };
        const [upper, oneSided] = bound(0, 0);
        for (const [higher, higherOneSided] of [bound(1, 0), bound(0, 1)]) {
          expect(higher).toBeGreaterThanOrEqual(upper);
          expect(higherOneSided).toBeGreaterThanOrEqual(oneSided);
        }
      }),
    );
  });

  it.each([
    [0, 29_956, 'shown'],
    [0, 29_955, 'open'],
    [10, 3000, 'exceeded'],
    [1, 30_000, 'open'],
  ] as const)('%i of %i against a rate of 1e-4: %s', (errors, trials, state) => {
    const { resolve } = rateFacts({ errors, trials, resolve: 1e-4 });
    expect(resolve).toMatchObject({ state, trialsWithoutErrors: 29_956, measured: { trials: 300_586 } });
    expect(resolve?.trialsWithTheseErrors).toBe(errors === 1 ? 47_437 : null);
  });

  it('a rate is shown only if the trials that share no person show it', () => {
    const all = { errors: 0, trials: 3000, resolve: 1e-3 };
    expect(rateFacts(all).resolve?.state).toBe('shown');
    expect(rateFacts({ ...all, disjoint: 1606 }).resolve?.state).toBe('open');
  });

  it('compares with a second proportion', () => {
    const { against } = rateFacts({ errors: 21, trials: 1500, against: { errors: 9, trials: 1500 } });
    expect(against).toMatchObject({ rate: 0.006, power: 0.8, trialsEach: 2428 });
    expect(against?.difference.value).toBeCloseTo(0.008, 15);
    expect(against?.difference.low).toBeCloseTo(0.000785, 6);
    expect(against?.detectable.higher).toBeCloseTo(0.0168730651, 9);
    const same = rateFacts({ errors: 1, trials: 10, against: { errors: 2, trials: 20 }, power: 0.9 }).against;
    expect(same).toMatchObject({ power: 0.9, trialsEach: null });
  });

  it('holds numbers and nulls only, whatever the counts', () => {
    const whole = fc.integer({ min: 1, max: 10_000_000 });
    const proportion = whole.chain((trials) =>
      fc.record({ errors: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }),
    );
    const share = fc.double({ min: 1e-9, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(proportion, proportion, share, share, (counts, against, level, resolve) => {
        const facts = rateFacts({ ...counts, level, resolve, against, disjoint: counts.trials });
        // JSON writes null for NaN and infinities: nothing may be lost on that way.
        expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
      }),
    );
  });

  it.each([
    [{ errors: 5, trials: 3 }, 'The errors must be a whole number from 0 to the trials, found 5 of 3'],
    [{ errors: 0.5, trials: 3 }, 'found 0.5 of 3'],
    [{ errors: 0, trials: 0 }, 'A rate needs at least one trial'],
    [{ errors: 0, trials: Number.NaN }, 'A rate needs at least one trial'],
    [{ errors: 0, trials: 3, level: 95 }, 'The confidence level must lie between 0 and 1'],
    [{ errors: 0, trials: 3, disjoint: 4 }, 'from 1 to all 3 trials, found 4'],
    [{ errors: 0, trials: 3, disjoint: 0 }, 'from 1 to all 3 trials, found 0'],
    [{ errors: 0, trials: 3, resolve: 1 }, 'The rate to be resolved must lie between 0 and 1'],
    [{ errors: 0, trials: 3, against: { errors: 2, trials: 1 } }, 'found 2 of 1'],
    [{ errors: 0, trials: 3, against: { errors: 1, trials: 2 }, power: 0.2 }, 'The power must be from 0.5'],
  ])('refuses %j', (question, message) => {
    expect(() => rateFacts(question)).toThrow(FalsematchError);
    expect(() => rateFacts(question)).toThrow(message);
  });
});
