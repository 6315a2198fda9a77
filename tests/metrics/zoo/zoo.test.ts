import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doddingtonZoo, type Zoo } from '../../../src/metrics/zoo/zoo.js';
import type { ZooComparisons } from '../../../src/metrics/zoo/zoo-comparisons.js';
import { simulateZoo } from './animals-data.js';

const quick = { permutations: 199, seed: 3 };
const alike = simulateZoo({ subjects: 60, sd: 0, threshold: 2, matedEach: 6, seed: 2 });
const mixed = simulateZoo({ subjects: 60, sd: 0.5, threshold: 2, matedEach: 6, seed: 1 });
const onlyKind = (zoo: Zoo) => {
  if (zoo.falselyMatched.directed) throw new Error('These comparisons have no direction.');
  return zoo.falselyMatched.lambsOrWolves;
};

/** Everybody is compared with everybody once; subject 0 is falsely matched with all others. */
function oneLamb(): ZooComparisons {
  const rows = Array.from({ length: 20 }, (_, a) => Array.from({ length: a }, (__, b) => [b, a] as const)).flat();
  const first = Int32Array.from(rows, ([b]) => b);
  const second = Int32Array.from(rows, ([, a]) => a);
  const empty = { first: new Int32Array(0), second: new Int32Array(0), isError: new Uint8Array(0) };
  return {
    subjects: 20,
    mated: empty,
    nonMated: { first, second, isError: Uint8Array.from(first, (b) => (b === 0 ? 1 : 0)) },
    directed: false,
  };
}

describe('concentration', () => {
  it('gives one lamb half of the ends of its false matches', () => {
    const { concentration } = doddingtonZoo(oneLamb(), quick);
    expect(concentration).toMatchObject({
      state: 'resolved',
      falseMatches: 19,
      falseMatchPairs: 19,
      comparisons: 190,
      subjects: 20,
      unranked: 0,
      minTrials: 10,
      worst: [
        { part: 0.01, subjects: 1, endpoints: 19, share: 0.5, chance: { pValue: 1 / 200 } },
        { part: 0.1, subjects: 2, endpoints: 20, share: 20 / 38, chance: { pValue: 1 / 200 } },
      ],
    });
    if (concentration.state !== 'resolved') return;
    // The busiest of 20 subjects has by chance 4 to 6 of the 38 ends.
    expect(concentration.worst[0]?.chance.median).toBeGreaterThan(0.1);
    expect(concentration.worst[0]?.chance.high).toBeLessThan(0.2);
  });

  it('says when there is nobody to rank', () => {
    const lamb = oneLamb();
    const none = { ...lamb, nonMated: { ...lamb.nonMated, isError: new Uint8Array(190) } };
    expect(doddingtonZoo(none, quick).concentration).toEqual({
      state: 'unavailable',
      reason: 'There is no false match whose subjects could be ranked.',
    });
    expect(doddingtonZoo(lamb, { ...quick, minTrials: { mated: 5, nonMated: 20 } }).concentration).toEqual({
      state: 'unavailable',
      reason: 'No subject has 20 or more non-mated comparisons to be ranked by.',
    });
  });
});

describe('doddingtonZoo', () => {
  it('finds animals among subjects that differ', () => {
    const zoo = doddingtonZoo(mixed, quick);
    for (const { byErrors, byScores } of [zoo.goats, onlyKind(zoo)]) {
      for (const test of [byErrors, byScores])
        expect(test).toMatchObject({ state: 'resolved', chance: { pValue: 1 / 200 } });
    }
    expect(onlyKind(zoo).most).toHaveLength(10);
    expect(onlyKind(zoo)).toMatchObject({ trials: 1770, subjects: 60, ranked: 60, minTrials: 10 });
  });

  it('finds none among subjects that are alike, where the spread is about 1', () => {
    const zoo = doddingtonZoo(alike, quick);
    for (const { byErrors, byScores } of [zoo.goats, onlyKind(zoo)]) {
      for (const test of [byErrors, byScores]) {
        expect(test.state).toBe('resolved');
        if (test.state !== 'resolved') continue;
        expect(test.chance.pValue).toBeGreaterThan(0.02);
        expect(test.spread).toBeGreaterThan(0.6);
        expect(test.spread).toBeLessThan(1.5);
        expect(test.chance.median).toBeCloseTo(1, 0);
      }
    }
  });

  it('lists the subjects with their own counts', () => {
    const { most, errors } = onlyKind(doddingtonZoo(oneLamb(), { ...quick, list: 3 }));
    expect(errors).toBe(19);
    expect(most).toEqual([
      { subject: 0, errors: 19, trials: 19 },
      { subject: 1, errors: 1, trials: 19 },
      { subject: 2, errors: 1, trials: 19 },
    ]);
  });

  it('tells lambs from wolves only where comparisons have a direction', () => {
    const { nonMated, ...rest } = oneLamb();
    const both = {
      first: Int32Array.of(...nonMated.first, ...nonMated.second),
      second: Int32Array.of(...nonMated.second, ...nonMated.first),
      // Subject 0 is matched as a probe, never as a reference.
      isError: Uint8Array.of(...nonMated.isError, ...new Uint8Array(190)),
    };
    const { falselyMatched } = doddingtonZoo({ ...rest, nonMated: both, directed: true }, quick);
    expect(falselyMatched.directed).toBe(true);
    if (!falselyMatched.directed) return;
    const { lambs, wolves } = falselyMatched;
    expect(wolves.most[0]).toEqual({ subject: 0, errors: 19, trials: 19 });
    expect(wolves.byErrors).toMatchObject({ state: 'resolved', chance: { pValue: 1 / 200 } });
    expect(lambs.most[0]).toEqual({ subject: 1, errors: 1, trials: 19 });
    expect(lambs.byErrors.state === 'resolved' && lambs.byErrors.chance.pValue > 0.5).toBe(true);
  });

  it('says why there is no test', () => {
    const { goats, falselyMatched } = doddingtonZoo(oneLamb(), quick);
    expect(goats).toMatchObject({
      byErrors: { state: 'unavailable', reason: 'There is no error.' },
      byScores: { state: 'unavailable', reason: 'Scores were not given.' },
      errors: 0,
      trials: 0,
      most: [],
    });
    expect(falselyMatched.directed).toBe(false);
    const once = doddingtonZoo({
      ...alike,
      mated: simulateZoo({ subjects: 60, sd: 0, threshold: 3, matedEach: 1, seed: 2 }).mated,
    });
    expect(once.goats.byErrors).toEqual({
      state: 'unavailable',
      reason: 'No subject has two comparisons, so subjects cannot be told from chance.',
    });
    const flat = { ...alike.mated, scores: new Float32Array(360), isError: new Uint8Array(360).fill(1) };
    expect(doddingtonZoo({ ...alike, mated: flat }, quick).goats).toMatchObject({
      byErrors: { reason: 'All comparisons are errors.' },
      byScores: { reason: 'There are no two different scores.' },
    });
  });

  it('takes fewer permutations of very many scores, and says so', () => {
    const first = Int32Array.from({ length: 40_000 }, (_, k) => k % 400);
    const scores = Float32Array.from(first, (_, k) => Math.sin(k));
    const isError = Uint8Array.from(scores, (score) => (score < -0.999 ? 1 : 0));
    const zoo = doddingtonZoo({ ...oneLamb(), subjects: 400, mated: { first, second: first, isError, scores } });
    expect(zoo.goats).toMatchObject({
      byErrors: { state: 'resolved', chance: { permutations: 1000 } },
      byScores: { state: 'resolved', chance: { permutations: 500 } },
    });
  });

  it('is the same for the same seed', () => {
    expect(doddingtonZoo(mixed, quick)).toEqual(doddingtonZoo(mixed, quick));
    expect(doddingtonZoo(mixed, { ...quick, seed: 4 })).not.toEqual(doddingtonZoo(mixed, quick));
  });

  it('refuses scores that do not fit', () => {
    const scored = (scores: Float32Array) => () =>
      doddingtonZoo({ ...alike, mated: { ...alike.mated, scores } }, quick);
    expect(scored(new Float32Array(2))).toThrow('Each of 360 comparisons needs a score, found 2.');
    expect(scored(new Float32Array(360).fill(Number.NaN))).toThrow('Comparison 0 has the score NaN.');
    expect(() => doddingtonZoo(alike, { level: 2 })).toThrow('level');
  });

  it('never gives a number that is none, and shares in [0, 1]', () => {
    const isNumber = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value !== 'object' || value === null || Object.values(value).every(isNumber);
    const row = fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 }), fc.nat({ max: 1 }), fc.integer({ min: -2, max: 2 }));
    fc.assert(
      fc.property(fc.array(row, { maxLength: 25 }), fc.boolean(), (rows, directed) => {
        const side = (list: typeof rows) => ({
          first: Int32Array.from(list, ([a]) => a),
          second: Int32Array.from(list, ([, b]) => b),
          isError: Uint8Array.from(list, ([, , error]) => error),
          scores: Float32Array.from(list, ([, , , score]) => (score === -2 ? Number.NEGATIVE_INFINITY : score)),
        });
        const zoo = doddingtonZoo(
          {
            subjects: 6,
            mated: side(rows.map(([a, , e, s]) => [a, a, e, s])),
            nonMated: side(rows.filter(([a, b]) => a !== b)),
            directed,
          },
          { permutations: 39, minTrials: { mated: 1, nonMated: 1 } },
        );
        expect(isNumber(zoo)).toBe(true);
        if (zoo.concentration.state !== 'resolved') return;
        for (const { share, chance } of zoo.concentration.worst) {
          expect(share).toBeGreaterThan(0);
          expect(share).toBeLessThanOrEqual(1);
          expect(chance.high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
