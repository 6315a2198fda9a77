import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type AllPairsScores, checkAllPairs } from '../../../src/metrics/all-pairs/all-pairs-scores.js';
import { everyPair, kept, people } from './every-pair.js';

/** Subjects with 2, 1 and 2 samples, one of the last of which failed: 5 non-mated comparisons have a score. */
const scores: AllPairsScores = {
  subjects: 3,
  samples: Int32Array.of(2, 1, 2),
  failed: Int32Array.of(0, 0, 1),
  mated: { scores: Float32Array.of(0.9), subject: Int32Array.of(0) },
  nonMated: { thresholds: Float32Array.of(-1, 0.25, 0.5, 1), countsFrom: Float64Array.of(5, 4, 2, 0) },
  tail: {
    from: 0.25,
    scores: Float32Array.of(0.75, 0.5, 0.25, 0.25),
    first: Int32Array.of(0, 2, 1, 0),
    second: Int32Array.of(1, 0, 2, 2),
  },
};
const { mated, nonMated, tail } = scores;

it('takes what all pairs give, however short the tail is', () => {
  expect(() => checkAllPairs(scores)).not.toThrow();
  fc.assert(
    fc.property(people(), fc.nat(), fc.nat({ max: 16 }), (list, seed, eighths) => {
      checkAllPairs(kept(list, everyPair(list, seed), eighths / 8));
    }),
  );
  const whole = { ...tail, from: Number.NEGATIVE_INFINITY };
  const all = {
    ...scores,
    failed: Int32Array.of(0, 0, 2),
    nonMated: { ...nonMated, countsFrom: Float64Array.of(2, 2, 1, 0) },
    tail: { ...whole, scores: Float32Array.of(0.75, 0.25), first: Int32Array.of(0, 1), second: Int32Array.of(1, 0) },
  };
  expect(() => checkAllPairs(all)).not.toThrow();
});

const f32 = (...values: number[]) => Float32Array.of(...values);
const i32 = (...values: number[]) => Int32Array.of(...values);

it.each<[string, Partial<AllPairsScores>, string]>([
  [
    'a subject too few',
    { samples: i32(2, 1) },
    'Each of 3 subjects needs its numbers of samples and of failed ones, found 2',
  ],
  ['failures of nobody', { failed: i32(0, 0) }, 'found 3 and 2.'],
  ['more failures than samples', { failed: i32(0, 2, 1) }, 'Subject 1 has 1 samples, of which 2 cannot have failed.'],
  ['less than no failure', { failed: i32(0, 0, -1) }, 'Subject 2 has 2 samples, of which -1 cannot have failed.'],
  [
    'a mated score without a subject',
    { mated: { ...mated, subject: i32() } },
    'Each of 1 mated scores needs a subject from 0 to 2; found 0',
  ],
  ['a mated score of a stranger', { mated: { ...mated, subject: i32(3) } }, 'found 1 subjects, or one that is not.'],
  [
    'a mated score that is none',
    { mated: { ...mated, scores: f32(Number.NaN) } },
    'The mated score at index 0 must be a finite number, found NaN.',
  ],
  ['an infinite mated score', { mated: { ...mated, scores: f32(Number.POSITIVE_INFINITY) } }, 'found Infinity.'],
  [
    'a mated score of somebody else',
    { mated: { ...mated, subject: i32(1) } },
    'Subject 0 needs the 1 mated scores of all pairs',
  ],
  [
    'a mated score too many',
    { mated: { scores: f32(0.9, 0.8), subject: i32(0, 2) } },
    'Subject 2 needs the 0 mated scores',
  ],
  [
    'counts of other samples',
    { failed: i32(0, 0, 0), mated: { scores: f32(1, 1), subject: i32(0, 2) } },
    'make 8 non-mated comparisons, and 5 are counted; count every pair once.',
  ],
  [
    'no counts',
    { nonMated: { thresholds: f32(), countsFrom: new Float64Array() } },
    'make 5 non-mated comparisons, and 0 are counted;',
  ],
  [
    'a tail without subjects',
    { tail: { ...tail, second: i32(1) } },
    'Each of 4 scores of the tail needs two subjects, found 4 and 1.',
  ],
  [
    'a tail out of order',
    { tail: { ...tail, scores: f32(0.5, 0.75, 0.25, 0.25) } },
    'found 0.75 at index 1 after 0.5.',
  ],
  [
    'a tail below its start',
    { tail: { ...tail, from: 0.5 } },
    'The tail must hold scores from 0.5 on, highest first, found 0.25 at index 2 after 0.5.',
  ],
  ['a score that is none', { tail: { ...tail, scores: f32(Number.NaN, 0.5, 0.25, 0.25) } }, 'found NaN at index 0.'],
  ['a start that is no float32', { tail: { ...tail, from: 0.1 } }, 'The tail must begin at a float32, found 0.1;'],
  ['a start that is no number', { tail: { ...tail, from: Number.NaN } }, 'found NaN;'],
  [
    'a mated comparison in the tail',
    { tail: { ...tail, second: i32(0, 0, 2, 2) } },
    'Comparison 0 of the tail must be of two subjects from 0 to 2, found 0 and 0.',
  ],
  [
    'a stranger in the tail',
    { tail: { ...tail, first: i32(0, 2, 1, 3) } },
    'Comparison 3 of the tail must be of two subjects from 0 to 2, found 3 and 2.',
  ],
  [
    'a tail with a gap',
    { tail: { from: 0.25, scores: f32(0.75, 0.25, 0.25), first: i32(0, 1, 0), second: i32(1, 2, 2) } },
    'The tail must hold all non-mated scores from 0.25 on; 2 are counted at 0.5 or above, and it holds 1 of them.',
  ],
  [
    'a tail that holds too much',
    { nonMated: { ...nonMated, countsFrom: Float64Array.of(5, 3, 2, 0) } },
    '3 are counted at 0.25 or above, and it holds 4 of them.',
  ],
])('refuses %s', (_, part, message) => {
  expect(() => checkAllPairs({ ...scores, ...part })).toThrow(message);
});
