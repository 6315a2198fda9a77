/** Whether comparisons with a failed sample are in the denominator (as matches of nobody) or left out of it. */
export type FailureView = 'counted' | 'excluded';

/** One row of results of a protocol of mated and non-mated comparisons. */
export interface MetricOf<Name extends string, Result> {
  /** The name in the run directory's table. */
  readonly metric: Name;
  readonly failures: FailureView;
  /** The operating point, as "1e-4"; null for a metric that has none. */
  readonly at: string | null;
  readonly threshold: number | null;
  /** What set the threshold: "self", the same comparisons, or the name of others; null for a metric without one. */
  readonly thresholdFrom: string | null;
  readonly result: Result;
}
