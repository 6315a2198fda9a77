import type { Run } from '../../results/run-files.js';
import type { TaskRecord } from '../../results/run-record.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { shortName } from '../cut-middle.js';
import { columns, wrap } from '../wrap.js';
import { conditionFigures } from './condition-figures.js';
import { conditionsOf } from './condition-sections.js';

/** What is first of a task through each of its conditions, for the terminal: one figure, a line a condition. */
export function seenLines({ record, rows }: Pick<Run, 'record' | 'rows'>, task: TaskRecord): string[] {
  const seen = conditionsOf(record, task.id);
  const [figure] = conditionFigures(task);
  if (seen.length === 0 || !figure) return [];
  return systemsOfTask(record, task).flatMap(({ name }) => [
    ...wrap(`${shortName(name)} through conditions: ${figure.name}`, '  '),
    ...columns(
      seen.map(({ id, condition }) => {
        const row = rows.find((one) => one.task === id && one.model === name && figure.isOf(one));
        return [shortName(condition.name), row ? figure.text(row) : ''];
      }),
      '    ',
    ),
  ]);
}
