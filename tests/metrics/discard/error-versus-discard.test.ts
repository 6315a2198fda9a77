import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GradedComparison, GradedComparisons } from '../../../src/metrics/discard/discard-steps.js';
import { DISCARD_SHARES, errorVersusDiscard } from '../../../src/metrics/discard/error-versus-discard.js';
import { fmrAt, fnmrAt } from '../../../src/metrics/error-rates.js';
import { rankScores } from '../../../src/metrics/scores.js';
import { numberSubjects } from '../../../src/statistics/dependence/number-subjects.js';
import { randomBelow, seededRandom } from '../../../src/statistics/seeded.js';
import { gradedLists } from './graded-lists.js';

/** Ten probes of ten people, each compared with its own reference and with the next person's. */
function tenProbes(qualities: readonly (number | undefined)[], scores: readonly number[]): GradedComparisons {
  const of = (k: number, person: number, score: number): GradedComparison => ({
    probe: `p${k}`,
    subjectA: `s${person}`,
    subjectB: `s${k}`,
    ...(qualities[k] === undefined ? {} : { quality: qualities[k], score }),
  });
  return {
    mated: qualities.map((_, k) => of(k, k, scores[k] ?? 0)),
    // A passer-by only with even numbers; the first one is a false match.
    nonMated: qualities.flatMap((_, k) => (k % 2 === 0 ? [of(k, (k + 1) % 10, k === 0 ? 0.9 : 0.1)] : [])),
  };
}

/** Numbers from 0 to 1. */
function sharesFrom(seed: number): () => number {
  const random = seededRandom(seed);
  return () => randomBelow(random, 1_000_000) / 1_000_000;
}

const counts = (rate: { errors: number | null; trials: number }) => [rate.errors, rate.trials];

describe('errorVersusDiscard', () => {
  it('discards the worst probes of ten, counted by hand', () => {
    const list = tenProbes([undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9], [0.9, 0.2, 0.8, 0.2, 0.8, 0.8, 0.8, 0.8, 0.8, 0.2]);
    const points = errorVersusDiscard(list, { threshold: 0.5, shares: [0, 0.1, 0.29, 0.4, 1] });
    expect(points.map(({ share }) => share)).toEqual([0, 0.1, 0.29, 0.4, 1]);
    expect(points.map(({ discarded }) => counts(discarded))).toEqual([
      [0, 10],
      [1, 10],
      [2, 10],
      [4, 10],
      [10, 10],
    ]);
    // Passers-by are the probes 0, 2, 4, 6 and 8.
    expect(points.map(({ discardedPassersBy }) => counts(discardedPassersBy))).toEqual([
      [0, 5],
      [1, 5],
      [1, 5],
      [2, 5],
      [5, 5],
    ]);
    expect(points.map(({ fnmr }) => counts(fnmr))).toEqual([
      [4, 10],
      [3, 9],
      [2, 8],
      [1, 6],
      [null, 0],
    ]);
    expect(points.map(({ fnmrCounted }) => counts(fnmrCounted))).toEqual([
      [4, 10],
      [4, 10],
      [4, 10],
      [5, 10],
      [10, 10],
    ]);
    expect(points.map(({ fmr }) => counts(fmr))).toEqual([
      [0, 5],
      [0, 4],
      [0, 4],
      [0, 3],
      [null, 0],
    ]);
    expect(points[4]).toMatchObject({ fnmr: { state: 'unavailable' }, fmr: { state: 'unavailable' } });
    expect(points[1]?.discarded).toMatchObject({ over: 'samples', subjects: 10 });
  });

  it('takes false matches away with the passers-by who are not searched', () => {
    const list = tenProbes([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], Array(10).fill(0.8));
    const points = errorVersusDiscard(list, { threshold: 0.5, shares: [0, 0.1] });
    expect(points.map(({ fmr }) => counts(fmr))).toEqual([
      [1, 5],
      [0, 4],
    ]);
  });

  it('discards a block of equal quality when all of it fits, and nothing behind one that does not', () => {
    const list = tenProbes([undefined, undefined, undefined, 1, 2, 2, 3, 4, 5, 6], Array(10).fill(0.8));
    const points = errorVersusDiscard(list, { threshold: 0.5, shares: [0.2, 0.3, 0.4, 0.5, 0.6] });
    expect(points.map(({ discarded }) => discarded.errors)).toEqual([0, 3, 4, 4, 6]);
  });

  it('is not a ten-thousandth short where a share is no round binary number', () => {
    const list = tenProbes([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], Array(10).fill(0.8));
    const hundred = {
      mated: Array.from({ length: 10 }, (_, t) =>
        list.mated.map((one) => ({ ...one, probe: `${t}${one.probe}`, quality: (one.quality ?? 0) + 10 * t })),
      ).flat(),
      nonMated: [],
    };
    const [point] = errorVersusDiscard(hundred, { threshold: 0.5, shares: [0.29] });
    expect(point?.discarded).toMatchObject({ errors: 29, trials: 100, subjects: 10 });
    expect(point?.discardedPassersBy.state).toBe('unavailable');
  });

  it('refuses shares and qualities that make no sense', () => {
    const list = tenProbes([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], Array(10).fill(0.8));
    const [first] = list.mated;
    if (!first) throw new Error('there are ten');
    const run = (shares: number[], mated = list.mated) =>
      errorVersusDiscard({ ...list, mated }, { threshold: 0.5, shares });
    expect(() => run([5])).toThrow('between 0 and 1, found 5; write 0.05 for 5%');
    expect(() => run([Number.NaN])).toThrow('between 0 and 1, found NaN');
    expect(() => run([0], [{ ...first, quality: Number.NaN }])).toThrow('quality of probe p0 must be a finite number');
    expect(() => run([0], [first, { ...first, quality: 7 }])).toThrow('probe p0 has the qualities 0 and 7');
    expect(() => errorVersusDiscard(list, { threshold: Number.NaN })).toThrow('must be a number, found NaN');
  });
});

describe('for any comparisons', () => {
  const at = (list: GradedComparisons, shares = DISCARD_SHARES) => errorVersusDiscard(list, { threshold: 0, shares });

  it('nothing discarded is FNMR and FMR as they are', () => {
    fc.assert(
      fc.property(gradedLists, (list) => {
        const [none] = at(list, [0]);
        const numbers = numberSubjects(
          [list.mated, list.nonMated].map((side) => ({
            first: side.map(({ subjectA }) => subjectA),
            second: side.map(({ subjectB }) => subjectB),
          })),
        );
        const ranked = (side: readonly GradedComparison[], what: 'mated' | 'non-mated') => {
          const ordered = side.toSorted((p, q) => Number(p.score === undefined) - Number(q.score === undefined));
          const scores = Float32Array.from(ordered.flatMap(({ score }) => score ?? []));
          const subjects = {
            first: ordered.map(({ subjectA }) => subjectA),
            second: ordered.map(({ subjectB }) => subjectB),
          };
          return rankScores({ scores, failed: ordered.length - scores.length, subjects }, what, numbers);
        };
        expect(none?.fnmr).toEqual(fnmrAt(ranked(list.mated, 'mated'), 0));
        expect(none?.fnmrCounted).toEqual(none?.fnmr);
        expect(none?.fmr).toEqual(fmrAt(ranked(list.nonMated, 'non-mated'), 0));
        expect(none?.discarded.errors).toBe(0);
      }),
    );
  });

  it('misses with the discarded counted never fall, and are those of the rest and the discarded together', () => {
    fc.assert(
      fc.property(gradedLists, (list) => {
        let last = 0;
        for (const { share, discarded, fnmr, fnmrCounted } of at(list)) {
          expect(discarded.value ?? 0).toBeLessThanOrEqual(share + 1e-9);
          expect(fnmrCounted.trials).toBe(list.mated.length);
          expect(fnmrCounted.errors ?? 0).toBe((fnmr.errors ?? 0) + list.mated.length - fnmr.trials);
          expect(fnmrCounted.errors ?? 0).toBeGreaterThanOrEqual(last);
          last = fnmrCounted.errors ?? 0;
        }
      }),
    );
  });

  it('the order of the comparisons decides nothing', () => {
    fc.assert(
      fc.property(gradedLists, fc.integer(), (list, seed) => {
        const shuffled = <T>(side: readonly T[]) => {
          const random = sharesFrom(seed);
          return side
            .map((one) => ({ one, key: random() }))
            .sort((p, q) => p.key - q.key)
            .map(({ one }) => one);
        };
        expect(at({ mated: shuffled(list.mated), nonMated: shuffled(list.nonMated) })).toEqual(at(list));
      }),
    );
  });

  it('failed probes are never kept while another goes', () => {
    fc.assert(
      fc.property(gradedLists, (list) => {
        const all = [...list.mated, ...list.nonMated];
        const failed = new Set(all.filter(({ quality }) => quality === undefined).map(({ probe }) => probe)).size;
        for (const { discarded } of at(list)) {
          if (discarded.errors !== 0) expect(discarded.errors ?? 0).toBeGreaterThanOrEqual(failed);
        }
      }),
    );
  });
});

it('a measure that knows nothing leaves FNMR about as it is, one that knows everything takes it to nothing', () => {
  const random = sharesFrom(7);
  const people = Array.from({ length: 2000 }, (_, k) => ({ k, missed: random() < 0.1, luck: random() }));
  const graded = (quality: (one: (typeof people)[number]) => number): GradedComparisons => ({
    mated: people.map((one) => ({
      probe: one.k,
      subjectA: one.k,
      subjectB: one.k,
      quality: quality(one),
      score: one.missed ? 0.1 : 0.9,
    })),
    nonMated: [],
  });
  const values = (list: GradedComparisons) =>
    errorVersusDiscard(list, { threshold: 0.5, shares: [0, 0.05, 0.2, 0.5] }).map(({ fnmr }) => fnmr.value ?? -1);
  const useless = values(graded(({ luck }) => luck));
  for (const value of useless) expect(Math.abs(value - (useless[0] ?? 0))).toBeLessThan(0.015);
  const perfect = values(graded(({ missed, luck }) => (missed ? 0 : 1) + luck));
  expect(perfect[1]).toBeLessThan(0.7 * (perfect[0] ?? 0));
  expect(perfect.slice(2)).toEqual([0, 0]);
});
