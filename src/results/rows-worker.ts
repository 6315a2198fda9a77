import type { MetricRow } from './metric-row.js';
import { type SystemTask, taskRows } from './run-rows.js';

/** Computes the figures of one system on one task. */
export function rowsOfTask(task: SystemTask): MetricRow[] {
  return taskRows(task);
}
