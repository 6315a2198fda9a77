import type { MetricRow } from '../results/metric-row.js';
import type { ReadRun } from '../results/read-run.js';
import { claimBounds, contraryBounds } from './claim-bounds.js';
import { type Measure, measureOf } from './measures.js';
import { pointOf, type TestedFigure, type TestRows } from './test-rows.js';
import { GIVEN } from './threshold-rows.js';

/** What one system has to say to a claim. */
export interface Evidence {
  readonly model: string;
  readonly task: string;
  readonly dataset: { readonly name: string; readonly title: string; readonly digest: string };
  readonly protocol: string;
  readonly condition: { readonly name: string; readonly title: string } | null;
  readonly group: string;
  readonly measure: string;
  /** The operating point; null where the measure has none, or a threshold was named. */
  readonly at: string | null;
  readonly threshold: number | null;
  /** What set the threshold: "self", another task, or "given" by the claim; empty where there is none. */
  readonly calibration: string;
  readonly value: number | null;
  /** What the value counts, of the trials; null where nothing is counted. */
  readonly counted: number | null;
  readonly trials: number | null;
  readonly over: string;
  readonly subjects: number | null;
  /** The one-sided bounds that the verdict rests on; null where there is no figure. */
  readonly low: { readonly value: number; readonly confidence: number } | null;
  readonly high: { readonly value: number; readonly confidence: number } | null;
  /** The ends of the figure's default interval at the same levels: a larger sample narrows it by the square root. */
  readonly usual: { readonly low: number; readonly high: number } | null;
  /** How the bounds were made. */
  readonly method: string;
  /** "yes", or why the data cannot resolve the figure. */
  readonly resolvable: string;
  /** The digest of the run. */
  readonly run: string;
}

/** Two-sided levels, of which each end is taken. */
export interface EndLevels {
  readonly low: number;
  readonly high: number;
}

/** The evidence of one system, with its bounds at the levels that the verdict asks for. */
export function evidenceOf(
  run: Pick<ReadRun, 'record' | 'digest'>,
  { test, task, group }: TestedFigure,
  system: string,
  rowsAt: (level: number) => TestRows,
  levels: EndLevels,
): Evidence {
  const atLow = rowsAt(levels.low);
  const atHigh = rowsAt(levels.high);
  const low = boundsAt(test.measure, atLow, levels.low);
  const high = boundsAt(test.measure, atHigh, levels.high);
  const [row] = atLow.rows;
  const dataset = run.record.datasets.find(({ name }) => name === task.dataset);
  return {
    model: system,
    task: task.id,
    dataset: { name: task.dataset, title: dataset?.title ?? task.dataset, digest: dataset?.digest ?? '' },
    protocol: task.protocol,
    condition: task.condition ? { name: task.condition.name, title: task.condition.title } : null,
    group,
    measure: test.measure,
    at: pointOf(test) ?? null,
    threshold: row?.threshold ?? test.threshold ?? null,
    calibration: row?.calibration ?? '',
    value: low?.value ?? null,
    ...countedOf(row, measureOf(test.measure)),
    over: row?.over ?? '',
    subjects: row?.subjects ?? null,
    low: low ? { value: low.low, confidence: oneSided(levels.low) } : null,
    high: high ? { value: high.high, confidence: oneSided(levels.high) } : null,
    usual: usualEnds(atLow.rows[0], atHigh.rows[0], measureOf(test.measure)),
    method: methodText(atLow),
    resolvable: row?.resolvable ?? 'no: the run has no such figure.',
    run: run.digest,
  };
}

/** The bounds of a test's value at a two-sided level; undefined where there is no figure. */
export function boundsAt(measure: Parameters<typeof measureOf>[0], { rows, companions }: TestRows, level: number) {
  const bounds = claimBounds(rows, companions, level);
  return bounds && measureOf(measure).contrary ? contraryBounds(bounds) : bounds;
}

/** An end of a two-sided interval is a one-sided bound at half of what is left more. */
const oneSided = (level: number) => (1 + level) / 2;

function countedOf(row: MetricRow | undefined, measure: Measure): Pick<Evidence, 'counted' | 'trials'> {
  const { errors = null, trials = null } = row ?? {};
  const turned = measure.contrary === true || measure.countsWrong === true;
  return { counted: turned && errors !== null && trials !== null ? trials - errors : errors, trials };
}

function usualEnds(
  atLow: MetricRow | undefined,
  atHigh: MetricRow | undefined,
  { contrary }: Measure,
): Evidence['usual'] {
  // The lower end of what is found is that of the upper end of what is missed.
  const low = contrary ? atLow?.high : atLow?.low;
  const high = contrary ? atHigh?.low : atHigh?.high;
  if (low == null || high == null) return null;
  return contrary ? { low: 1 - low, high: 1 - high } : { low, high };
}

function methodText({ rows, companions }: TestRows): string {
  const aware = [...rows, ...companions].filter(({ method }) => method !== 'wilson' && method !== 'clopper-pearson');
  const methods = [...new Set((aware.length > 0 ? aware : rows).map(({ method }) => method))].filter(Boolean);
  return methods.length === 0 ? '' : `${methods.join(', ')}; not inside korn-graubard`;
}

/** Floors that speak of few errors: the interval carries them, and may still decide. */
const CARRIED = /^(yes$|no: (no error was seen|fewer than five errors share nobody))/;

/**
 * Why no interval could decide a claim on a figure; undefined where one could. A threshold that the same comparisons have
 * set gives the rate that was asked for, whatever the system; and a target that the data cannot resolve may stand for
 * another threshold than the one that was found.
 */
export function undecidable({ value, calibration, measure, resolvable }: Evidence): string | undefined {
  if (value === null) return `there is no figure (${resolvable.replace(/^no: /, '').replace(/\.$/, '')})`;
  if ((measure === 'FMR' || measure === 'FPIR') && calibration === 'self') {
    return 'the comparisons that it is a rate of have set the threshold themselves, so it is what was asked for';
  }
  if (measure === 'FNMR' && calibration === 'self') {
    return 'the threshold was set on the same people, which FNMR takes as given and FNMR@FMR does not; claim FNMR@FMR';
  }
  if (calibration === GIVEN || CARRIED.test(resolvable)) return undefined;
  return resolvable.replace(/^no: /, '').replace(/\.$/, '');
}
