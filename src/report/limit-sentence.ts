import { count, oneIn, plainPercent } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { TaskRecord } from '../results/run-record.js';
import type { Reported } from './section.js';

/** What is asked of a task: which of its rows has the figure that was found. */
interface Found {
  readonly task: TaskRecord;
  readonly isOf: (row: MetricRow) => boolean;
}

/** What the data of a task cannot tell, by its number of trials and of people. */
export function limitSentence({ rows }: Pick<Reported, 'rows'>, { task, isOf }: Found): string {
  if (task.plates) return platesLimit(task.plates);
  const mine = rows.filter((row) => row.task === task.id);
  const found = mine.filter((row) => isOf(row) && row.value !== null);
  const people = Math.max(0, ...found.map(({ subjects }) => subjects ?? 0));
  if (task.search?.kind === 'splits') {
    const divisions = count(found[0]?.trials ?? 0);
    return `The data cannot tell everything: ${divisions} divisions of the same pictures, with ${things(people, 'person', 'people')} on the list of one or another, are not ${divisions} experiments, and a figure with a star is not resolved.`;
  }
  const group = found[0]?.group;
  const strangers = mine.filter((row) => row.metric === (task.search ? 'FPIR' : 'FMR') && row.group === group);
  const trials = Math.max(1, ...strangers.map((row) => row.trials ?? 0));
  const what = task.search ? 'searches for people who are not on the list' : 'comparisons of two different people';
  const who = people > 0 ? `; the interval of the misses is that of ${things(people, 'person', 'people')}` : '';
  return `The data cannot tell everything: with ${count(trials)} ${what} no false-${task.search ? 'alarm' : 'match'} rate below ${oneIn(1 / trials)} can be told from none, and a figure with a star is not resolved${who}.`;
}

function platesLimit({ labels, vehicles, pictures }: NonNullable<TaskRecord['plates']>): string {
  const own = `${things(labels, 'plate')} of ${things(vehicles, 'vehicle')} in ${things(pictures, 'picture')}`;
  return `With ${own}, each plate is ${plainPercent(1 / labels)} of them: a difference of a few plates may be chance, and pictures of other cameras may give other rates.`;
}

const things = (number: number, one: string, several = `${one}s`) => `${count(number)} ${number === 1 ? one : several}`;
