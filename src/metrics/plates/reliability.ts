import { mean } from '../../statistics/mean.js';
import type { Rate } from '../rate.js';
import { type RankedReads, scenesWith, wholeBlocks } from './confidence-blocks.js';
import type { EmittedRead } from './read-rates.js';
import type { Resampled } from './resample.js';
import { byScene, shareRight } from './trials.js';

/** Reads of about one confidence. */
export interface ReliabilityBin {
  /** The lowest, the mean and the highest confidence of the reads. */
  readonly from: number;
  readonly meanConfidence: number;
  readonly to: number;
  /** Right reads (`errors`), of the reads of this bin; interval by scene. */
  readonly right: Rate;
}

/** Into how many bins reads are put. */
export const RELIABILITY_BINS = 10;

/**
 * The reliability curve: reads by falling confidence in ten bins of equal count, each ending with a whole block of equal
 * confidence, so there are fewer where many reads share one. Calibrated confidence equals the share that is right.
 */
export function reliabilityCurve(ranked: RankedReads, level?: number): ReliabilityBin[] {
  return binsOf(ranked).map((reads) => ({
    from: reads.at(-1)?.confidence ?? 0,
    meanConfidence: mean(reads.map(({ confidence }) => confidence)),
    to: reads[0]?.confidence ?? 0,
    right: shareRight(
      'wrong reads',
      byScene(
        reads.map(({ scene }) => scene),
        'reads',
      ),
      (k) => reads[k]?.right ?? false,
      level,
    ),
  }));
}

/**
 * The expected calibration error: over the bins of the curve, the mean distance of the share that is right from the
 * mean confidence, weighted by reads (Naeini, Cooper & Hauskrecht, AAAI 2015, with bins of equal count). Chance alone
 * makes it larger than 0, the more so the fewer reads a bin has, and its replicates are shifted in the same direction.
 * Scenes are drawn anew, bins stay.
 */
export function calibrationError(ranked: RankedReads, scenes: number): Resampled {
  const bins = binsOf(ranked);
  const reads = bins.flat();
  const bin = Int32Array.from(bins.flatMap((own, index) => own.map(() => index)));
  const scene = Int32Array.from(reads, (read) => read.scene);
  // Right reads count their confidence less 1: the sum is how far a bin is off.
  const excess = Float64Array.from(reads, ({ confidence, right }) => confidence - (right ? 1 : 0));
  const statistic = (weights: Int32Array) => {
    const off = new Float64Array(bins.length);
    let all = 0;
    for (let k = 0; k < scene.length; k += 1) {
      const weight = weights[scene[k] ?? 0] ?? 0;
      const own = bin[k] ?? 0;
      off[own] = (off[own] ?? 0) + weight * (excess[k] ?? 0);
      all += weight;
    }
    return all > 0 ? off.reduce((total, one) => total + Math.abs(one), 0) / all : undefined;
  };
  return readEstimate('the calibration error', reads, scenes, statistic);
}

/** An estimate over reads, guarded by how many scenes have a wrong one. */
export function readEstimate(
  of: string,
  reads: readonly EmittedRead[],
  scenes: number,
  statistic: Resampled['statistic'],
): Resampled {
  const value = statistic(new Int32Array(scenes).fill(1));
  return {
    of,
    over: 'reads',
    trials: reads.length,
    value,
    statistic,
    kind: 'share',
    drawn: 'scenes',
    ...scenesWith(reads),
  };
}

function binsOf(ranked: RankedReads): (readonly EmittedRead[])[] {
  const { length } = ranked.reads;
  const bins: (readonly EmittedRead[])[] = [];
  let start = 0;
  for (let bin = 1; bin <= RELIABILITY_BINS; bin += 1) {
    const end = wholeBlocks(ranked, (bin * length) / RELIABILITY_BINS);
    if (end > start) bins.push(ranked.reads.slice(start, end));
    start = Math.max(start, end);
  }
  return bins;
}
