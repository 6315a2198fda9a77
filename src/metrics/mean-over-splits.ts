import { rateInterval } from '../statistics/dependence/adjusted-wilson.js';
import { jackknifeError } from '../statistics/dependence/jackknife.js';
import type { PairCounts } from '../statistics/dependence/subject-pairs.js';
import { subjectSums } from '../statistics/dependence/subject-sums.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { mean, standardDeviation } from '../statistics/mean.js';
import type { Interval } from './rate.js';

/** A rate averaged over repetitions of one experiment on other divisions of the same people. */
export interface MeanOverSplits {
  readonly value: number;
  readonly splits: number;
  /** The standard deviation between splits (ddof 1): how far divisions differ, which is no standard error of the mean. */
  readonly spread: number;
  /** Everybody who stands in a trial of a split. */
  readonly subjects: number;
  /** The delete-one-subject jackknife's, thresholds as they are; undefined where nothing can be left out. */
  readonly interval: Interval | undefined;
}

/**
 * The mean over splits of errors / trials. Splits share most of their people, so they are no independent repetitions and
 * their standard deviation says nothing of the sampling error; the interval comes from leaving each subject out of all
 * splits at once, in Wilson's form with the trials of a mean split. Subjects are numbered alike in all splits.
 * Undefined for fewer than two splits, and for one without a trial.
 */
export function meanOverSplits(parts: readonly PairCounts[], level = DEFAULT_LEVEL): MeanOverSplits | undefined {
  const sums = parts.map(subjectSums);
  if (sums.length < 2 || sums.some(({ trials }) => trials === 0)) return undefined;
  const rates = sums.map(({ errors, trials }) => errors / trials);
  const everybody = Array.from({ length: sums[0]?.ownTrials.length ?? 0 }, (_, subject) => subject).filter((subject) =>
    sums.some(({ ownTrials }) => (ownTrials[subject] ?? 0) > 0),
  );
  const without = everybody.map((subject) =>
    mean(
      sums.map(
        ({ errors, trials, ownErrors, ownTrials }) =>
          (errors - (ownErrors[subject] ?? 0)) / (trials - (ownTrials[subject] ?? 0)),
      ),
    ),
  );
  const value = mean(rates);
  const error = without.every(Number.isFinite) ? jackknifeError(without) : undefined;
  const interval: Interval | undefined =
    error === undefined
      ? undefined
      : {
          ...rateInterval(value, error, mean(sums.map(({ trials }) => trials)), everybody.length, level),
          level,
          method: 'jackknife',
        };
  return { value, splits: sums.length, spread: standardDeviation(rates), subjects: everybody.length, interval };
}
