import type { Rate } from '../rate.js';
import { type RankedReads, wholeBlocks } from './confidence-blocks.js';
import { readEstimate } from './reliability.js';
import type { Resampled } from './resample.js';
import { byScene, shareRight } from './trials.js';

/** The shares of reads that are kept. */
export const COVERAGES = [1, 0.9, 0.8, 0.5] as const;

/** How often reads are right when the least confident ones are rejected. */
export interface CoveredReads {
  /** The share of reads that was to be kept. */
  readonly coverage: number;
  /** Reads from this confidence on are kept; null without a read. */
  readonly confidence: number | null;
  /** Right reads (`errors`), of those kept; interval by scene, at the threshold as it is. */
  readonly right: Rate;
}

/**
 * Right reads among the c most confident ones. Whole blocks of equal confidence are kept, so it may be more than c of
 * them; the trials tell.
 */
export function readsAtCoverage(ranked: RankedReads, level?: number): CoveredReads[] {
  return COVERAGES.map((coverage) => {
    const kept = ranked.reads.slice(0, wholeBlocks(ranked, coverage * ranked.reads.length));
    const trials = byScene(
      kept.map(({ scene }) => scene),
      'reads',
    );
    const right = shareRight('wrong reads', trials, (k) => kept[k]?.right ?? false, level);
    return { coverage, confidence: kept.at(-1)?.confidence ?? null, right };
  });
}

/**
 * The area under the curve of risk over coverage: the mean, over the reads, of the share that is wrong among those at least
 * as confident (Geifman & El-Yaniv, NeurIPS 2017). 0 is best; the share of wrong reads is what confidence without
 * meaning gives. Scenes are drawn anew.
 */
export function riskCoverageArea(ranked: RankedReads, scenes: number): Resampled {
  const { reads, ends } = ranked;
  const scene = Int32Array.from(reads, (read) => read.scene);
  const wrong = Uint8Array.from(reads, ({ right }) => (right ? 0 : 1));
  const blocks = Int32Array.from(ends);
  const statistic = (weights: Int32Array) => {
    let [area, errors, kept, from] = [0, 0, 0, 0];
    for (const end of blocks) {
      const before = kept;
      for (let k = from; k < end; k += 1) {
        const weight = weights[scene[k] ?? 0] ?? 0;
        errors += weight * (wrong[k] ?? 0);
        kept += weight;
      }
      if (kept > before) area += ((kept - before) * errors) / kept;
      from = end;
    }
    return kept > 0 ? area / kept : undefined;
  };
  return readEstimate('the risk-coverage area', reads, scenes, statistic);
}
