import { allowedErrors } from '../threshold.js';
import { isHit, NO_THRESHOLD } from './rates.js';
import { isOf, type Searches, type SearchKind } from './search.js';

/** The subjects of one kind of search, each counted with a weight, and how many weighted searches that makes. */
export interface WeightedSide {
  readonly weights: Int32Array;
  /** All weighted searches of the kind. */
  readonly trials: number;
  /** Those above the score that the unweighted searches reject: alarms or hits. */
  readonly above: number;
}

/** One kind of search, made ready for many weightings of its subjects, which are numbered anew from 0. */
export interface ReadySide {
  readonly subjects: number;
  /** What each of its subjects is called in the searches. */
  readonly members: Int32Array;
  /** Searches of each subject, and those of them above the score that the unweighted searches reject. */
  readonly trials: Int32Array;
  readonly above: Int32Array;
  readonly descending: Float32Array;
  readonly owner: Int32Array;
  /** How many of the descending scores are above that score. */
  readonly start: number;
}

/** FNIR at a target FPIR for any weighting of the probe subjects; see `readyFnir`. */
export interface ReadyFnir {
  readonly mated: ReadySide;
  readonly nonMated: ReadySide;
  readonly fnir: (mated: WeightedSide, nonMated: WeightedSide) => number;
}

/**
 * Sorts the searches once, so that FNIR at a target FPIR, the threshold set anew, is known for any weights of the probe
 * subjects in time that goes with how far the threshold moves. `rejected` is the highest score that all searches with
 * weight 1 reject. Weights that let every best score stand set no threshold.
 */
export function readyFnir(searches: Searches, target: number, rank: number, rejected: number): ReadyFnir {
  const rule = { rank, threshold: NO_THRESHOLD };
  const nonMated = readySide(searches, 'non-mated', (s) => searches.failed[s] === 0, rejected);
  const mated = readySide(searches, 'mated', (s) => isHit(searches, rule, s), rejected);
  const fnir = (matedSide: WeightedSide, nonMatedSide: WeightedSide) => {
    const anew = rejectedBy(nonMated, nonMatedSide, allowedErrors(nonMatedSide.trials, target));
    return (matedSide.trials - hitsAbove(mated, matedSide, anew)) / matedSide.trials;
  };
  return { mated, nonMated, fnir };
}

/** The weighted counts of a side when `weights` holds each of its subjects' weight. */
export function weighSide({ trials, above }: ReadySide, weights: Int32Array): WeightedSide {
  let [all, over] = [0, 0];
  for (let subject = 0; subject < weights.length; subject += 1) {
    const weight = weights[subject] ?? 0;
    all += weight * (trials[subject] ?? 0);
    over += weight * (above[subject] ?? 0);
  }
  return { weights, trials: all, above: over };
}

/** The highest score that is rejected when so many weighted alarms are allowed, whole blocks of equal scores together. */
function rejectedBy({ descending, owner, start }: ReadySide, side: WeightedSide, allowed: number): number {
  const weightAt = (k: number) => side.weights[owner[k] ?? 0] ?? 0;
  let at = start;
  let alarms = side.above;
  while (at > 0 && alarms > allowed) {
    at -= 1;
    alarms -= weightAt(at);
  }
  // Where that ended inside a block, what is left of it does not fit, so its score is the one that is rejected.
  while (at < descending.length) {
    let end = at;
    while (end < descending.length && descending[end] === descending[at]) {
      alarms += weightAt(end);
      end += 1;
    }
    if (alarms > allowed) break;
    at = end;
  }
  return descending[at] ?? Number.NEGATIVE_INFINITY;
}

function hitsAbove(
  { descending, owner, start }: ReadySide,
  { weights, above }: WeightedSide,
  rejected: number,
): number {
  let at = start;
  let hits = above;
  while (at < descending.length && (descending[at] ?? 0) > rejected) {
    hits += weights[owner[at] ?? 0] ?? 0;
    at += 1;
  }
  while (at > 0 && (descending[at - 1] ?? 0) <= rejected) {
    at -= 1;
    hits -= weights[owner[at] ?? 0] ?? 0;
  }
  return hits;
}

function readySide(
  searches: Searches,
  kind: SearchKind,
  isScored: (s: number) => boolean,
  rejected: number,
): ReadySide {
  const { probeSubject, score } = searches;
  const numbers = new Int32Array(searches.subjects).fill(-1);
  const trials: number[] = [];
  const scored: number[] = [];
  const members: number[] = [];
  for (let s = 0; s < probeSubject.length; s += 1) {
    if (!isOf(kind, searches, s)) continue;
    const subject = probeSubject[s] ?? 0;
    if (numbers[subject] === -1) {
      numbers[subject] = trials.push(0) - 1;
      members.push(subject);
    }
    const number = numbers[subject] ?? 0;
    trials[number] = (trials[number] ?? 0) + 1;
    if (isScored(s)) scored.push(s);
  }
  const order = Int32Array.from(scored).sort((p, q) => (score[q] ?? 0) - (score[p] ?? 0));
  const descending = Float32Array.from(order, (s) => score[s] ?? 0);
  const owner = order.map((s) => numbers[probeSubject[s] ?? 0] ?? 0);
  const above = new Int32Array(trials.length);
  let start = 0;
  while (start < descending.length && (descending[start] ?? 0) > rejected) {
    const subject = owner[start] ?? 0;
    above[subject] = (above[subject] ?? 0) + 1;
    start += 1;
  }
  return {
    subjects: trials.length,
    members: Int32Array.from(members),
    trials: Int32Array.from(trials),
    above,
    descending,
    owner,
    start,
  };
}
