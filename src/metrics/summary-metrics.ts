import type { SideReplicates } from './bootstrap-sides.js';
import type { OperatingSides } from './operating-point-metrics.js';
import type { Estimate, Rate } from './rate.js';
import type { FailureView, MetricOf } from './verification-metric.js';

export type SummaryMetric =
  | MetricOf<'zero-FMR' | 'zero-FNMR', Rate>
  | MetricOf<'d-prime' | 'minDCF' | 'minCllr' | 'EER-ROCCH', Estimate & { readonly trials: number }>;

/** Temporary. */
export function summaryMetrics(
  _sides: OperatingSides,
  _replicates: SideReplicates | undefined,
  _level: number,
  _failures: FailureView,
): SummaryMetric[] {
  return [];
}
