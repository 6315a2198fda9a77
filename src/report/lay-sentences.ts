import { count, levelText, oneIn, plainPercent } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { TaskRecord } from '../results/run-record.js';
import { systemsOfTask } from '../results/systems-of-task.js';
import { conditionsOf, type SeenTask } from './conditions/condition-sections.js';
import { isDrawn } from './is-drawn.js';
import { resolvedTarget } from './resolved-target.js';
import type { Reported } from './section.js';

/**
 * The three sentences that a reader needs who reads no more: what was found, what changes it or what the data cannot tell,
 * and what it is about. Every rate has its denominator and its interval; where systems differ both ends are named.
 */
export function laySentences(run: Reported): string[] {
  const found = firstFinding(run);
  if (!found) return ['Nothing was measured in this run: what was missing stands below.'];
  return [found.text, conditionSentence(run, found) ?? limitSentence(run, found), scopeSentence(run)];
}

/** What a task's headline is about: how often it goes wrong, or right, where. */
interface Finding {
  readonly task: TaskRecord;
  readonly text: string;
  /** Whether a row has the figure, in the task itself; through conditions its name loses the target. */
  readonly isOf: (row: MetricRow) => boolean;
  /** The figure through a condition, by metric and operating point. */
  readonly seen: Pick<MetricRow, 'metric' | 'at'>;
  readonly verb: string;
  readonly things: string;
}

function firstFinding(run: Reported): Finding | undefined {
  const published = run.record.tasks.filter(({ condition }) => !condition);
  // What was also measured through conditions is what the suite is about.
  const about = published.filter(({ id }) => conditionsOf(run.record, id).length > 0);
  for (const task of [...about, ...published]) {
    const found = findingOf(run, task);
    if (found) return found;
  }
  return undefined;
}

function findingOf(run: Reported, task: TaskRecord): Finding | undefined {
  const rows = run.rows.filter((row) => row.task === task.id && row.value !== null);
  const described = describe(task, rows);
  if (!described) return undefined;
  const { lead, ...rest } = described;
  const own = extremes(rows.filter(rest.isOf), systemsOfTask(run.record, task).length);
  return own && { task, ...rest, text: `${lead}, ${rangeSentence(own, rest.verb, rest.things)}` };
}

type Described = Omit<Finding, 'task' | 'text'> & { readonly lead: string };

function describe(task: TaskRecord, rows: readonly MetricRow[]): Described | undefined {
  const { title } = task;
  if (task.plates) {
    return {
      lead: title,
      isOf: ({ metric, at, group }) => metric === 'plate-exact' && at === 'strict' && group === 'all',
      seen: { metric: 'plate-exact', at: 'strict' },
      verb: 'reads',
      things: 'of the plates right from end to end',
    };
  }
  if (task.search?.kind === 'splits') {
    const at = resolvedTarget(task, rows, 'TPIR@FPIR-rank-1', 'all');
    return {
      lead: `${title}, at a threshold where ${oneIn(Number(at))} searches for people who are not on the list raises an alarm`,
      isOf: ({ metric, at: own, group }) => metric === 'TPIR@FPIR-rank-1' && own === at && group === 'all',
      seen: { metric: 'TPIR@FPIR-rank-1', at },
      verb: 'finds',
      things: 'of the people who are, mean over the divisions',
    };
  }
  if (task.search) {
    const list = rows.find(({ metric }) => metric === 'FNIR@FPIR')?.group ?? '';
    const at = resolvedTarget(task, rows, 'FNIR@FPIR', list);
    return {
      lead: `${title}, ${list}, at a threshold where ${oneIn(Number(at))} searches for people who are not on it raises an alarm`,
      isOf: ({ metric, at: own, group }) => metric === 'FNIR@FPIR' && own === at && group === list,
      seen: { metric: 'FNIR', at },
      verb: 'misses',
      things: 'of the people who are on it',
    };
  }
  const at = resolvedTarget(task, rows, 'FNMR@FMR', 'all');
  return {
    lead: `${title}, at a threshold where at most ${oneIn(Number(at))} comparisons of two different people is taken for a match`,
    isOf: ({ metric, at: own, group, over }) =>
      metric === 'FNMR@FMR' && own === at && group === 'all' && over === 'comparisons',
    seen: { metric: 'FNMR', at },
    verb: 'misses',
    things: 'of the comparisons of one person',
  };
}

interface Extremes {
  readonly systems: number;
  readonly least: MetricRow;
  readonly most: MetricRow;
}

/** The lowest and the highest of the first rows of so many systems. */
function extremes(rows: readonly MetricRow[], systems: number): Extremes | undefined {
  const first = [...new Map([...rows].reverse().map((row) => [row.model, row])).values()];
  const [least, most] = [(a: number, b: number) => a < b, (a: number, b: number) => a > b].map((better) =>
    first.reduce<MetricRow | undefined>(
      (best, row) => (!best || better(row.value ?? 0, best.value ?? 0) ? row : best),
      undefined,
    ),
  );
  return least && most ? { systems, least, most } : undefined;
}

function rangeSentence({ systems, least, most }: Extremes, verb: string, things: string): string {
  if (least === most) return `${least.model} ${verb} ${said(least)} ${things}.`;
  return `${least.model} ${verb} fewest of ${systems} systems, ${said(least)} ${things}; ${most.model} most, ${said(most)}.`;
}

/** "1.33% (40 of 3,000; 95% interval 0.948% to 1.87%)", and that it is not resolved where it is not. */
function said({ value, errors, trials, over, low, high, level, resolvable }: MetricRow): string {
  const counts =
    errors === null || trials === null
      ? trials === null
        ? ''
        : `over ${count(trials)} ${over}`
      : `${count(errors)} of ${count(trials)}`;
  const interval =
    low === null || high === null || level === null
      ? ''
      : `${levelText(level)} interval ${plainPercent(low)} to ${plainPercent(high)}`;
  const inside = [counts, interval, resolvable === 'yes' ? '' : 'not resolved by these data'].filter(
    (text) => text !== '',
  );
  return `${plainPercent(value ?? 0)} (${inside.join('; ')})`;
}

/** The hardest and the kindest condition, for the system that is best as published: the choice is named. */
function conditionSentence(run: Reported, { task, isOf, seen, verb, things }: Finding): string | undefined {
  const conditions = conditionsOf(run.record, task.id).filter(({ condition: { steps } }) => steps.length > 0);
  const published = extremes(
    run.rows.filter((row) => row.task === task.id && row.value !== null && isOf(row)),
    1,
  );
  if (conditions.length === 0 || !published) return undefined;
  const good = seen.metric === 'plate-exact';
  const system = (good ? published.most : published.least).model;
  const rows = conditions.flatMap((through) => {
    const row = run.rows.find((one) => one.task === through.id && one.model === system && isSeen(one, seen));
    return row && row.value !== null ? [{ through, row }] : [];
  });
  const harder = (a: number, b: number) => (good ? a < b : a > b);
  const [first, ...others] = rows.filter(({ through }) => !through.condition.sweep);
  if (!first) return undefined;
  const hardest = others.reduce(
    (worst, one) => (harder(one.row.value ?? 0, worst.row.value ?? 0) ? one : worst),
    first,
  );
  return `Pictures as a camera delivers them change that: of ${others.length + 1} conditions the hardest for ${system} is "${titleOf(hardest.through)}", through which it ${verb} ${said(hardest.row)} ${things}.`;
}

const titleOf = ({ condition }: SeenTask): string => condition.title;

function isSeen({ metric, at, group, over }: MetricRow, seen: Finding['seen']): boolean {
  return (
    metric === seen.metric && at === seen.at && over !== 'subjects' && !/failures-excluded|^discard |: /.test(group)
  );
}

/** What the data of the task cannot tell, by its number of trials. */
function limitSentence({ rows }: Reported, { task, isOf }: Finding): string {
  const mine = rows.filter((row) => row.task === task.id);
  if (task.plates) {
    const { vehicles, pictures } = task.plates;
    return `One plate more or less is ${plainPercent(1 / task.plates.labels)}: with ${count(task.plates.labels)} plates of ${count(vehicles)} vehicles in ${count(pictures)} pictures smaller differences are chance, and a dataset of other cameras would give other rates.`;
  }
  const of = task.search ? 'FPIR' : 'FMR';
  const trials = Math.max(0, ...mine.filter(({ metric }) => metric === of).map((row) => row.trials ?? 0));
  const people = Math.max(0, ...mine.filter(isOf).map(({ subjects }) => subjects ?? 0));
  const what = task.search ? 'searches for people who are not on the list' : 'comparisons of different people';
  const who =
    people > 0
      ? ` Those who were missed are among ${count(people)} people, and the intervals know that they share comparisons.`
      : '';
  return `The data cannot tell everything: with ${count(trials)} ${what} no false-${task.search ? 'alarm' : 'match'} rate below ${oneIn(1 / Math.max(1, trials))} can be told from none, and a figure with a star is not resolved.${who}`;
}

function scopeSentence(run: Reported): string {
  const { record } = run;
  const drawn = record.tasks.some((task) => !task.condition && isDrawn(run, task))
    ? ' Drawings are not photographs.'
    : '';
  const titles = record.datasets.map(({ title }) => title).join('; ');
  return `This is about these models on these pictures (${titles}), and says nothing of a system that nobody outside may test, of other people or of another place.${drawn}`;
}
