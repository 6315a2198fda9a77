import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thresholdReplicates } from '../../../src/metrics/all-pairs/threshold-replicates.js';
import { bootstrapSides } from '../../../src/metrics/bootstrap-sides.js';
import type { FailureView } from '../../../src/metrics/verification-metric.js';
import { subjectReplicates } from '../../../src/statistics/dependence/bootstrap.js';
import { rankedPeople } from '../people-lists.js';
import { type Comparison, everyPair, inView, isMated, kept, people } from './every-pair.js';

const targets = fc.constantFrom(0.02, 0.1, 0.2, 0.25, 0.3, 0.5, 0.9);
const views = fc.constantFrom<FailureView>('counted', 'excluded');
const options = { replicates: 25, seed: 7 };

/** FNMR by the definition in one replicate: every comparison is looked at, and weighs as much as its subjects do. */
function byDefinition(list: readonly Comparison[], weights: Int32Array, target: number, from: number) {
  const weigh = ({ a, b }: Comparison) => (weights[a] ?? 0) * (a === b ? 1 : (weights[b] ?? 0));
  const weight = (part: readonly Comparison[]) => part.reduce((total, one) => total + weigh(one), 0);
  const mated = list.filter(isMated);
  const strangers = list.filter((one) => !isMated(one));
  if (weight(mated) === 0 || weight(strangers) === 0) return undefined;
  const above =
    (rejected: number) =>
    ({ score = Number.NEGATIVE_INFINITY }: Comparison) =>
      score > rejected;
  const drawn = strangers.filter((one) => weigh(one) > 0).flatMap(({ score }) => score ?? []);
  const rejected =
    [Number.NEGATIVE_INFINITY, ...drawn]
      .sort((p, q) => p - q)
      .find((score) => weight(strangers.filter(above(score))) / weight(strangers) <= target) ?? Number.NaN;
  const fnmr = (highest: number) => {
    const misses = mated.filter((one) => !above(highest)(one));
    const rates = [...weights.entries()].flatMap(([subject, times]) => {
      const own = mated.filter(({ a }) => a === subject).length;
      return own === 0 ? [] : [{ times, rate: misses.filter(({ a }) => a === subject).length / own }];
    });
    return [
      weight(misses) / weight(mated),
      rates.reduce((total, { times, rate }) => total + times * rate, 0) /
        rates.reduce((total, { times }) => total + times, 0),
    ] as const;
  };
  // Scores are in eighths, so the highest below the tail is at most this.
  const known = rejected >= from || rejected === Number.NEGATIVE_INFINITY;
  return { known, at: fnmr(rejected), atEnd: fnmr(from - 1 / 16) };
}

it('is what every comparison gives when it weighs as its subjects do, with the threshold set anew', () => {
  fc.assert(
    fc.property(
      people(),
      fc.nat(),
      targets,
      targets,
      views,
      fc.nat({ max: 12 }),
      (list, seed, t1, t2, view, eighths) => {
        const comparisons = everyPair(list, seed);
        const from = eighths / 8;
        const found = thresholdReplicates(kept(list, comparisons, from), [t1, t2], view, options);
        for (const target of [t1, t2]) {
          const expected = { known: [] as number[], atMost: [] as number[], bySubject: [] as number[][], ranOut: 0 };
          subjectReplicates(list.length, options, (weights) => {
            const one = byDefinition(inView(comparisons, view), weights, target, from);
            if (!one) return;
            const atMost = one.known ? one.at : one.atEnd;
            expected.known.push(one.known ? one.at[0] : 0);
            expected.atMost.push(atMost[0]);
            expected.bySubject.push([one.known ? one.at[1] : 0, atMost[1]]);
            expected.ranOut += one.known ? 0 : 1;
            expect(atMost[0]).toBeGreaterThanOrEqual(one.at[0]);
          });
          const { overComparisons, overSubjects, atMost, ranOut } = found.get(target) ?? expect.fail();
          expect([...overComparisons]).toEqual(expected.known);
          expect([...atMost.overComparisons]).toEqual(expected.atMost);
          expect([...overSubjects].map((known, k) => [known, atMost.overSubjects[k]])).toEqual(
            expected.bySubject.map((both) => both.map((rate) => expect.closeTo(rate, 12))),
          );
          expect(ranOut).toBe(expected.ranOut);
        }
      },
    ),
    { numRuns: 400 },
  );
});

it('is what the same comparisons give as a list of pairs', () => {
  const list = Array.from({ length: 12 }, (_, k) => ({ samples: 1 + (k % 4), failed: k === 7 ? 1 : 0 }));
  const comparisons = everyPair(list, 11);
  const side = (mated: boolean) =>
    rankedPeople(
      comparisons.filter((one) => isMated(one) === mated),
      mated ? 'mated' : 'non-mated',
      list.length,
    );
  const nonMated = side(false);
  const draws = { replicates: 200, seed: 3 };
  const listed = bootstrapSides({ mated: side(true), nonMated, calibration: nonMated }, [0.05, 0.2], draws, false);
  const found = thresholdReplicates(kept(list, comparisons, 0), [0.05, 0.2], 'counted', draws);
  for (const target of [0.05, 0.2]) {
    const { overComparisons, overSubjects, ranOut } = found.get(target) ?? expect.fail();
    expect(ranOut).toBe(0);
    expect(overComparisons).toEqual(listed?.fnmr.get(target)?.overComparisons);
    expect([...overSubjects]).toEqual(
      [...(listed?.fnmr.get(target)?.overSubjects ?? [])].map((rate) => expect.closeTo(rate, 12)),
    );
  }
});

it('gives 0, and FNMR at the end of the tail as the most, where the tail does not reach the threshold', () => {
  const scores = {
    samples: Int32Array.of(3, 2),
    failed: Int32Array.of(0, 0),
    mated: { scores: Float32Array.of(0.9, 0.5, 0.1, 0.7), subject: Int32Array.of(0, 0, 0, 1) },
    tail: { from: 0.5, scores: Float32Array.of(0.75, 0.5), first: Int32Array.of(0, 0), second: Int32Array.of(1, 1) },
  };
  const found = thresholdReplicates(scores, [0.2, 0.5], 'counted', { replicates: 50, seed: 2 });
  // Both subjects once, or nothing to compare: 6 non-mated comparisons, of which 1 may match at 0.2 and 3 at 0.5.
  const { overComparisons, overSubjects, atMost, ranOut } = found.get(0.2) ?? expect.fail();
  expect(overComparisons.length).toBeGreaterThan(10);
  // T is the next float32 above 0.5: 0.5 and 0.1 are missed.
  expect(new Set(overComparisons)).toEqual(new Set([2 / 4]));
  expect(new Set(overSubjects)).toEqual(new Set([2 / 3 / 2]));
  expect([atMost.overComparisons, atMost.overSubjects, ranOut]).toEqual([overComparisons, overSubjects, 0]);
  const beyond = found.get(0.5) ?? expect.fail();
  expect(beyond.ranOut).toBe(overComparisons.length);
  expect(new Set([...beyond.overComparisons, ...beyond.overSubjects])).toEqual(new Set([0]));
  // T is 0.5 at most, so 0.1 alone may be missed.
  expect(new Set(beyond.atMost.overComparisons)).toEqual(new Set([1 / 4]));
  expect(new Set(beyond.atMost.overSubjects)).toEqual(new Set([1 / 3 / 2]));
});

it('gives the same numbers for the same seed', () => {
  const list = Array.from({ length: 8 }, () => ({ samples: 3, failed: 0 }));
  const scores = kept(list, everyPair(list, 5), 0);
  const one = thresholdReplicates(scores, [0.1], 'counted', { replicates: 40, seed: 1 });
  expect(thresholdReplicates(scores, [0.1, 0.1], 'counted', { replicates: 40 })).toEqual(one);
  expect(thresholdReplicates(scores, [0.1], 'counted', { replicates: 40, seed: 2 })).not.toEqual(one);
  expect(thresholdReplicates(scores, [0.1], 'counted').get(0.1)?.overComparisons.length).toBe(2000);
});

it('refuses mated scores that are not those of all pairs', () => {
  const list = [
    { samples: 3, failed: 1 },
    { samples: 2, failed: 0 },
  ];
  const { mated, ...rest } = kept(list, everyPair(list, 1), 0);
  const short = { scores: mated.scores.subarray(1), subject: mated.subject.subarray(1) };
  expect(() => thresholdReplicates({ ...rest, mated: short }, [0.1], 'excluded')).toThrow(
    'Subject 0 needs the 1 mated scores of all pairs of its samples that have a template, found 0.',
  );
});
