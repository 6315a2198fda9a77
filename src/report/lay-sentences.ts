import { count, levelText, oneIn, plainPercent } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { TaskRecord } from '../results/run-record.js';
import { systemsOfTask } from '../results/systems-of-task.js';
import { conditionsOf } from './conditions/condition-sections.js';
import { isDrawn } from './is-drawn.js';
import { limitSentence } from './limit-sentence.js';
import { resolvedTarget } from './resolved-target.js';
import type { Reported } from './section.js';

/**
 * The three sentences that a reader needs who reads no more: what was found, what changes it or what the data cannot tell,
 * and what it is about. Every rate has its denominator and its interval; where systems differ both ends are named.
 */
export function laySentences(run: Reported): string[] {
  const found = firstFinding(run);
  if (found) return [found.text, conditionSentence(run, found) ?? limitSentence(run, found), scopeSentence(run)];
  if (run.rows.every(({ value }) => value === null)) {
    return ['Nothing was measured in this run: what was missing stands below.'];
  }
  return ['How often anybody is missed cannot be given: why, and what was measured, stands below.', scopeSentence(run)];
}

/** What a task's headline is about: how often it goes wrong, or right, where. */
interface Finding {
  readonly task: TaskRecord;
  readonly text: string;
  /** Whether a row has the figure, in the task itself; through conditions its name loses the target. */
  readonly isOf: (row: MetricRow) => boolean;
  /** The figure through a condition, by metric and operating point. */
  readonly seen: Pick<MetricRow, 'metric' | 'at'>;
  /** Of one system and of several. */
  readonly verbs: readonly [one: string, several: string];
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
  const rows = run.rows.filter((row) => row.task === task.id);
  const { lead, ...rest } = describe(task, rows);
  const own = systemRows(rows.filter(rest.isOf));
  if (own.length === 0) return undefined;
  const text = rangeSentence(own, systemsOfTask(run.record, task).length, rest);
  return { task, ...rest, text: `${lead}${text}` };
}

type Described = Omit<Finding, 'task' | 'text'> & { readonly lead: string };

const MISSES = ['misses', 'miss'] as const;

function describe(task: TaskRecord, rows: readonly MetricRow[]): Described {
  const { title } = task;
  if (task.plates) {
    return {
      lead: `${title}: `,
      isOf: ({ metric, at, group }) => metric === 'plate-exact' && at === 'strict' && group === 'all',
      seen: { metric: 'plate-exact', at: 'strict' },
      verbs: ['reads', 'read'],
      things: 'of the plates right from end to end',
    };
  }
  if (task.search?.kind === 'splits') {
    const at = resolvedTarget(task, rows, 'TPIR@FPIR-rank-1', 'all');
    return {
      lead: `${title}: at thresholds where ${alarmsText(at, 'the list')}, `,
      isOf: ({ metric, at: own, group }) => metric === 'TPIR@FPIR-rank-1' && own === at && group === 'all',
      seen: { metric: 'TPIR@FPIR-rank-1', at },
      verbs: ['finds the right person first in', 'find the right person first in'],
      things: 'of the searches for people who are on it',
    };
  }
  if (task.search) {
    const list = rows.find(({ metric }) => metric === 'FNIR@FPIR')?.group ?? '';
    const at = resolvedTarget(task, rows, 'FNIR@FPIR', list);
    return {
      lead: `${title}, ${list}: at a threshold where ${alarmsText(at, 'it')}, `,
      isOf: ({ metric, at: own, group }) => metric === 'FNIR@FPIR' && own === at && group === list,
      seen: { metric: 'FNIR', at },
      verbs: MISSES,
      things: 'of the searches for people who are on it',
    };
  }
  const at = resolvedTarget(task, rows, 'FNMR@FMR', 'all');
  return {
    lead: `${title}: at a threshold where ${atMost(at, 'comparisons of two different people', ['is', 'are'])} taken for a match, `,
    isOf: ({ metric, at: own, group, over }) =>
      metric === 'FNMR@FMR' && own === at && group === 'all' && over === 'comparisons',
    seen: { metric: 'FNMR', at },
    verbs: MISSES,
    things: 'of the comparisons of one person',
  };
}

const alarmsText = (at: string, list: string) =>
  `${atMost(at, `searches for people who are not on ${list}`, ['raises', 'raise'])} an alarm`;

/** "at most 1 in 10 searches raises": a target is a limit, and 0.4 is not one in a whole number. */
function atMost(at: string, things: string, [one, several]: readonly [string, string]): string {
  const parts = 1 / Number(at);
  return Math.abs(parts - Math.round(parts)) < 1e-6 * parts
    ? `at most ${oneIn(Number(at))} ${things} ${one}`
    : `at most ${plainPercent(Number(at))} of the ${things} ${several}`;
}

/** The first row with a value of each system, lowest rate first. */
function systemRows(rows: readonly MetricRow[]): MetricRow[] {
  const given = rows.filter(({ value }) => value !== null);
  const first = [...new Map([...given].reverse().map((row) => [row.model, row])).values()].reverse();
  return first.sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
}

/** Both ends of what the systems do, or the only rate; `all` is how many systems there are. */
function rangeSentence(
  own: readonly MetricRow[],
  all: number,
  { verbs: [one, several], things }: Pick<Finding, 'verbs' | 'things'>,
): string {
  const [least, most] = [own[0], own.at(-1)];
  if (!least || !most) throw new RangeError('A finding has a rate.');
  if (all === 1) return `${least.model} ${one} ${said(least)} ${things}.`;
  if (own.length === 1)
    return `${least.model}, of ${all} systems the only one with a figure, ${one} ${said(least)} ${things}.`;
  const systems = own.length === all ? `${all} systems` : `${own.length} of ${all} systems`;
  const end = (row: MetricRow) => {
    const others = own.filter(({ value }) => value === row.value).length - 1;
    return said(row, others === 0 ? row.model : `${row.model} and ${others} more`);
  };
  if (least.value === most.value) return `${systems} ${several} ${said(least, 'each')} ${things}.`;
  return `${systems} ${several} from ${end(least)} to ${end(most)} ${things}.`;
}

/** "1.33% (40 of 3,000; 95% interval 0.948% to 1.87%)", and that it is not resolved where it is not. */
function said({ value, errors, trials, over, low, high, level, resolvable }: MetricRow, who = ''): string {
  const counts =
    errors === null || trials === null
      ? trials === null
        ? ''
        : `mean over ${count(trials)} ${over}`
      : `${count(errors)} of ${count(trials)}`;
  const interval =
    low === null || high === null || level === null
      ? ''
      : `${levelText(level)} interval ${plainPercent(low)} to ${plainPercent(high)}`;
  const inside = [who, counts, interval, resolvable === 'yes' ? '' : 'not resolved by these data'].filter(
    (text) => text !== '',
  );
  return `${plainPercent(value ?? 0)} (${inside.join('; ')})`;
}

/** The hardest condition for the system that is best as published: the choice is named. */
function conditionSentence(run: Reported, { task, isOf, seen, verbs: [verb], things }: Finding): string | undefined {
  const good = seen.metric === 'plate-exact';
  const published = systemRows(run.rows.filter((row) => row.task === task.id && isOf(row))).at(good ? -1 : 0);
  if (!published) return undefined;
  const system = published.model;
  const [first, ...others] = conditionsOf(run.record, task.id).flatMap(({ id, condition: { steps, sweep, title } }) => {
    const row = run.rows.find((one) => one.task === id && one.model === system && isSeen(one, seen));
    return row && row.value !== null && steps.length > 0 && !sweep ? [{ title, row }] : [];
  });
  if (!first) return undefined;
  const harder = (a: MetricRow, b: MetricRow) => (a.value ?? 0) * (good ? -1 : 1) > (b.value ?? 0) * (good ? -1 : 1);
  const { title, row } = others.reduce((worst, one) => (harder(one.row, worst.row) ? one : worst), first);
  const same = task.plates ? '' : ', at the same threshold,';
  const does = `"${title}", through which it${same} ${verb} ${said(row)} ${things}.`;
  const conditions = others.length + 1;
  if (!harder(row, published)) {
    const none = conditions === 1 ? 'The one condition is not' : `None of ${conditions} conditions is`;
    return `${none} harder for ${system} than the pictures as published: the hardest is ${does}`;
  }
  const hardest =
    conditions === 1
      ? `the one condition for ${system} is`
      : `of ${conditions} conditions the hardest for ${system} is`;
  return `Other pictures change that: ${hardest} ${does}`;
}

function isSeen({ metric, at, group, over }: MetricRow, seen: Finding['seen']): boolean {
  return (
    metric === seen.metric && at === seen.at && over !== 'subjects' && !/failures-excluded|^discard |: /.test(group)
  );
}

function scopeSentence(run: Reported): string {
  const { record } = run;
  const drawn = record.tasks.some((task) => !task.condition && isDrawn(run, task))
    ? '; drawings are not photographs'
    : '';
  const titles = record.datasets.map(({ title }) => title).join('; ');
  return `This is about these models on these pictures (${titles}), and says nothing of a system that nobody outside may test, of other people or of another place${drawn}.`;
}
