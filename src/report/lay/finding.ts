import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { conditionsOf } from '../conditions/condition-sections.js';
import { resolvedTarget } from '../resolved-target.js';
import type { Reported } from '../section.js';
import { atMost, bySystem, listed, said } from './said.js';

/** What a task's headline is about: how often its systems go wrong, or right. */
export interface Finding {
  readonly task: TaskRecord;
  /** The sentence. */
  readonly text: string;
  /** The row of each system, lowest rate first. */
  readonly own: readonly MetricRow[];
  /** The figure through a condition, by metric and operating point. */
  readonly seen: Pick<MetricRow, 'metric' | 'at'>;
  readonly verb: string;
  /** Of what the rates are shares. */
  readonly things: string;
  /** Whether more is better. */
  readonly good: boolean;
}

/** The task that a run is about: the first that was also measured through conditions, else the first that has rates. */
export function firstFinding(run: Reported): Finding | undefined {
  const published = run.record.tasks.filter(({ condition }) => !condition);
  const about = published.filter(({ id }) => conditionsOf(run.record, id).length > 0);
  for (const task of [...about, ...published]) {
    const found = findingOf(run, task);
    if (found) return found;
  }
  return undefined;
}

/** The finding of one task; undefined where no system has a rate. */
export function findingOf(run: Reported, task: TaskRecord): Finding | undefined {
  // Through conditions thresholds stay as published: what they are compared with must have the same ones.
  const asPublished = conditionsOf(run.record, task.id).find(({ condition }) => condition.steps.length === 0);
  const from = asPublished?.condition.thresholdsFrom;
  const title = run.record.tasks.find(({ id }) => id === from)?.title ?? task.title;
  const described = describe(task, rowsOf(run, asPublished?.id ?? task.id), asPublished ? title : undefined);
  const { lead, isOf, ...rest } = described;
  const own = bySystem(rowsOf(run, asPublished?.id ?? task.id).filter(isOf));
  if (own.length === 0) return undefined;
  const text = `${lead}${rangeSentence(own, systemsOfTask(run.record, task).length, rest)}`;
  return { task, text, own, ...rest };
}

const rowsOf = ({ rows }: Reported, id: string) => rows.filter((row) => row.task === id);

type Described = Omit<Finding, 'task' | 'text' | 'own'> & {
  readonly lead: string;
  readonly isOf: (row: MetricRow) => boolean;
};

/** `from`: whose comparisons set the threshold, where it is held fixed. */
function describe(task: TaskRecord, rows: readonly MetricRow[], from: string | undefined): Described {
  const title = `"${task.title}"`;
  if (task.plates) {
    return {
      lead: `${title}: `,
      isOf: (row) => isSeen(row, { metric: 'plate-exact', at: 'strict' }),
      seen: { metric: 'plate-exact', at: 'strict' },
      verb: 'read',
      things: 'of the plates right from end to end',
      good: true,
    };
  }
  if (task.search?.kind === 'splits') {
    const metric = 'TPIR@FPIR-rank-1';
    const at = resolvedTarget(task, rows, metric, 'all');
    return {
      lead: `${title}: at thresholds where ${alarms(at, 'the list')}, `,
      isOf: (row) => row.metric === metric && row.at === at && row.group === 'all',
      seen: { metric, at },
      verb: 'found the right person first in',
      things: 'of the searches for people who are on it',
      good: true,
    };
  }
  if (task.search) {
    const metric = from === undefined ? 'FNIR@FPIR' : 'FNIR';
    const list = rows.find((row) => row.metric === metric)?.group ?? '';
    const at = resolvedTarget(task, rows, metric, list, 'FPIR');
    const where = from === undefined ? '' : `in "${from}" `;
    return {
      lead: `${title}, ${list}: at a threshold where ${where}${alarms(at, 'it')}, `,
      isOf: (row) => row.metric === metric && row.at === at && row.group === list,
      seen: { metric: 'FNIR', at },
      verb: 'missed',
      things: 'of the searches for people who are on it',
      good: false,
    };
  }
  const metric = from === undefined ? 'FNMR@FMR' : 'FNMR';
  const at = resolvedTarget(task, rows, metric, 'all', 'FMR');
  const where = from === undefined ? 'in these data' : `in "${from}"`;
  return {
    lead: `${title}: at a threshold where ${atMost(at, 'comparisons of two different people', 'matched')} ${where}, `,
    isOf: (row) => row.metric === metric && row.at === at && row.group === 'all' && row.over === 'comparisons',
    seen: { metric: 'FNMR', at },
    verb: 'missed',
    things: 'of the comparisons of one person',
    good: false,
  };
}

const alarms = (at: string, list: string) =>
  `${atMost(at, `searches for people who are not on ${list}`, 'raised')} an alarm`;

/** Whether a row is the figure through a condition, of everybody. */
export function isSeen({ metric, at, group, over }: MetricRow, seen: Finding['seen']): boolean {
  return (
    metric === seen.metric && at === seen.at && over !== 'subjects' && !/failures-excluded|^discard |: /.test(group)
  );
}

/** Both ends of what the systems did, ties by name, or the only rate; `all` is how many systems there are. */
export function rangeSentence(
  own: readonly MetricRow[],
  all: number,
  { verb, things }: Pick<Finding, 'verb' | 'things'>,
): string {
  const [least, most] = [own[0], own.at(-1)];
  if (!least || !most) throw new RangeError('A finding has a rate.');
  if (all === 1) return `${least.model} ${verb} ${said(least)} ${things}.`;
  if (own.length === 1) {
    return `${least.model}, of ${all} systems the only one with a figure, ${verb} ${said(least)} ${things}.`;
  }
  const systems = own.length === all ? `the ${all} systems` : `${own.length} of ${all} systems`;
  if (least.value === most.value) return `${systems} ${verb} ${said(widest(own), 'each')} ${things}.`;
  const end = (row: MetricRow) => {
    const alike = own.filter(({ value }) => value === row.value);
    return said(widest(alike), listed(alike.map(({ model }) => model)));
  };
  return `${systems} ${verb} between ${end(least)} and ${end(most)} ${things}; their order was not tested and may be chance.`;
}

/** Of equal rates the first, with the interval that holds all of theirs. */
function widest([first, ...others]: readonly MetricRow[]): MetricRow {
  if (!first) throw new RangeError('There is a rate.');
  const end = (of: (...numbers: number[]) => number, key: 'low' | 'high') => {
    const ends = [first, ...others].map((row) => row[key]);
    return ends.some((one) => one === null) ? null : of(...ends.map(Number));
  };
  return { ...first, low: end(Math.min, 'low'), high: end(Math.max, 'high') };
}
