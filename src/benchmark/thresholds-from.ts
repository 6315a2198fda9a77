import type { SuiteTask } from './suite.js';

/** The other task that a task takes thresholds from, if any. */
export function thresholdsFrom(task: SuiteTask): string | undefined {
  if (task.protocol === 'recapture') return task.nonMatedFrom;
  if (task.protocol === 'pairs' && task.calibrate && 'task' in task.calibrate) return task.calibrate.task;
  return undefined;
}
