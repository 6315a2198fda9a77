import { count, oneIn, plainPercent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import type { Reported } from '../section.js';
import type { Finding } from './finding.js';
import { things } from './said.js';

/** What the data of a task cannot tell, by its trials and its people. */
export function limitSentence({ rows }: Pick<Reported, 'rows'>, { task, own }: Pick<Finding, 'task' | 'own'>): string {
  if (task.plates) return platesLimit(task.plates);
  const people = Math.max(0, ...own.map(({ subjects }) => subjects ?? 0));
  if (task.search?.kind === 'splits') {
    const divisions = count(own[0]?.trials ?? 0);
    return `The data cannot tell everything: ${divisions} divisions of the same pictures, with ${things(people, 'person', 'people')} on the list of one or another, are not ${divisions} experiments, and a figure with a star is not resolved.`;
  }
  const unit = task.search ? 'searches for people who are on the list' : 'comparisons of one person';
  const from =
    people === 0
      ? 'Nobody knows who is on the pictures, so intervals take every picture for a person'
      : `The ${unit} come from ${things(people, 'person', 'people')}, and intervals allow for people who stand in several`;
  return `${from}; ${noneText(rows, task, own[0]?.group)}a figure with a star is not resolved: its interval counts, not its value.`;
}

/** What "none" would mean, as the run itself gives it where a threshold let none through. */
function noneText(rows: readonly MetricRow[], task: TaskRecord, group: string | undefined): string {
  const metric = task.search ? 'FPIR' : 'FMR';
  const none = rows.find(
    (row) =>
      row.task === task.id && row.metric === metric && row.group === group && row.errors === 0 && row.high !== null,
  );
  if (!none || none.high === null) return '';
  const what = task.search ? 'searches for people who are not on the list' : 'comparisons of two people';
  return `where none of ${count(none.trials ?? 0)} ${what} was a false ${task.search ? 'alarm' : 'match'}, a rate up to ${plainPercent(none.high)} (${oneIn(none.high)}) is still not excluded; `;
}

function platesLimit({ labels, vehicles, pictures }: NonNullable<TaskRecord['plates']>): string {
  const own = `${things(labels, 'plate')} of ${things(vehicles, 'vehicle')} in ${things(pictures, 'picture')}`;
  return `With ${own}, each plate is ${plainPercent(1 / labels)} of them: a difference of a few plates may be chance, and pictures of other cameras may give other rates.`;
}
