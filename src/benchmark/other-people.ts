import type { Dataset } from '../datasets/open-dataset.js';
import { FalsematchError } from '../files/errors.js';
import type { PreparedTask } from './protocols/protocol.js';
import type { SuiteTask } from './suite.js';

interface CalibrationTask {
  readonly task: Pick<SuiteTask, 'id'>;
  readonly dataset: Pick<Dataset, 'samples'>;
  readonly prepared: Pick<PreparedTask, 'samples'>;
}

/**
 * Refuses thresholds that were set on people who are then reported on: known before anything is extracted.
 * Samples without a subject are of nobody whom the other task could share.
 */
export function checkOtherPeople(task: CalibrationTask, calibrating: CalibrationTask): void {
  const theirs = subjectsOf(calibrating);
  const shared = [...subjectsOf(task)].filter((subject) => theirs.has(subject));
  if (shared.length === 0) return;
  throw new FalsematchError(
    `Task ${task.task.id} takes thresholds from ${calibrating.task.id}, and ${shared.length} subjects stand in both (${shared.slice(0, 3).join(', ')}${shared.length > 3 ? ', ...' : ''}); calibrate on other people, or write calibrate: { share: 0.5 } to divide the subjects.`,
  );
}

function subjectsOf({ dataset, prepared }: CalibrationTask): Set<string> {
  const used = new Set(prepared.samples.map(({ id }) => id));
  return new Set(
    dataset.samples.flatMap(({ id, subject }) => (subject !== undefined && used.has(id) ? [subject] : [])),
  );
}
