import { numberSubjects } from '../statistics/dependence/number-subjects.js';
import type { SubjectLabel, SubjectNumbers } from '../statistics/dependence/subject-pairs.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { type FoldAccuracy, foldAccuracy } from './accuracy-10fold.js';
import { type SubjectFold, weightedFoldAccuracy } from './accuracy-replicates.js';
import { fnmrLeaveOneOut } from './fnmr-leave-one-out.js';
import { fnmrBootstrap } from './fnmr-replicates.js';
import {
  bootstrapTest,
  differencesOf,
  jackknifeTest,
  type PairedDifference,
  pairedErrors,
} from './paired-difference.js';
import { type ResampleOptions, resampleSides } from './resample-sides.js';
import { type RankedScores, type RankedSubjects, rankScores } from './scores.js';
import { thresholdAtFmr } from './threshold.js';

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
  const numbers = numberSubjects([comparisons]);
  const systems = [sidesOf(comparisons, 0, numbers), sidesOf(comparisons, 1, numbers)] as const;
  return [
    ...options.operatingPoints.flatMap((target) => fnmrDifference(comparisons, systems, target, options)),
    ...accuracyDifference(comparisons, numbers, options),
  ];
}

interface Sides {
  readonly mated: RankedScores & { readonly subjects: RankedSubjects };
  readonly nonMated: RankedScores & { readonly subjects: RankedSubjects };
}

type Systems = readonly [Sides, Sides];

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
  systems: Systems,
  target: number,
  { level = DEFAULT_LEVEL, bootstrap = {} }: CompareOptions,
): PairedDifference[] {
  const thresholds = systems.map(({ nonMated }) => thresholdAtFmr(nonMated, target, level));
  const missed = thresholds.map((found, system) =>
    list.mated.flatMap((mated, k) =>
      mated && found.state === 'set' ? [!((list.scores[system as 0 | 1][k] ?? Number.NaN) >= found.threshold)] : [],
    ),
  );
  const [first = [], second = []] = missed;
  const test = bootstrapTest(differencesOf(...replicatesOf(systems, target, bootstrap)), level);
  if (first.length === 0 || second.length === 0 || !test) return [];
  const rate = (errors: readonly boolean[]) => errors.filter(Boolean).length / errors.length;
  const difference = rate(second) - rate(first);
  const leftOut = systems.map(({ mated, nonMated }) => fnmrLeaveOneOut(mated, nonMated, target)?.overComparisons);
  const [a, b] = leftOut;
  return [
    {
      metric: 'FNMR@FMR',
      at: target.toExponential(),
      first: rate(first),
      second: rate(second),
      difference,
      trials: first.length,
      subjects: new Set(systems[0].mated.subjects.first).size,
      ...test,
      jackknife: (a && b && jackknifeTest(difference, differencesOf(a, b), level)) ?? null,
      mcNemar: pairedErrors(first, second),
    },
  ];
}

/** The replicates of both systems; the same seed draws the same subjects for both. */
function replicatesOf(
  systems: Systems,
  target: number,
  bootstrap: NonNullable<CompareOptions['bootstrap']>,
): [Float64Array, Float64Array] {
  const draw = ({ mated, nonMated }: Sides): Float64Array => {
    const replicates = fnmrBootstrap(mated.subjects, nonMated.subjects, target);
    resampleSides(mated.subjects, [nonMated.subjects], bootstrap, (weights) => {
      const [strangers] = weights.nonMated;
      if (strangers) replicates.add(weights, strangers);
    });
    return replicates.result().overComparisons;
  };
  return [draw(systems[0]), draw(systems[1])];
}

function accuracyDifference(
  list: PairedComparisons,
  numbers: SubjectNumbers,
  { level = DEFAULT_LEVEL, bootstrap = {} }: CompareOptions,
): PairedDifference[] {
  if (!list.folds) return [];
  const names = [...new Set(list.folds)].sort((p, q) => p - q);
  if (names.length < 2) return [];
  const folds = [0, 1].map((system) => names.map((fold) => sidesOf(list, system as 0 | 1, numbers, fold)));
  const [first, second] = folds.map((own) => foldAccuracy(own, level));
  if (!first || !second || first.state === 'unavailable' || second.state === 'unavailable') return [];
  const [a = [], b = []] = folds.map((own) =>
    own.map(({ mated, nonMated }): SubjectFold => ({ mated: mated.subjects, nonMated: nonMated.subjects })),
  );
  const [ofFirst, ofSecond] = [weightedFoldAccuracy(a), weightedFoldAccuracy(b)];
  const differences: number[] = [];
  const whole = sidesOf(list, 0, numbers);
  resampleSides(whole.mated.subjects, [whole.nonMated.subjects], bootstrap, ({ subjects }) => {
    const [mine, other] = [ofFirst(subjects), ofSecond(subjects)];
    if (mine !== undefined && other !== undefined) differences.push(other - mine);
  });
  const test = bootstrapTest(Float64Array.from(differences), level);
  if (!test) return [];
  return [
    {
      metric: 'accuracy-10fold',
      at: null,
      first: first.value,
      second: second.value,
      difference: second.value - first.value,
      trials: list.mated.length,
      subjects: numbers.size,
      ...test,
      jackknife: null,
      mcNemar: pairedErrors(foldErrors(list, 0, names, first), foldErrors(list, 1, names, second)),
    },
  ];
}

/** Which comparisons went wrong, each at the threshold that the other folds chose. */
function foldErrors(
  { mated, folds, scores }: PairedComparisons,
  system: 0 | 1,
  names: readonly number[],
  accuracy: FoldAccuracy,
): boolean[] {
  const thresholds = new Map(names.map((fold, index) => [fold, accuracy.folds[index]?.threshold ?? Number.NaN]));
  return mated.map((is, k) => {
    const matches = (scores[system][k] ?? Number.NaN) >= (thresholds.get(folds?.[k] ?? Number.NaN) ?? Number.NaN);
    return matches !== is;
  });
}
