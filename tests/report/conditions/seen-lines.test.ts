import { expect, it } from 'vitest';
import { seenLines } from '../../../src/report/conditions/seen-lines.js';
import { rateText } from '../../../src/report/format.js';
import type { TaskRecord } from '../../../src/results/run-record.js';
import { seenPairsRun } from '../../support/seen-run.js';

const run = seenPairsRun(['good', 'bad']);
const [task, dim] = run.record.tasks as [TaskRecord, TaskRecord];
const missed = (of: string, model: string) => {
  const row = run.rows.find((one) => one.task === of && one.model === model && one.metric === 'FNMR');
  return row ? rateText(row) : '';
};

it('gives of each system the first figure, a line a condition', () => {
  expect(seenLines(run, task)).toEqual(
    ['good', 'bad'].flatMap((model) => [
      `  ${model} through conditions: missed (FNMR), FMR 1e-1 as published`,
      `    dim      ${missed('people.dim', model)}`,
      `    fog      ${missed('people.fog', model)}`,
      `    jpeg-20  ${missed('people.jpeg-20', model)}`,
    ]),
  );
});

it('has nothing of a task without conditions, and an empty place for what was not measured', () => {
  expect(seenLines(run, dim)).toEqual([]);
  const rows = run.rows.filter((row) => row.task !== 'people.dim');
  expect(seenLines({ ...run, rows }, task)[1]?.trimEnd()).toBe('    dim');
});
