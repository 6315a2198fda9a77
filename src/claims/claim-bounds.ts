import type { MetricRow } from '../results/metric-row.js';
import { DEFAULT_REPLICATES } from '../statistics/dependence/bootstrap.js';
import { effectiveTrialsOf, kornGraubard } from '../statistics/korn-graubard.js';
import type { Bounds } from '../statistics/level.js';
import { normalQuantile } from '../statistics/normal.js';
import { studentTCritical } from '../statistics/student-t.js';

/** A measured value with the bounds that a verdict rests on. */
export interface ClaimBounds extends Bounds {
  readonly value: number;
}

/** Intervals of Wilson's form, from which it can be read how many independent trials they are worth. */
const WILSON_FORM = new Set(['adjusted-wilson', 'jackknife', 'wilson']);
const AS_IF_INDEPENDENT = new Set(['wilson', 'clopper-pearson']);

/** Figures that set their own threshold: only replicates carry how uncertain it is, and above this level none lie outside. */
const BY_REPLICATES = new Set(['FNMR@FMR', 'FNIR@FPIR', 'EER']);
const SUREST_BY_REPLICATES = 1 - 2 / (DEFAULT_REPLICATES + 1) + 1e-12;

/**
 * The ends of the two-sided interval at `level`, each of which is a one-sided bound at (1 + level) / 2: the outer ones of
 * every interval of the rows that knows of subjects, the jackknife's among them, and of Korn & Graubard's with as many
 * trials as those of Wilson's form are worth. Wilson's own lower end says too much one-sided where errors are few.
 * `rows` are those of one figure, its default interval first; `companions` those of a rate that it cannot be surer than.
 * Undefined where there is no figure or no interval. At levels that 2,000 replicates do not reach, a figure that rests on
 * them is bounded by nothing: the interval that is left takes its threshold as given, and would be the narrower one.
 */
export function claimBounds(
  rows: readonly MetricRow[],
  companions: readonly MetricRow[],
  level: number,
): ClaimBounds | undefined {
  const value = rows[0]?.value;
  if (value === undefined || value === null) return undefined;
  if (level > SUREST_BY_REPLICATES && BY_REPLICATES.has(rows[0]?.metric ?? '')) return { value, low: 0, high: 1 };
  const all = [...rows, ...companions].filter((row) => row.level === level);
  const aware = all.filter(({ method }) => !AS_IF_INDEPENDENT.has(method));
  const used = aware.length > 0 ? aware : all;
  const ends = used.flatMap((row) => {
    const { low, high } = row;
    if (low === null || high === null) return [];
    const exact = exactEnds(row, { low, high }, level);
    return exact ? [{ low, high }, exact] : [{ low, high }];
  });
  if (ends.length === 0) return undefined;
  return {
    value,
    low: Math.min(...ends.map(({ low }) => low)),
    high: Math.max(...ends.map(({ high }) => high)),
  };
}

function exactEnds(row: MetricRow, ends: Bounds, level: number): Bounds | undefined {
  const { value, trials, method } = row;
  if (value === null || trials === null || !WILSON_FORM.has(method)) return undefined;
  const read = effectiveTrialsOf(value, ends, level);
  if (read === undefined) return undefined;
  const effective = Math.min(read, trials);
  return AS_IF_INDEPENDENT.has(method)
    ? kornGraubard(value, effective, level)
    : guardedEnds(value, { effective, separate: separateTrials(row) }, level);
}

/** How many independent trials a figure is worth. */
export interface TrialsWorth {
  /** As estimated from how much subjects differ. */
  readonly effective: number;
  /** However much the trials of one subject depend on each other: what needs no estimate. */
  readonly separate: number;
}

/**
 * Subjects by the mean number of trials of each: as many trials as are worth something even where all those of a subject go
 * wrong together, with a margin for subjects who have more than others. Where nearly every trial has a subject of its own
 * that is nearly all of them. Comparisons of two people have half as many.
 */
export function separateTrials({
  trials,
  subjects,
  metric,
}: Pick<MetricRow, 'trials' | 'subjects' | 'metric'>): number {
  if (trials === null || subjects === null || trials === 0) return 0;
  return (metric === 'FMR' ? subjects / 2 : subjects) ** 2 / trials;
}

/**
 * Korn & Graubard's ends for a rate whose trials are worth so many independent ones, as far as few of them tell; see
 * `fewerTrials`.
 */
export function guardedEnds(value: number, { effective, separate }: TrialsWorth, level: number): Bounds {
  const worth = (decisive: number) =>
    Math.max(fewerTrials(effective, decisive * effective, level), Math.min(effective, separate));
  return {
    low: kornGraubard(value, worth(1 - value), level).low,
    high: kornGraubard(value, worth(value), level).high,
  };
}

/**
 * So many trials, fewer for a variance that rests on few of them: by the square of z over Student's t, as Korn & Graubard
 * have it for few clusters. An upper end rests on the errors, a lower one on the trials without; half as many degrees of
 * freedom as there are of these, since people err unequally often, and three at least: what fewer errors may promise is
 * bounded already (`makeRate`). With z in place of t upper ends failed in up to 6.4% of
 * simulations at 5%, and in 2.3% at 1%, where 30 errors came in clusters (`tests/claims/calibration.test.ts`).
 */
function fewerTrials(effective: number, decisive: number, level: number): number {
  const z = -normalQuantile((1 - level) / 2);
  return effective * (z / studentTCritical(level, Math.max(3, decisive / 2))) ** 2;
}

/** The same of the contrary: what is found in place of what is missed. */
export function contraryBounds({ value, low, high }: ClaimBounds): ClaimBounds {
  return { value: 1 - value, low: 1 - high, high: 1 - low };
}
