import { type BootstrapOptions, DEFAULT_REPLICATES } from '../../statistics/dependence/bootstrap.js';
import { checkLevel, DEFAULT_LEVEL } from '../../statistics/level.js';
import { equalGroups } from './equal-groups.js';
import { bootstrapGroups } from './group-bootstrap.js';
import { countByGroup } from './group-counts.js';
import { type GroupRates, type RatesByGroup, ratesByGroup } from './group-rates.js';
import type { GroupSample } from './group-sample.js';
import { checkGrouped, type GroupedComparisons } from './grouped-comparisons.js';
import { type Measure, type MeasureName, measureList } from './measure-list.js';
import { type BothRates, DEFAULT_ALPHA } from './measures.js';
import { type OpenInterval, percentileEnds, reachEquality } from './open-interval.js';
import { type NullReference, nullReference } from './reference.js';
import { comparedGroups, weakness } from './refusal.js';

/** How measures are taken; all have defaults. */
export interface DifferentialOptions extends Partial<BootstrapOptions> {
  /** Two-sided confidence of intervals, and the quantile of the null reference. */
  readonly level?: number | undefined;
  /** The weight of false matches in GARBE, FDR and the inequity ratio. */
  readonly alpha?: number | undefined;
}

interface MeasureHead {
  readonly name: MeasureName;
  /** The weight of false matches; null where the measure has none. */
  readonly alpha: number | null;
  /** The groups that were compared: those with the rates that the measure needs. */
  readonly groups: readonly string[];
}

/**
 * How different the groups are. `interval` says where the measure could lie with other subjects (see `reachEquality`),
 * `percentile` is the plain bootstrap interval, which others print and which lies too far from equality. Whether groups
 * differ at all is for `reference` to say: few people differ by chance, and no ratio is below 1.
 */
export type Differential = MeasureHead &
  (
    | {
        readonly state: 'resolved';
        readonly value: number;
        readonly interval: OpenInterval & { readonly low: number; readonly high: number };
        readonly percentile: OpenInterval;
        readonly reference: NullReference;
        /** How many bootstrap replicates had no value, as a group had no error in them. */
        readonly withoutValue: number;
      }
    | {
        readonly state: 'unresolved';
        readonly value: number;
        readonly interval: OpenInterval;
        readonly percentile: OpenInterval;
        readonly reference: NullReference;
        readonly withoutValue: number;
        /** One sentence: why the interval has no end, or should not be relied on. */
        readonly reason: string;
      }
    | {
        readonly state: 'unavailable';
        readonly value: null;
        readonly interval: null;
        readonly percentile: null;
        readonly reference: null;
        readonly reason: string;
      }
  );

/** The rates of groups and how different they are. */
export interface GroupDifferentials {
  readonly rates: RatesByGroup;
  readonly measures: readonly Differential[];
}

/**
 * The error rates of all groups at one global threshold, and every measure of how different they are, each with its
 * subject-bootstrap interval and what equal groups would show. All measures come from the same replicates.
 * Deterministic for a seed. Throws for input whose parts do not fit together, and options out of range.
 */
export function groupDifferentials(
  comparisons: GroupedComparisons,
  { level = DEFAULT_LEVEL, alpha = DEFAULT_ALPHA, replicates = DEFAULT_REPLICATES, seed = 1 }: DifferentialOptions = {},
): GroupDifferentials {
  checkLevel(level);
  if (!(alpha >= 0 && alpha <= 1)) throw new RangeError(`The weight alpha must lie in 0 to 1, found ${alpha}.`);
  checkGrouped(comparisons);
  const counts = countByGroup(comparisons);
  const rates = ratesByGroup(counts, level);
  const drawn = bootstrapGroups(counts.groups, { replicates, seed });
  const equal = equalGroups(counts.groups, { replicates, seed: seed + 1 });
  const measures = measureList(alpha).map((measure) => differential(measure, rates.groups, drawn, equal, level));
  return { rates, measures };
}

function differential(
  measure: Measure,
  rates: readonly GroupRates[],
  drawn: readonly GroupSample[],
  equal: readonly GroupSample[],
  level: number,
): Differential {
  const places = comparedGroups(rates, measure);
  const compared = places.flatMap((place) => rates[place] ?? []);
  const head = { name: measure.name, alpha: measure.alpha, groups: compared.map(({ group }) => group) };
  const refuse = (reason: string): Differential => ({
    ...head,
    state: 'unavailable',
    value: null,
    interval: null,
    percentile: null,
    reference: null,
    reason,
  });
  const weak = weakness(rates, measure);
  if (compared.length < 2) return refuse('Fewer than two groups have comparisons, so there is nothing to compare.');
  if (measure.ratio && weak !== undefined) return refuse(`${measure.name} is not given. ${weak}`);
  const value = measure.value({
    fmr: compared.map(({ fmr }) => fmr.value ?? 0),
    fnmr: compared.map(({ fnmr }) => fnmr.value ?? 0),
  });
  if (value === undefined)
    return refuse(`${measure.name} does not exist, as a rate that it compares is 0 in all groups.`);
  const replicates = drawn.map((sample) => valueIn(measure, sample, places));
  const percentile = percentileEnds(replicates, level);
  const reference = nullReference(
    value,
    equal.map((sample) => valueIn(measure, sample, places)),
    measure.worse,
    level,
  );
  const rejected = reference.state === 'resolved' && reference.pValue <= 1 - level + 1e-12;
  const interval = reachEquality(percentile, value, measure, rejected);
  const withoutValue = replicates.filter((one) => number(one) === undefined).length;
  const found = { ...head, value, percentile, reference, withoutValue };
  const { low, high } = interval;
  if (low !== null && high !== null && weak === undefined) {
    return { ...found, state: 'resolved', interval: { ...interval, low, high } };
  }
  const open = `${withoutValue} of ${drawn.length} bootstrap replicates have no value, as a group has no error in them.`;
  return { ...found, state: 'unresolved', interval, reason: weak ?? open };
}

/** The measure in one draw: infinity for a ratio over 0, undefined where it could be anything. */
function valueIn(measure: Measure, sample: GroupSample, places: readonly number[]): number | undefined {
  const rates: BothRates = {
    fmr: chosen(measure, sample, 'fmr', places),
    fnmr: chosen(measure, sample, 'fnmr', places),
  };
  if (measure.of.some((kind) => rates[kind].length < places.length)) return undefined;
  const overNothing = measure.ratio && measure.of.every((kind) => Math.max(...rates[kind]) > 0);
  return measure.value(rates) ?? (overNothing ? Number.POSITIVE_INFINITY : undefined);
}

/** The rates of the chosen groups that exist; none for a rate that the measure does not look at. */
function chosen(measure: Measure, sample: GroupSample, kind: 'fmr' | 'fnmr', places: readonly number[]): number[] {
  return measure.of.includes(kind) ? places.flatMap((place) => sample[kind][place] ?? []) : [];
}

function number(value: number | undefined): number | undefined {
  return value === Number.POSITIVE_INFINITY ? undefined : value;
}
