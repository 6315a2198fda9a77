import { noScores, type RankedScores } from './scores.js';

interface BothSides {
  /** The comparisons behind the value. */
  readonly matedTrials: number;
  readonly nonMatedTrials: number;
}

/** A number of both kinds of comparisons that has no interval of its own. */
export type PointEstimate = BothSides &
  (
    | { readonly state: 'point'; readonly value: number }
    | {
        readonly state: 'unavailable';
        readonly value: null;
        /** One sentence for the reader. */
        readonly reason: string;
      }
  );

export function pointEstimate(trials: BothSides, value: number): PointEstimate {
  const { matedTrials, nonMatedTrials } = trials;
  return { state: 'point', value, matedTrials, nonMatedTrials };
}

export function noPoint(trials: BothSides, reason: string): PointEstimate {
  const { matedTrials, nonMatedTrials } = trials;
  return { state: 'unavailable', value: null, reason, matedTrials, nonMatedTrials };
}

/**
 * The estimate that `value` gives for comparisons that have scores on both sides. `metric` names it, as "an EER", and
 * `reason` says why `value` may find none where both sides have scores.
 */
export function estimateOf(
  metric: string,
  sides: { readonly mated: RankedScores; readonly nonMated: RankedScores },
  trials: BothSides,
  value: () => number | undefined,
  reason = `These scores do not give ${metric}.`,
): PointEstimate {
  const missing = noScores(metric, sides.mated, sides.nonMated);
  if (missing) return noPoint(trials, missing);
  const found = value();
  return found === undefined ? noPoint(trials, reason) : pointEstimate(trials, found);
}

/** The comparisons that have a score. */
export function scoredTrials(mated: RankedScores, nonMated: RankedScores): BothSides {
  return { matedTrials: mated.ascending.total, nonMatedTrials: nonMated.ascending.total };
}
