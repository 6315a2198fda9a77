import type { RunRecord, SystemRecord, TaskRecord } from './run-record.js';

/** The systems of a run that a task is about: those that read plates for a task of plates, all others for one of faces. */
export function systemsOfTask(
  { systems }: Pick<RunRecord, 'systems'>,
  { protocol }: Pick<TaskRecord, 'protocol'>,
): SystemRecord[] {
  return systems.filter((system) => 'reader' in system === (protocol === 'plates'));
}
