import { numberSubjects } from '../statistics/dependence/number-subjects.js';
import type { SubjectLabel, SubjectNumbers } from '../statistics/dependence/subject-pairs.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { type FoldAccuracy, foldAccuracy } from './accuracy-10fold.js';
import { weightedFoldAccuracy } from './accuracy-replicates.js';
import { fnmrBootstrap, totalWeight } from './fnmr-replicates.js';
import { operatingPointMetrics } from './operating-point-metrics.js';
import { bootstrapTest, differencesOf, type PairedDifference, pairedErrors } from './paired-difference.js';
import type { Floor } from './rate.js';
import { type ResampleOptions, resampleSides } from './resample-sides.js';
import { type RankedScores, type RankedSubjects, rankScores } from './scores.js';

/** One list of comparisons, judged by two systems. */
export interface PairedComparisons {
  readonly mated: readonly boolean[];
  readonly first: readonly SubjectLabel[];
  readonly second: readonly SubjectLabel[];
  /** The fold of each comparison; absent: there is no accuracy over folds. */
  readonly folds?: readonly number[] | undefined;
  /** The scores of either system, in the order of the list; undefined where a sample failed. */
  readonly scores: readonly [readonly (number | undefined)[], readonly (number | undefined)[]];
}

export interface CompareOptions {
  /** Target false match rates, each strictly between 0 and 1. */
  readonly operatingPoints: readonly number[];
  readonly level?: number | undefined;
  readonly bootstrap?: Pick<ResampleOptions, 'replicates' | 'seed'> | undefined;
}

/**
 * How far two systems differ on the same comparisons, failures counted: in FNMR at each target FMR, either system at its
 * own threshold, and in accuracy over folds where there are folds. The test draws subjects, the same ones for both
 * systems, and sets every threshold anew; McNemar's stands beside it. Differences that no data can give (no threshold
 * for a target, fewer than two subjects) are left out.
 */
export function compareSystems(comparisons: PairedComparisons, options: CompareOptions): PairedDifference[] {
  const { level = DEFAULT_LEVEL, bootstrap = {} } = options;
  const numbers = numberSubjects([comparisons]);
  if (numbers.size < 2) return [];
  const systems = ([0, 1] as const).map((system): JudgedSystem => {
    const sides = sidesOf(comparisons, system, numbers);
    const folds = foldNames(comparisons).map((fold) => sidesOf(comparisons, system, numbers, fold));
    const replicates = drawReplicates(sides, folds, options.operatingPoints, bootstrap);
    return { scores: comparisons.scores[system], sides, folds, replicates };
  });
  const [first, second] = systems;
  if (!first || !second) return [];
  return [
    ...options.operatingPoints.flatMap((target) => fnmrDifference(comparisons, first, second, target, level)),
    ...accuracyDifference(comparisons, first, second, level),
  ];
}

interface JudgedSystem {
  readonly scores: readonly (number | undefined)[];
  readonly sides: Sides;
  readonly folds: readonly Sides[];
  readonly replicates: SystemReplicates;
}

/** What one system gave in each replicate; the same seed draws the same subjects for every system. */
interface SystemReplicates {
  readonly fnmr: ReadonlyMap<number, Float64Array>;
  /** Undefined in a replicate without a score to set a threshold on, which may happen to one system alone. */
  readonly accuracy: readonly (number | undefined)[];
}

function drawReplicates(
  { mated, nonMated }: Sides,
  folds: readonly Sides[],
  targets: readonly number[],
  bootstrap: NonNullable<CompareOptions['bootstrap']>,
): SystemReplicates {
  const fnmr = new Map(targets.map((target) => [target, fnmrBootstrap(mated.subjects, nonMated.subjects, target)]));
  const accuracyOf = weightedFoldAccuracy(
    folds.map(({ mated: m, nonMated: n }) => ({ mated: m.subjects, nonMated: n.subjects })),
  );
  const accuracy: (number | undefined)[] = [];
  resampleSides(mated.subjects, [nonMated.subjects], bootstrap, (weights) => {
    const [strangers = new Int32Array(0)] = weights.nonMated;
    const trials = totalWeight(strangers);
    for (const one of fnmr.values()) one.add(weights, strangers, trials);
    accuracy.push(accuracyOf(weights.subjects));
  });
  return {
    fnmr: new Map([...fnmr].map(([target, one]) => [target, one.result().overComparisons])),
    accuracy,
  };
}

function foldNames({ folds = [] }: PairedComparisons): number[] {
  const names = [...new Set(folds)].sort((p, q) => p - q);
  return names.length < 2 ? [] : names;
}

interface Sides {
  readonly mated: RankedScores & { readonly subjects: RankedSubjects };
  readonly nonMated: RankedScores & { readonly subjects: RankedSubjects };
}

function sidesOf(list: PairedComparisons, system: 0 | 1, numbers: SubjectNumbers, fold?: number): Sides {
  const side = (mated: boolean) => {
    const mine = list.mated.flatMap((is, k) =>
      is === mated && (fold === undefined || list.folds?.[k] === fold) ? [k] : [],
    );
    const scored = mine.filter((k) => list.scores[system][k] !== undefined);
    const order = [...scored, ...mine.filter((k) => list.scores[system][k] === undefined)];
    const subjects = { first: order.map((k) => list.first[k] ?? ''), second: order.map((k) => list.second[k] ?? '') };
    const scores = Float32Array.from(scored, (k) => list.scores[system][k] ?? Number.NaN);
    const ranked = rankScores(
      { scores, failed: order.length - scored.length, subjects },
      mated ? 'mated' : 'non-mated',
      numbers,
    );
    return ranked as Sides['mated'];
  };
  return { mated: side(true), nonMated: side(false) };
}

function fnmrDifference(
  list: PairedComparisons,
  first: JudgedSystem,
  second: JudgedSystem,
  target: number,
  level: number,
): PairedDifference[] {
  const points = [first, second].map(({ sides }) => pointOf(sides, target, level));
  const missed = [first, second].map(({ scores }, system) => {
    const found = points[system];
    if (!found) return [];
    return list.mated.flatMap((mated, k) => (mated ? [!((scores[k] ?? Number.NaN) >= found.threshold)] : []));
  });
  const [ofFirst = [], ofSecond = []] = missed;
  const test = bootstrapTest(differencesOf(replicatesAt(first, target), replicatesAt(second, target)), level);
  if (ofFirst.length === 0 || ofSecond.length === 0 || !test) return [];
  const [one, other] = points;
  if (!one || !other) return [];
  const rate = (errors: readonly boolean[]) => errors.filter(Boolean).length / errors.length;
  const [a, b] = [rate(ofFirst), rate(ofSecond)];
  return [
    {
      metric: 'FNMR@FMR',
      at: target.toExponential(),
      first: a,
      second: b,
      difference: b - a,
      trials: ofFirst.length,
      subjects: new Set(first.sides.mated.subjects.first).size,
      // Few misses of a system promise no more here than they do of the system alone.
      interval: {
        ...test.interval,
        low: Math.min(test.interval.low, one.fewMisses ? b - one.high : test.interval.low),
        high: Math.max(test.interval.high, other.fewMisses ? other.high - a : test.interval.high),
      },
      pValue: test.pValue,
      unresolved: one.unresolved ?? other.unresolved,
      mcNemar: pairedErrors(ofFirst, ofSecond),
    },
  ];
}

interface JudgedPoint {
  readonly threshold: number;
  /** The upper end of FNMR at the threshold as it is. */
  readonly high: number;
  readonly fewMisses: boolean;
  readonly unresolved: string | null;
}

/** Where one system stands at a target FMR; undefined where no threshold can be set. */
function pointOf({ mated, nonMated }: Sides, target: number, level: number): JudgedPoint | undefined {
  const sides = { mated, nonMated, calibration: nonMated };
  const common = { failures: 'counted', thresholdFrom: 'self' } as const;
  const rows = operatingPointMetrics(sides, target, level, common, undefined);
  const atTarget = rows.find(({ metric }) => metric === 'FNMR@FMR');
  const asItIs = rows.find(({ metric }) => metric === 'FNMR');
  if (atTarget?.threshold == null || !asItIs?.result.interval) return undefined;
  return {
    threshold: atTarget.threshold,
    high: asItIs.result.interval.high,
    fewMisses: asItIs.result.floor !== null,
    unresolved: unresolvedText(atTarget.result.floor, asItIs.result.floor),
  };
}

function unresolvedText(target: Floor | null, misses: Floor | null): string | null {
  if (target?.reason === 'target-below-one-trial') return 'the target is below one false match of all comparisons';
  if (target?.reason === 'few-false-matches') return 'fewer than five false matches set a threshold';
  return misses ? 'too few misses to tell' : null;
}

function replicatesAt({ replicates }: JudgedSystem, target: number): Float64Array {
  return replicates.fnmr.get(target) ?? new Float64Array(0);
}

function accuracyDifference(
  list: PairedComparisons,
  first: JudgedSystem,
  second: JudgedSystem,
  level: number,
): PairedDifference[] {
  if (first.folds.length === 0) return [];
  const [ofFirst, ofSecond] = [foldAccuracy(first.folds, level), foldAccuracy(second.folds, level)];
  const test = bootstrapTest(differencesOf(first.replicates.accuracy, second.replicates.accuracy), level);
  if (ofFirst.state === 'unavailable' || ofSecond.state === 'unavailable' || !test) return [];
  return [
    {
      metric: 'accuracy-10fold',
      at: null,
      first: ofFirst.value,
      second: ofSecond.value,
      difference: ofSecond.value - ofFirst.value,
      trials: list.mated.length,
      subjects: new Set([...list.first, ...list.second]).size,
      ...test,
      unresolved: null,
      mcNemar: pairedErrors(foldErrors(list, first.scores, ofFirst), foldErrors(list, second.scores, ofSecond)),
    },
  ];
}

/** Which comparisons went wrong, each at the threshold that the other folds chose. */
function foldErrors(list: PairedComparisons, scores: JudgedSystem['scores'], accuracy: FoldAccuracy): boolean[] {
  const thresholds = new Map(foldNames(list).map((fold, index) => [fold, accuracy.folds[index]?.threshold]));
  return list.mated.map((mated, k) => {
    const threshold = thresholds.get(list.folds?.[k] ?? Number.NaN) ?? Number.NaN;
    return (scores[k] ?? Number.NaN) >= threshold !== mated;
  });
}
