import { QUALITY_MEASURES, type QualityMeasure } from '../../extraction/face-quality.js';
import { FalsematchError } from '../../files/errors.js';
import { discardSteps, type GradedComparison, type GradedComparisons } from '../../metrics/discard/discard-steps.js';
import { discardRates } from '../../metrics/discard/error-versus-discard.js';
import type { Rate } from '../../metrics/rate.js';
import type { TaskPlace } from '../comparison-rows.js';
import type { Comparison } from '../comparison-table.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, rateRows } from '../metric-rows.js';
import { subjectsOf } from '../task-scores.js';
import { discardGroup } from './discard-group.js';
import type { SampleQuality } from './quality-table.js';

/** The shares of probes of which there are rows; that with nothing discarded stands as FNMR and FMR. */
export const REPORTED_SHARES: readonly number[] = [0.05, 0.1, 0.2];

/** A threshold that is set already. */
export interface SetThreshold {
  /** The operating point, as "1e-3". */
  readonly at: string;
  readonly threshold: number;
  /** What set it: "self", the same comparisons; or the name of others. */
  readonly from: string;
}

export interface DiscardInput {
  /** The names of the task's samples, in the order of `qualities`. */
  readonly samples: readonly string[];
  readonly qualities: readonly SampleQuality[];
  /** Side b is the probe. */
  readonly comparisons: readonly Comparison[];
  readonly thresholds: readonly SetThreshold[];
  readonly level?: number | undefined;
}

/**
 * The rows of what becomes of the error rates when the worst probes are not searched, by each quality measure and share:
 * how many are discarded and how many passers-by are among them, then at each threshold FNMR and FMR of the rest, and
 * FNMR with those discarded counted as missed. None where no threshold could be set.
 * Throws FalsematchError for a comparison whose probe is no sample of the task, RangeError for lists of two lengths.
 */
export function discardRows(place: TaskPlace, input: DiscardInput): MetricRow[] {
  const { thresholds, level } = input;
  if (thresholds.length === 0 || input.comparisons.length === 0) return [];
  const grade = graderOf(input);
  return QUALITY_MEASURES.flatMap((measure) =>
    discardSteps(grade(measure), REPORTED_SHARES, level).flatMap((step) => {
      const group = discardGroup({ measure, share: step.share });
      const row = (metric: string, rate: Rate, at?: SetThreshold) =>
        rateRows(
          baseRow(
            { ...place, group },
            { metric, ...(at ? { at: at.at, threshold: at.threshold, calibration: at.from } : {}) },
          ),
          rate,
        ).slice(0, 1);
      return [
        ...row('discarded-passers-by', step.discardedPassersBy),
        ...thresholds.flatMap((at) => {
          const { fnmr, fnmrCounted } = discardRates(step, at.threshold, level);
          return [...row('FNMR-discard', fnmr, at), ...row('FNMR-discard-counted', fnmrCounted, at)];
        }),
      ];
    }),
  );
}

/** The comparisons with the quality of their probes by a measure. */
function graderOf({ samples, qualities, comparisons }: DiscardInput): (measure: QualityMeasure) => GradedComparisons {
  if (samples.length !== qualities.length) {
    throw new RangeError(`Each sample needs a quality, found ${samples.length} and ${qualities.length}.`);
  }
  const places = new Map(samples.map((name, place) => [name, place]));
  const subjects = subjectsOf(comparisons);
  const graded = comparisons.map(({ b, score, mated }, k) => {
    const place = places.get(b);
    if (place === undefined) {
      throw new FalsematchError(
        `The comparisons name the probe "${b}", which is no sample of the task; the files belong to different runs.`,
      );
    }
    const sides = { subjectA: subjects.first[k] ?? '', subjectB: subjects.second[k] ?? '' };
    return { mated, place, comparison: { probe: place, score, ...sides } };
  });
  return (measure) => {
    const side = (wanted: boolean): GradedComparison[] =>
      graded.flatMap(({ mated, place, comparison }) =>
        mated === wanted ? [{ ...comparison, quality: qualities[place]?.measures?.[measure] }] : [],
      );
    return { mated: side(true), nonMated: side(false), subjectsKnown: subjects.known };
  };
}
