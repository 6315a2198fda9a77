import type { TaskRecord } from '../results/run-record.js';
import type { SystemTables } from '../results/run-tables.js';
import { systemsOfTask } from '../results/systems-of-task.js';
import type { Reported } from './section.js';

/** The pictures of a task that gave a system nothing, for one reason. */
export interface FailedPictures {
  readonly system: string;
  readonly reason: string;
  readonly samples: readonly string[];
}

interface Failed {
  readonly name: string;
  readonly failure: string;
}

type Tables = Pick<Reported, 'record' | 'tables'>;

/** Which pictures of a task failed: a rate alone does not tell a face that was not found from a file that is broken. */
export function failedPictures(run: Tables, task: TaskRecord): FailedPictures[] {
  return byReason(run, task, ({ samples, readings = [] }) =>
    [...samples, ...readings].map(({ sample, failure }) => ({ name: sample, failure })),
  );
}

/** Which pictures of a task failed within templates of several, which are then made of the others. */
export function leftOutPictures(run: Tables, task: TaskRecord): FailedPictures[] {
  return byReason(run, task, ({ leftOut = [] }) => leftOut.map(({ picture, failure }) => ({ name: picture, failure })));
}

function byReason(
  { record, tables }: Tables,
  task: TaskRecord,
  failures: (own: SystemTables) => readonly Failed[],
): FailedPictures[] {
  return systemsOfTask(record, task).flatMap(({ name: system }) => {
    const own = tables.get(task.id)?.systems.get(system);
    const failed = own ? failures(own).filter(({ failure }) => failure !== '') : [];
    const reasons = [...new Set(failed.map(({ failure }) => failure))].sort();
    return reasons.map((reason) => ({
      system,
      reason,
      samples: failed.filter(({ failure }) => failure === reason).map(({ name }) => name),
    }));
  });
}

const SHOWN = 5;

/** The first few by name, and how many more there are. */
export function someOf(samples: readonly string[]): string {
  const more = samples.length - SHOWN;
  return `${samples.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`;
}
