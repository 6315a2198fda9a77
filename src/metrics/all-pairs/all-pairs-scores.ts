import { FalsematchError } from '../../files/errors.js';
import type { ThresholdCounts } from '../../statistics/counts.js';
import type { GridScores } from './linearised-jackknife.js';
import type { TailScores } from './threshold-replicates.js';
import { type MatedBySubject, readyMated } from './weighted-misses.js';
import { pairsOf, samplesInView } from './weighted-trials.js';

/**
 * The scores of every sample with every other, each pair once; subjects are numbers from 0. All mated scores are there;
 * of the non-mated ones there are the counts on a grid, whose first count is their number, and the upper tail.
 */
export interface AllPairsScores extends GridScores, TailScores {
  readonly subjects: number;
}

/**
 * Refuses scores whose parts do not belong together: numbers of samples that do not lead to the numbers of scores, and a
 * tail that is not sorted or not all that the grid counts from its start on. In O(mated log mated + tail + thresholds).
 */
export function checkAllPairs(scores: AllPairsScores): void {
  const { subjects, samples, failed, nonMated, tail } = scores;
  if (samples.length !== subjects || failed.length !== subjects) {
    throw new FalsematchError(
      `Each of ${subjects} subjects needs its numbers of samples and of failed ones, found ${samples.length} and ${failed.length}.`,
    );
  }
  for (let subject = 0; subject < subjects; subject += 1) {
    const [own, lost] = [samples[subject] ?? 0, failed[subject] ?? 0];
    if (lost >= 0 && lost <= own) continue;
    throw new FalsematchError(`Subject ${subject} has ${own} samples, of which ${lost} cannot have failed.`);
  }
  checkMated(scores);
  const scored = samplesInView(scores, 'excluded');
  const all = pairsOf(scored.reduce((total, own) => total + own, 0));
  const expected = scored.reduce((left, own) => left - pairsOf(own), all);
  const found = nonMated.countsFrom[0] ?? 0;
  if (found !== expected) {
    throw new FalsematchError(
      `The samples that have a template make ${expected} non-mated comparisons, and ${found} are counted; count every pair once.`,
    );
  }
  checkTail(tail, subjects);
  checkComplete(tail, nonMated);
}

function checkMated({ subjects, ...scores }: MatedBySubject & { readonly subjects: number }): void {
  const { mated } = scores;
  if (mated.scores.length !== mated.subject.length || mated.subject.some((one) => !(one >= 0 && one < subjects))) {
    throw new FalsematchError(
      `Each of ${mated.scores.length} mated scores needs a subject from 0 to ${subjects - 1}; found ${mated.subject.length} subjects, or one that is not.`,
    );
  }
  const index = mated.scores.findIndex((score) => !Number.isFinite(score));
  if (index >= 0) {
    throw new FalsematchError(
      `The mated score at index ${index} must be a finite number, found ${mated.scores[index]}.`,
    );
  }
  readyMated(scores, 'excluded');
}

function checkTail({ from, scores, first, second }: TailScores['tail'], subjects: number): void {
  if (first.length !== scores.length || second.length !== scores.length) {
    throw new FalsematchError(
      `Each of ${scores.length} scores of the tail needs two subjects, found ${first.length} and ${second.length}.`,
    );
  }
  if (Math.fround(from) !== from) {
    throw new FalsematchError(`The tail must begin at a float32, found ${from}; give the lowest score of it.`);
  }
  let last = Number.POSITIVE_INFINITY;
  for (let k = 0; k < scores.length; k += 1) {
    const [score, a, b] = [scores[k] ?? 0, first[k] ?? -1, second[k] ?? -1];
    if (!(score <= last && score >= from)) {
      throw new FalsematchError(
        `The tail must hold scores from ${from} on, highest first, found ${score} at index ${k}${k > 0 ? ` after ${last}` : ''}.`,
      );
    }
    if (a === b || !(a >= 0 && a < subjects && b >= 0 && b < subjects)) {
      throw new FalsematchError(
        `Comparison ${k} of the tail must be of two subjects from 0 to ${subjects - 1}, found ${a} and ${b}.`,
      );
    }
    last = score;
  }
}

/** At every threshold of the grid within the tail both have the same number of scores. */
function checkComplete({ from, scores }: TailScores['tail'], { thresholds, countsFrom }: ThresholdCounts): void {
  let at = 0;
  for (let k = thresholds.length - 1; k >= 0 && (thresholds[k] ?? 0) >= from; k -= 1) {
    while (at < scores.length && (scores[at] ?? 0) >= (thresholds[k] ?? 0)) at += 1;
    if (at === countsFrom[k]) continue;
    throw new FalsematchError(
      `The tail must hold all non-mated scores from ${from} on; ${countsFrom[k]} are counted at ${thresholds[k]} or above, and it holds ${at} of them.`,
    );
  }
}
