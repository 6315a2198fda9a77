import type { PlannedTask } from './conditions/expand-conditions.js';

/** The other task that a task takes thresholds from, if any. */
export function thresholdsFrom(task: PlannedTask): string | undefined {
  if (task.condition) return task.protocol === 'plates' ? undefined : task.condition.thresholdsFrom;
  if (task.protocol === 'recapture') return task.nonMatedFrom;
  if (task.protocol === 'pairs' && task.calibrate && 'task' in task.calibrate) return task.calibrate.task;
  return undefined;
}
