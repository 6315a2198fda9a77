import {
  countByPair,
  type PairCounts,
  type SubjectLabel,
  type SubjectPairs,
  subjectPairs,
} from '../../statistics/dependence/subject-pairs.js';
import { complement } from '../identification/rates.js';
import { type Denominator, makeRate, type Rate } from '../rate.js';

/** Things that are counted, put together by the vehicle, or the scene, that makes them depend on each other. */
export interface Trials {
  readonly pairs: SubjectPairs;
  readonly over: Denominator;
  /** False where scenes and not vehicles are behind the trials. */
  readonly vehicles: boolean;
}

/** Trials by vehicle: plates of one vehicle depend on each other. */
export function byVehicle(vehicles: ArrayLike<SubjectLabel>, over: Denominator): Trials {
  return { pairs: subjectPairs(vehicles, vehicles), over, vehicles: true };
}

/** Trials by scene, where false plates, which belong to no vehicle, are among them. */
export function byScene(scenes: ArrayLike<number>, over: Denominator): Trials {
  return { pairs: subjectPairs(scenes, scenes), over, vehicles: false };
}

/** The share of the trials that `isCounted` says yes to; `of` names it where its floor is explained. */
export function shareOf(of: string, trials: Trials, isCounted: (trial: number) => boolean, level?: number): Rate {
  return rateOf(of, trials, countByPair(trials.pairs, isCounted), level);
}

/** The same where the counted trials are listed, each once: quick for many shares of the same trials. */
export function shareOfThose(of: string, trials: Trials, counted: readonly number[], level?: number): Rate {
  const counts = countByPair(trials.pairs, () => false);
  for (const trial of counted) {
    const pair = trials.pairs.pairOf[trial] ?? 0;
    counts.errors[pair] = (counts.errors[pair] ?? 0) + 1;
  }
  return rateOf(of, trials, counts, level);
}

function rateOf(of: string, { pairs, over, vehicles }: Trials, counts: PairCounts, level?: number): Rate {
  const errors = counts.errors.reduce((total, count) => total + count, 0);
  return makeRate(errors, pairs.pairOf.length, { of, over, level, counts, subjectsKnown: vehicles });
}

/**
 * The share of the trials that went right: `errors` are the trials that did, as for TPIR, and a floor is that of the
 * share that did not, which `ofContrary` names.
 */
export function shareRight(
  ofContrary: string,
  trials: Trials,
  isRight: (trial: number) => boolean,
  level?: number,
): Rate {
  return complement(shareOf(ofContrary, trials, (trial) => !isRight(trial), level));
}
