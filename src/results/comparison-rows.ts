import { type VerificationInput, type VerificationMetric, verificationMetrics } from '../metrics/verification.js';
import type { Comparison } from './comparison-table.js';
import { groupRows } from './group-rows.js';
import { judging } from './judged.js';
import type { MetricRow } from './metric-row.js';
import { metricRows, type Place } from './metric-rows.js';
import type { SubjectTable } from './subject-table.js';
import { scoreSpreadRows, zooRows } from './zoo-rows.js';

/** Where rows stand, but for the group or view that they are about. */
export type TaskPlace = Omit<Place, 'group'>;

/** The figures that depend on where a threshold comes from. */
export const AT_THRESHOLD: readonly VerificationMetric['metric'][] = ['FNMR@FMR', 'FMR', 'FNMR'];

/** Failures counted under the group "all", then failures excluded. */
export function viewRows(
  place: TaskPlace,
  input: VerificationInput,
  only?: readonly VerificationMetric['metric'][],
): MetricRow[] {
  return verificationMetrics(input)
    .filter(({ metric }) => only === undefined || only.includes(metric))
    .flatMap((metric) =>
      metricRows({ ...place, group: metric.failures === 'counted' ? 'all' : 'failures-excluded' }, metric),
    );
}

/** Failures counted, under whatever group the place names. */
export function countedRows(
  place: Place,
  input: VerificationInput,
  only?: readonly VerificationMetric['metric'][],
): MetricRow[] {
  return verificationMetrics(input)
    .filter(({ metric, failures }) => failures === 'counted' && (only === undefined || only.includes(metric)))
    .flatMap((metric) => metricRows(place, metric));
}

/** By what subjects are looked at: operating points, as "1e-3", and groups where there is a table of subjects. */
export interface SubjectLook {
  readonly at: readonly string[];
  readonly seed: number;
  readonly level: number;
  /** How many replicates the bootstrap of the groups draws; what is usual when absent. */
  readonly replicates?: number | undefined;
  readonly table?: SubjectTable | undefined;
  readonly groups?: readonly (readonly string[])[] | undefined;
}

/** Who is hurt: subjects who go wrong more often than others, and groups of subjects. */
export function subjectRows(
  place: TaskPlace,
  comparisons: readonly Comparison[],
  { at, table, groups = [], ...drawn }: SubjectLook,
): MetricRow[] {
  const judge = judging(comparisons);
  const judgements = at.flatMap((point) => {
    const judged = judge(Number(point));
    return judged ? [{ judged, context: { ...drawn, at: point } }] : [];
  });
  const [first] = judgements;
  if (!first) return [];
  return judgements
    .flatMap(({ judged, context }) => {
      return [
        ...zooRows({ ...place, group: 'all' }, judged, context),
        ...(table ? groups.flatMap((names) => groupRows(place, judged, table, names, context)) : []),
      ];
    })
    .concat(scoreSpreadRows({ ...place, group: 'all' }, first.judged, first.context));
}
