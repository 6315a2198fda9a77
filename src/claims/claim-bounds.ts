import type { MetricRow } from '../results/metric-row.js';
import { effectiveTrialsOf, kornGraubard } from '../statistics/korn-graubard.js';
import type { Bounds } from '../statistics/level.js';

/** A measured value with the bounds that a verdict rests on. */
export interface ClaimBounds extends Bounds {
  readonly value: number;
}

/** Intervals of Wilson's form, from which it can be read how many independent trials they are worth. */
const WILSON_FORM = new Set(['adjusted-wilson', 'jackknife', 'wilson']);
const AS_IF_INDEPENDENT = new Set(['wilson', 'clopper-pearson']);

/**
 * The ends of the two-sided interval at `level`, each of which is a one-sided bound at (1 + level) / 2: the outer ones of
 * every interval of the rows that knows of subjects, the jackknife's among them, and of Korn & Graubard's with as many
 * trials as those of Wilson's form are worth. Wilson's own lower end says too much one-sided where errors are few.
 * `rows` are those of one figure, its default interval first; `companions` those of a rate that it cannot be surer than.
 * Undefined where there is no figure or no interval.
 */
export function claimBounds(
  rows: readonly MetricRow[],
  companions: readonly MetricRow[],
  level: number,
): ClaimBounds | undefined {
  const value = rows[0]?.value;
  if (value === undefined || value === null) return undefined;
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

function exactEnds({ value, trials, method }: MetricRow, ends: Bounds, level: number): Bounds | undefined {
  if (value === null || trials === null || !WILSON_FORM.has(method)) return undefined;
  const effective = effectiveTrialsOf(value, ends, level);
  return effective === undefined ? undefined : kornGraubard(value, Math.min(effective, trials), level);
}

/** The same of the contrary: what is found in place of what is missed. */
export function contraryBounds({ value, low, high }: ClaimBounds): ClaimBounds {
  return { value: 1 - value, low: 1 - high, high: 1 - low };
}
