import { rateInterval } from '../statistics/dependence/adjusted-wilson.js';
import { percentileInterval } from '../statistics/dependence/bootstrap.js';
import { jackknifeError } from '../statistics/dependence/jackknife.js';
import { fnmrLeaveOneOut } from './fnmr-leave-one-out.js';
import { type Floor, guard, type Interval, type Rate } from './rate.js';
import type { RankedScores } from './scores.js';
import type { SubjectMean } from './subject-mean.js';

/** What FNMR at a target FMR came out as in each replicate of a bootstrap that sets the threshold anew. */
export interface FnmrReplicates {
  readonly overComparisons: Float64Array;
  readonly overSubjects: Float64Array;
}

/**
 * FNMR at a target FMR, from FNMR at the threshold that was set: the same number with the intervals that also carry how
 * uncertain the threshold is. The default interval is the percentile interval of the subject bootstrap, the other one
 * the jackknife's; both set the threshold anew each time. Where subjects are not known the interval stays that of the
 * threshold as it is. `floor` says that the target itself cannot be resolved, and then stands in place of FNMR's own.
 */
export function fnmrAtFmr(
  fnmr: Rate,
  { mated, nonMated }: { readonly mated: RankedScores; readonly nonMated: RankedScores },
  target: number,
  { replicates, floor }: { readonly replicates?: FnmrReplicates | undefined; readonly floor: Floor | null },
): Rate {
  if (fnmr.state === 'unavailable') return fnmr;
  const { level } = fnmr.interval;
  const drawn = replicates && percentileInterval(replicates.overComparisons, level);
  const leftOut = fnmrLeaveOneOut(mated, nonMated, target)?.overComparisons;
  const error = leftOut && jackknifeError(leftOut);
  const bounds = leftOut && error !== undefined && rateInterval(fnmr.value, error, fnmr.trials, leftOut.length, level);
  const intervals = {
    interval: drawn ? ({ ...guard(drawn, fnmr), level, method: 'subject-bootstrap' } as const) : fnmr.interval,
    jackknife: bounds ? ({ ...guard(bounds, fnmr), level, method: 'jackknife' } as const) : null,
  };
  return floor ? { ...fnmr, ...intervals, state: 'unresolved', floor } : { ...fnmr, ...intervals };
}

/** The same for FNMR averaged over subjects. */
export function subjectMeanAtFmr(
  fnmr: SubjectMean,
  { replicates, floor }: { readonly replicates?: FnmrReplicates | undefined; readonly floor: Floor | null },
): SubjectMean {
  if (fnmr.state === 'unavailable') return fnmr;
  const { level } = fnmr.interval;
  const drawn = replicates && percentileInterval(replicates.overSubjects, level);
  const interval: Interval = drawn ? { ...guard(drawn, fnmr), level, method: 'subject-bootstrap' } : fnmr.interval;
  return floor ? { ...fnmr, interval, state: 'unresolved', floor } : { ...fnmr, interval };
}
