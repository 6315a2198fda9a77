import { FalsematchError } from '../../files/errors.js';
import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import { type SubjectSums, subjectSums } from '../../statistics/dependence/subject-sums.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import { makeRate, type Rate } from '../rate.js';
import { type SubjectMean, subjectMean } from '../subject-mean.js';
import type { FailureView } from '../verification-metric.js';
import type { FalseMatchCounts } from './false-matches.js';
import { falseMatchSums } from './pair-sums.js';
import { allPairsTrials } from './trials.js';
import type { MatedBySubject } from './weighted-misses.js';
import { pairsOf, type SamplesBySubject, samplesInView } from './weighted-trials.js';

/**
 * The false match rate of all pairs, from its counts at a threshold: see `fmrAt`, which gives the same for a list of all
 * of these comparisons. Throws for false matches by subject that are not twice as many as false matches.
 */
export function allPairsFmr(
  samplesOf: SamplesBySubject,
  counts: FalseMatchCounts,
  view: FailureView,
  level = DEFAULT_LEVEL,
): Rate {
  const { falseMatches, bySubject } = counts;
  const { nonMated } = allPairsTrials(samplesOf, view);
  const ends = bySubject.reduce((total, own) => total + own, 0);
  if (bySubject.length !== samplesOf.samples.length || ends !== 2 * falseMatches) {
    throw new FalsematchError(
      `Each of ${falseMatches} false matches counts for two of ${samplesOf.samples.length} subjects, found ${ends} in the counts of ${bySubject.length}.`,
    );
  }
  return fmrOf(falseMatchSums(nonMated, falseMatches, Float64Array.from(bySubject), counts, view), level);
}

/** FMR over the non-mated comparisons behind some sums. */
export function fmrOf(counts: SubjectSums, level: number | undefined): Rate {
  return makeRate(counts.errors, counts.trials, { of: 'FMR', over: 'comparisons', level, counts });
}

/** FNMR over the mated comparisons, and averaged over the subjects that have one. */
export interface AllPairsFnmr {
  readonly overComparisons: Rate;
  readonly overSubjects: SubjectMean;
}

/**
 * The false non-match rate of all pairs at a threshold: mated comparisons with score < T and failed ones, of all mated
 * comparisons, in the view that is asked for; see `fnmrAt`. Throws for T = NaN.
 */
export function allPairsFnmr(
  scores: MatedBySubject,
  threshold: number,
  view: FailureView,
  level = DEFAULT_LEVEL,
): AllPairsFnmr {
  const counts = missesBySubject(scores, threshold, view);
  return { overComparisons: fnmrOf(counts, level), overSubjects: subjectMean(counts, 'FNMR', level) };
}

/** FNMR over mated comparisons that are counted by subject. */
export function fnmrOf(misses: PairCounts, level: number | undefined): Rate {
  const counts = subjectSums(misses);
  return makeRate(counts.errors, counts.trials, { of: 'FNMR', over: 'comparisons', level, counts });
}

/** Misses and mated comparisons of the subjects that have any, in their order. Throws for T = NaN. */
export function missesBySubject(scores: MatedBySubject, threshold: number, view: FailureView): PairCounts {
  if (Number.isNaN(threshold)) {
    throw new FalsematchError('The threshold must be a number, found NaN; give a similarity score.');
  }
  const { mated } = scores;
  const trials = Float64Array.from(samplesInView(scores, view), pairsOf);
  const misses = trials.slice();
  for (let k = 0; k < mated.scores.length; k += 1) {
    const subject = mated.subject[k] ?? 0;
    if ((mated.scores[k] ?? 0) >= threshold) misses[subject] = (misses[subject] ?? 0) - 1;
  }
  const own = Int32Array.from(trials.keys()).filter((subject) => (trials[subject] ?? 0) > 0);
  return {
    subjects: trials.length,
    first: own,
    second: own,
    errors: Float64Array.from(own, (subject) => misses[subject] ?? 0),
    trials: Float64Array.from(own, (subject) => trials[subject] ?? 0),
  };
}
