import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { compareCsv } from '../../../src/report/compare/compare-csv.js';
import { comparedRuns } from '../../../src/report/compare/compared-runs.js';
import { BESIDE, first, later } from './runs.js';

const read = (text: string) => parse(text, { columns: true }) as Record<string, string>[];
const rows = read(compareCsv(BESIDE));

it('has a row a figure, with the values of both and the difference where it was tested', () => {
  const [test] = BESIDE.paired;
  const tested = rows.filter(({ p }) => p !== '');
  expect(tested).toHaveLength(BESIDE.paired.length);
  const of = (run: typeof first) =>
    run.rows.find(({ model, metric, at }) => model === 'good' && metric === 'FNMR@FMR' && at === '1e-1');
  expect(tested[0]).toMatchObject({
    task: 'people',
    metric: 'FNMR@FMR',
    at: '1e-1',
    systemA: 'good',
    systemB: 'good',
    sameMeasurement: 'yes',
    valueA: String(of(first)?.value),
    errorsA: String(of(first)?.errors),
    highB: String(of(later)?.high),
    trialsB: '72',
    difference: String(test?.difference),
    low: String(test?.interval.low),
    adjustedP: String(test?.adjustedPValue),
    verdict: 'a difference that these data show',
  });
  expect(rows.filter(({ difference, p }) => (difference === '') !== (p === ''))).toEqual([]);
});

it('leaves out what has no counterpart and makes no formula of a name', () => {
  expect(new Set(rows.map(({ systemA }) => systemA))).toEqual(new Set(['good']));
  const [task] = BESIDE.tasks;
  if (!task) throw new Error('There is no task.');
  const renamed = comparedRuns(first, later, []);
  const evil = { ...renamed, tasks: [{ ...task, task: { ...task.task, dataset: '=HYPERLINK("x")' } }] };
  expect(new Set(read(compareCsv(evil)).map(({ dataset }) => dataset))).toEqual(new Set([`'=HYPERLINK("x")`]));
});
