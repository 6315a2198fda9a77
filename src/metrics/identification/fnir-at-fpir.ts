import { rateInterval } from '../../statistics/dependence/adjusted-wilson.js';
import {
  type BootstrapOptions,
  DEFAULT_REPLICATES,
  drawWeights,
  percentileInterval,
} from '../../statistics/dependence/bootstrap.js';
import { jackknifeError } from '../../statistics/dependence/jackknife.js';
import { nextFloat32Down } from '../../statistics/float32.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import { seededRandom } from '../../statistics/seeded.js';
import { guard, type Interval, type Rate, unavailableRate } from '../rate.js';
import { type ReadyFnir, readyFnir, type WeightedSide, weighSide } from './fnir-reweighed.js';
import { type GroupedVariance, groupedGalleryVariance } from './gallery-groups.js';
import { checkRule, fnirAt, NO_THRESHOLD, type SearchRateOptions } from './rates.js';
import { countSearches, type Searches } from './search.js';
import { type SearchThreshold, thresholdAtFpir } from './threshold-at-fpir.js';

export interface TargetOptions extends SearchRateOptions {
  /** The target FPIR, strictly between 0 and 1. */
  readonly target: number;
  /** R: the mate must be among so many best candidates; Infinity, the default, for no limit. */
  readonly rank?: number | undefined;
  /** 2,000 replicates with seed 1 unless said otherwise; the seed also divides a sampled gallery into groups. */
  readonly bootstrap?: BootstrapOptions | undefined;
}

/** FNIR at a target FPIR, and the threshold at which it was taken. */
export interface FnirAtFpir {
  readonly operatingPoint: SearchThreshold;
  /** Its intervals also carry how uncertain the threshold is. */
  readonly fnir: Rate;
  /** What the gallery as a sample adds; null where this very gallery is meant or nothing could be said. */
  readonly gallery: GroupedVariance | null;
}

/**
 * FNIR at a target FPIR. The default interval is the percentile interval of a subject bootstrap in which the subjects of
 * mated and of non-mated searches are drawn apart, each replicate setting its threshold anew; the one beside it is the
 * delete-one-subject jackknife's, the threshold set anew too. For a gallery that is a sample the variance over gallery
 * subjects (`groupedGalleryVariance`) is added to the jackknife's, and this interval is the default one.
 * Unresolved where the target is below one alarm of all non-mated searches: its floor is then the bound on FPIR.
 * Throws for a target outside 0 to 1 and a rank that is not a whole number from 1.
 */
export function fnirAtFpir(searches: Searches, options: TargetOptions): FnirAtFpir {
  const { target, rank = Number.POSITIVE_INFINITY, level = DEFAULT_LEVEL, galleryIsSample = false } = options;
  const { bootstrap = { replicates: DEFAULT_REPLICATES, seed: 1 } } = options;
  checkRule({ rank, threshold: NO_THRESHOLD });
  const operatingPoint = thresholdAtFpir(searches, target, options);
  if (operatingPoint.state === 'unavailable') {
    const { searches: trials } = countSearches(searches, 'mated');
    const fnir = unavailableRate(operatingPoint.reason, { trials, over: 'searches' });
    return { operatingPoint, fnir, gallery: null };
  }
  const { threshold, floor } = operatingPoint;
  const fixed = fnirAt(searches, { rank, threshold }, { level });
  if (fixed.state === 'unavailable') return { operatingPoint, fnir: fixed, gallery: null };
  const ready = readyFnir(searches, target, rank, nextFloat32Down(threshold));
  const gallery = galleryIsSample
    ? groupedGalleryVariance(searches, { target, rank, seed: bootstrap.seed })
    : undefined;
  const drawn = percentileInterval(fnirReplicates(ready, bootstrap), level);
  const leftOut = leftOutError(ready);
  const subjects = Math.min(ready.mated.subjects, gallery?.groups ?? Number.POSITIVE_INFINITY);
  const jackknife: Interval | null =
    leftOut === undefined || (galleryIsSample && !gallery)
      ? null
      : {
          ...guard(
            rateInterval(
              fixed.value,
              Math.hypot(leftOut, Math.sqrt(gallery?.variance ?? 0)),
              fixed.trials,
              subjects,
              level,
            ),
            fixed,
          ),
          level,
          method: 'jackknife',
        };
  const resampled: Interval | undefined = drawn && {
    ...guard(drawn, fixed),
    level,
    method: 'subject-bootstrap',
  };
  const interval = (galleryIsSample ? jackknife : resampled) ?? resampled ?? fixed.interval;
  const common = { operatingPoint, gallery: gallery ?? null };
  if (floor) return { ...common, fnir: { ...fixed, interval, jackknife, state: 'unresolved', floor } };
  return { ...common, fnir: { ...fixed, interval, jackknife } };
}

/** FNIR at the target in each replicate; drawn apart, as how many subjects the gallery holds is not left to chance. */
function fnirReplicates({ mated, nonMated, fnir }: ReadyFnir, { replicates, seed }: BootstrapOptions): Float64Array {
  const random = seededRandom(seed);
  const matedWeights = new Int32Array(mated.subjects);
  const nonMatedWeights = new Int32Array(nonMated.subjects);
  return Float64Array.from({ length: replicates }, () => {
    drawWeights(matedWeights, random);
    drawWeights(nonMatedWeights, random);
    return fnir(weighSide(mated, matedWeights), weighSide(nonMated, nonMatedWeights));
  });
}

/** The jackknife's standard error over both kinds of probe subjects; undefined where one kind has a single subject. */
function leftOutError({ mated, nonMated, fnir }: ReadyFnir): number | undefined {
  const all = { mated: weighSide(mated, ones(mated.subjects)), nonMated: weighSide(nonMated, ones(nonMated.subjects)) };
  const matedError = jackknifeError(withoutEach(mated, all.mated, (side) => fnir(side, all.nonMated)));
  const nonMatedError = jackknifeError(withoutEach(nonMated, all.nonMated, (side) => fnir(all.mated, side)));
  return matedError === undefined || nonMatedError === undefined ? undefined : Math.hypot(matedError, nonMatedError);
}

function withoutEach(
  { subjects, trials, above }: ReadyFnir['mated'],
  all: WeightedSide,
  value: (side: WeightedSide) => number,
): Float64Array {
  // Without its only subject a side is empty; one value tells jackknifeError that there is no spread to see.
  if (subjects < 2) return new Float64Array(1);
  const { weights } = all;
  return Float64Array.from({ length: subjects }, (_, subject) => {
    weights[subject] = 0;
    const side = { weights, trials: all.trials - (trials[subject] ?? 0), above: all.above - (above[subject] ?? 0) };
    const without = value(side);
    weights[subject] = 1;
    return without;
  });
}

function ones(length: number): Int32Array {
  return new Int32Array(length).fill(1);
}
