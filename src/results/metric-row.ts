import { z } from 'zod';
import { formatCsv } from './format-csv.js';

/** One figure in tidy form: what was measured, on what, its value, its denominator and its interval. */
export const metricRowSchema = z.strictObject({
  task: z.string(),
  model: z.string(),
  dataset: z.string(),
  protocol: z.string(),
  /** The capture condition; empty: pictures as published. */
  condition: z.string(),
  /** The samples or the view that the figure is about; "all": everything, failures counted. */
  group: z.string(),
  metric: z.string(),
  /** The operating point, such as "1e-3"; empty where the metric has none. */
  at: z.string(),
  value: z.number().nullable(),
  errors: z.number().nullable(),
  trials: z.number().nullable(),
  /** What the trials are: comparisons, samples, subjects (each counting once) or searches; empty where nothing is counted. */
  over: z.string(),
  subjects: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  level: z.number().nullable(),
  method: z.string(),
  threshold: z.number().nullable(),
  /** What set the threshold: "self", the same comparisons; or the name of others; empty where there is none. */
  calibration: z.string(),
  /** "yes", or why the data cannot resolve the rate. */
  resolvable: z.string(),
});

export type MetricRow = z.output<typeof metricRowSchema>;

/** The columns of the table, in order. */
const COLUMNS = Object.keys(metricRowSchema.shape);

/** The rows as CSV, numbers as JavaScript writes them (the shortest decimal that gives the same double back). */
export function formatMetricsCsv(rows: readonly MetricRow[]): string {
  return formatCsv(rows, COLUMNS);
}
