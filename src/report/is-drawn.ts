import type { DatasetRecord, TaskRecord } from '../results/run-record.js';

/** Whether the pictures of a task are drawings: no rate of theirs is that of photographs. */
export function isDrawn(
  { record }: { readonly record: { readonly datasets: readonly Pick<DatasetRecord, 'name' | 'drawn'>[] } },
  task: Pick<TaskRecord, 'dataset'>,
): boolean {
  return record.datasets.some(({ name, drawn }) => name === task.dataset && drawn === true);
}
