import type { TaskRecord } from '../results/run-record.js';
import { systemsOfTask } from '../results/systems-of-task.js';
import type { Reported } from './section.js';

/** The pictures of a task that gave a system nothing, for one reason. */
export interface FailedPictures {
  readonly system: string;
  readonly reason: string;
  readonly samples: readonly string[];
}

/** Which pictures of a task failed: a rate alone does not tell a face that was not found from a file that is broken. */
export function failedPictures(
  { record, tables }: Pick<Reported, 'record' | 'tables'>,
  task: TaskRecord,
): FailedPictures[] {
  return systemsOfTask(record, task).flatMap(({ name }) => {
    const own = tables.get(task.id)?.systems.get(name);
    const failed = [...(own?.samples ?? []), ...(own?.readings ?? [])].filter(({ failure }) => failure !== '');
    const reasons = [...new Set(failed.map(({ failure }) => failure))].sort();
    return reasons.map((reason) => ({
      system: name,
      reason,
      samples: failed.filter(({ failure }) => failure === reason).map(({ sample }) => sample),
    }));
  });
}

const SHOWN = 5;

/** The first few by name, and how many more there are. */
export function someOf(samples: readonly string[]): string {
  const more = samples.length - SHOWN;
  return `${samples.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`;
}
