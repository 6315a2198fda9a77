import { FalsematchError, unknownName } from '../files/errors.js';
import type { MetricRow } from '../results/metric-row.js';
import type { Run } from '../results/run-files.js';
import type { TaskRecord } from '../results/run-record.js';
import { EXCLUDED } from '../results/search/list-names.js';
import { type MeasuredConcentration, measuredConcentration } from './measured-concentration.js';

/** Which figures of a run are asked for; what is left out must be the only one that there is. */
export interface RatesAsked {
  readonly task?: string | undefined;
  readonly model?: string | undefined;
  /** The target FPIR, as the run writes it ("1e-2") or any other way. */
  readonly at?: string | undefined;
  /** Of several lists the one nearest to this size, by their ratio, is taken. */
  readonly listSize?: number | undefined;
}

/** FPIR and TPIR of one system at one threshold, as a run has measured them, failures counted. */
export interface MeasuredRates {
  readonly task: Pick<TaskRecord, 'id' | 'title' | 'caveat'> & { readonly search: NonNullable<TaskRecord['search']> };
  readonly model: string;
  readonly at: string;
  /** People on the list. */
  readonly listSize: number;
  /** Whole rows: value, errors, trials, interval, level, and whether the data resolve it. */
  readonly fpir: MeasuredRate;
  /** 1 - FNIR; `errors` are those who were found. The right person may have any rank above the threshold. */
  readonly tpir: MeasuredRate;
  readonly concentration: MeasuredConcentration;
}

/** The cells of a row that has a value and an interval. */
export type MeasuredRate = Record<'value' | 'low' | 'high', number> &
  Pick<MetricRow, 'errors' | 'trials' | 'level' | 'method' | 'threshold' | 'calibration' | 'resolvable'>;

/**
 * FPIR and TPIR with their intervals out of a run whose searches have lists of known sizes. Throws one sentence where the
 * run has none, and names what there is where something is asked for that it lacks or that is not the only one.
 */
export function ratesOfRun({ record, rows }: Pick<Run, 'record' | 'rows'>, asked: RatesAsked = {}): MeasuredRates {
  const task = searchTask(record, asked.task);
  const mine = rows.filter((row) => row.task === task.id);
  const model = only('model', asked.model, [...new Set(mine.map((row) => row.model))]);
  const at = onlyAt(asked.at, task.at);
  const own = mine.filter((row) => row.model === model);
  const { group, value: listSize } = nearestList(own, asked.listSize);
  const first = (...metrics: string[]) =>
    own.find((row) => metrics.includes(row.metric) && row.at === at && row.group === group);
  const fnir = first('FNIR@FPIR', 'FNIR');
  const fpir = first('FPIR');
  return {
    task: { id: task.id, title: task.title, ...(task.caveat ? { caveat: task.caveat } : {}), search: task.search },
    model,
    at,
    listSize,
    fpir: measured(fpir, fnir, at),
    tpir: complement(measured(fnir, fnir, at)),
    concentration: measuredConcentration(rows, model, fpir?.threshold ?? null),
  };
}

type SearchTask = TaskRecord & { readonly search: NonNullable<TaskRecord['search']> };

function searchTask({ tasks }: Run['record'], asked: string | undefined): SearchTask {
  const known = tasks.filter((task): task is SearchTask => task.search?.kind === 'sizes');
  if (known.length === 0) {
    throw new FalsematchError(
      'This run has no searches of a list with an FPIR; make one that has, by "falsematch run watch-list".',
    );
  }
  const ids = known.map(({ id }) => id);
  if (asked !== undefined && !ids.includes(asked) && tasks.some(({ id }) => id === asked)) {
    throw new FalsematchError(`The task "${asked}" has no searches with an FPIR; those that have: ${ids.join(', ')}.`);
  }
  const id = only('task', asked, ids);
  return known.find((task) => task.id === id) as SearchTask;
}

function only(what: string, asked: string | undefined, known: readonly string[]): string {
  if (asked !== undefined) {
    if (!known.includes(asked)) throw unknownName(`${what} with searches in this run`, asked, known);
    return asked;
  }
  const [one, ...others] = known;
  if (one === undefined || others.length > 0) {
    throw new FalsematchError(`This run has more than one ${what} with searches; name one of ${known.join(', ')}.`);
  }
  return one;
}

/** A rate may be written in other ways, and the nearest name of one that is missing would be another rate. */
function onlyAt(asked: string | undefined, known: readonly string[]): string {
  if (asked === undefined) return only('target FPIR', asked, known);
  const same = known.find((at) => Number(at) === Number(asked));
  if (same !== undefined) return same;
  throw new FalsematchError(`The task was not measured at FPIR ${asked}; it was at ${known.join(', ')}.`);
}

function nearestList(rows: readonly MetricRow[], asked: number | undefined): { group: string; value: number } {
  const lists = rows.flatMap(({ metric, group, value }) =>
    metric === 'gallery-size' && value !== null && !group.includes(EXCLUDED) ? [{ group, value }] : [],
  );
  const [first, ...others] = lists;
  if (first === undefined) throw new FalsematchError('This run does not say how many people are on its list.');
  if (asked === undefined && others.length > 0) {
    const sizes = lists.map(({ value }) => value).join(', ');
    throw new FalsematchError(`This run has lists of ${sizes} people; say by the list size which of them is meant.`);
  }
  const size = asked ?? first.value;
  const away = ({ value }: { value: number }) => Math.abs(Math.log(value / size));
  return others.reduce((best, list) => (away(list) < away(best) ? list : best), first);
}

/** The first row of a rate carries its default interval. */
function measured(row: MetricRow | undefined, why: MetricRow | undefined, at: string): MeasuredRate {
  if (row?.value == null || row.low === null || row.high === null) {
    const reason = (row ?? why)?.resolvable.replace(/^no: /, '').replace(/\.$/, '') ?? 'the run has no such figure';
    throw new FalsematchError(`This run gives no rates at FPIR ${at}: ${reason}; ask for another one.`);
  }
  const { value, low, high, errors, trials, level, method, threshold, calibration, resolvable } = row;
  return { value, low, high, errors, trials, level, method, threshold, calibration, resolvable };
}

function complement(rate: MeasuredRate): MeasuredRate {
  const { value, low, high, errors, trials } = rate;
  const found = errors === null || trials === null ? null : trials - errors;
  return { ...rate, value: 1 - value, low: 1 - high, high: 1 - low, errors: found };
}
