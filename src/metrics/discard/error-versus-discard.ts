import { DEFAULT_LEVEL } from '../../statistics/level.js';
import { fmrAt, fnmrAt } from '../error-rates.js';
import type { Rate } from '../rate.js';
import { type DiscardStep, discardSteps, type GradedComparisons } from './discard-steps.js';

/** The shares of probes that are discarded where nobody asks for others. */
export const DISCARD_SHARES: readonly number[] = [0, 0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5];

export interface DiscardOptions {
  /** The threshold at which comparisons match; it stays the same whatever is discarded. */
  readonly threshold: number;
  readonly shares?: readonly number[] | undefined;
  /** Two-sided confidence, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
}

/** The error rates at one threshold when the worst probes are discarded. */
export interface DiscardRates {
  /** Of the comparisons that are left. */
  readonly fnmr: Rate;
  readonly fmr: Rate;
  /** Of all mated comparisons, those of discarded probes counted as misses: it is never below FNMR, and never falls. */
  readonly fnmrCounted: Rate;
}

/** One point of an error-versus-discard characteristic. */
export interface DiscardPoint extends DiscardRates, Pick<DiscardStep, 'share' | 'discarded' | 'discardedPassersBy'> {}

/**
 * The error-versus-discard characteristic (EDC) of a quality measure: FNMR and FMR at a fixed threshold as the probes of
 * lowest quality are discarded, share by share. Where the measure tells which samples will go wrong, FNMR falls; where
 * it says nothing, FNMR stays about as it is.
 *
 * To discard is not to find: somebody whose picture is discarded is not searched, so a wanted person among them is
 * missed and a passer-by is nobody's false match. FNMR of the rest alone flatters a system that looks away; read it
 * beside `fnmrCounted` and the share of passers-by who were not searched.
 *
 * Failed comparisons count as in FNMR and FMR. Failed probes go first. Probes of equal quality go together or not at
 * all, so `discarded` is the asked share or less. The intervals know of shared subjects, and take the threshold and the
 * discarded probes as given. Sources: Grother and Tabassi, "Performance of Biometric Quality Measures", IEEE TPAMI 29(4),
 * 2007; ISO/IEC 29794-1 (there by pairs, with the worse quality of the two; here by probe, as the reference is enrolled).
 * Throws as `discardSteps` does, and for a threshold that is NaN.
 */
export function errorVersusDiscard(
  comparisons: GradedComparisons,
  { threshold, shares = DISCARD_SHARES, level = DEFAULT_LEVEL }: DiscardOptions,
): DiscardPoint[] {
  return discardSteps(comparisons, shares, level).map((step) => {
    const { share, discarded, discardedPassersBy } = step;
    return { share, discarded, discardedPassersBy, ...discardRates(step, threshold, level) };
  });
}

/** The rates at one threshold of what a step left. */
export function discardRates(step: DiscardStep, threshold: number, level = DEFAULT_LEVEL): DiscardRates {
  return {
    fnmr: fnmrAt(step.mated, threshold, level),
    fmr: fmrAt(step.nonMated, threshold, level),
    fnmrCounted: fnmrAt(step.matedCounted, threshold, level),
  };
}
