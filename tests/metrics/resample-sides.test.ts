import { expect, it } from 'vitest';
import { resampleSides } from '../../src/metrics/resample-sides.js';
import { rankScores } from '../../src/metrics/scores.js';
import { subjectReplicates } from '../../src/statistics/dependence/bootstrap.js';
import type { SubjectNumbers } from '../../src/statistics/dependence/subject-pairs.js';
import { rankedPeople, type Scored, type WithSubjects } from './people-lists.js';

const MATED: Scored[] = [
  { a: 0, b: 0, score: 0.9 },
  { a: 2, b: 2, score: 0.8 },
  { a: 2, b: 2 },
];
const NON_MATED: Scored[] = [
  { a: 1, b: 0, score: 0.3 },
  { a: 2, b: 4, score: 0.2 },
  { a: 0, b: 2 },
];
const OTHERS: Scored[] = [{ a: 3, b: 5, score: 0.1 }];
const [mated, nonMated, others] = [
  rankedPeople(MATED, 'mated').subjects,
  rankedPeople(NON_MATED, 'non-mated').subjects,
  rankedPeople(OTHERS, 'non-mated').subjects,
];

it('weighs a mated comparison by its subject and a non-mated one by both, failed ones too, on every side alike', () => {
  const expected: number[][] = [];
  subjectReplicates(6, { replicates: 50, seed: 4 }, (w) => {
    const of = (i: number, j: number) => (w[i] ?? 0) * (w[j] ?? 0);
    expected.push([...w, w[0] ?? 0, w[2] ?? 0, w[2] ?? 0, of(1, 0), of(2, 4), of(0, 2), of(3, 5)]);
  });
  const found: number[][] = [];
  resampleSides(mated, [nonMated, others], { replicates: 50, seed: 4 }, (weights) => {
    found.push([...weights.subjects, ...weights.mated, ...weights.nonMated.flatMap((side) => [...side])]);
  });
  expect(found).toEqual(expected);
  // A draw of six has six people in it, some of them more than once.
  expect(found.every((row) => row.slice(0, 6).reduce((sum, one) => sum + one, 0) === 6)).toBe(true);
});

it('draws 2,000 times with seed 1 unless told otherwise, and another seed draws others', () => {
  const drawn = (options: Parameters<typeof resampleSides>[2]) => {
    const all: string[] = [];
    resampleSides(mated, [nonMated], options, ({ subjects }) => all.push(subjects.join()));
    return all;
  };
  expect(drawn({})).toHaveLength(2000);
  expect(drawn({})).toEqual(drawn({ seed: 1, replicates: 2000, levels: 'subjects' }));
  expect(drawn({ seed: 2 })).not.toEqual(drawn({}));
});

/** Everybody has two samples; the same sample stands in several comparisons. */
function withSamples(list: readonly Scored[], what: 'mated' | 'non-mated'): WithSubjects['subjects'] {
  const numbers: SubjectNumbers = new Map([0, 1, 2].map((n) => [n, n]));
  const ranked = rankScores(
    {
      scores: Float32Array.from(list, ({ score = 0 }) => score),
      failed: 0,
      subjects: {
        first: list.map(({ a }) => a),
        second: list.map(({ b }) => b),
        samples: { first: list.map(({ a }) => `${a}/1`), second: list.map(({ b }) => `${b}/2`) },
      },
    },
    what,
    numbers,
  );
  return (ranked as WithSubjects).subjects;
}

it('draws the samples of the drawn subjects where two levels are asked for', () => {
  const own = withSamples(
    [0, 1, 2].map((a) => ({ a, b: a, score: 1 })),
    'mated',
  );
  const strangers = withSamples(
    [
      { a: 0, b: 1, score: 0 },
      { a: 1, b: 2, score: 0 },
      { a: 2, b: 0, score: 0 },
    ],
    'non-mated',
  );
  let [sums, all] = [0, 0];
  resampleSides(own, [strangers], { levels: 'subjects-and-samples', replicates: 4000, seed: 9 }, (weights) => {
    const [ofNonMated] = weights.nonMated;
    for (const k of [0, 1, 2]) {
      const subject = weights.subjects[k] ?? 0;
      // Two samples are drawn each time: both alike (no mated comparison), or one of each (one).
      expect(weights.mated[k]).toBeLessThanOrEqual(subject);
      expect(weights.mated[k]).toBeGreaterThanOrEqual(0);
      const other = weights.subjects[(k + 1) % 3] ?? 0;
      expect(ofNonMated?.[k]).toBeLessThanOrEqual(4 * subject * other);
      if (subject === 0 || other === 0) expect(ofNonMated?.[k]).toBe(0);
      sums += weights.mated[k] ?? 0;
      all += subject;
    }
  });
  // Half of the drawings have one of each: 12,000 of them put the share within 0.02 of it, four standard errors.
  expect(sums / all).toBeGreaterThan(0.48);
  expect(sums / all).toBeLessThan(0.52);
});

it('refuses two levels where it is not known which samples are compared', () => {
  expect(() => resampleSides(mated, [nonMated], { levels: 'subjects-and-samples' }, () => {})).toThrow(
    'A bootstrap of two levels needs to know the samples of every comparison.',
  );
});
