import { expect, it } from 'vitest';
import { runRows } from '../../src/results/run-rows.js';
import { madeUpRun, madeUpTables, TASK } from '../support/run.js';

const { rows } = madeUpRun();
const find = (metric: string, at = '', group = 'all', method = 'wilson') =>
  rows.find((row) => row.metric === metric && row.at === at && row.group === group && row.method === method);

it('counts a failed comparison as a miss, and leaves it out only in the view that says so', () => {
  // 20 mated: one failed, one at 0.05, the others from 0.6; 20 non-mated: one at 0.9, the others below 0.3.
  expect(find('FNMR@FMR', '1e-1', 'all', 'subject-bootstrap')).toMatchObject({ errors: 2, trials: 20 });
  expect(find('FNMR@FMR', '1e-1', 'failures-excluded', 'subject-bootstrap')).toMatchObject({ errors: 1, trials: 19 });
  expect(find('FMR', '1e-1')).toMatchObject({ errors: 2, trials: 20 });
});

it('says that a target below one comparison is not resolved, and how high FMR may be', () => {
  const row = find('FNMR@FMR', '1e-3', 'all', 'subject-bootstrap');
  // Four mated scores are above 0.9, the highest non-mated one, and a fifth ties with it.
  expect(row?.errors).toBe(16);
  // Where no false match was allowed nothing is known of FNMR at the target.
  expect(row?.high).toBe(1);
  // Consecutive subjects share a comparison, so all 20 non-mated comparisons are disjoint: 1 - 0.025^(1/20).
  expect(row?.resolvable).toBe(
    'no: the target is below one false match of all comparisons; FMR up to 16.84% is not excluded at 95%',
  );
});

it('gives each rate a Clopper-Pearson interval too, the accuracy its standard error and the EER its bracket', () => {
  expect(find('FMR', '1e-1', 'all', 'clopper-pearson')).toMatchObject({
    errors: 2,
    trials: 20,
    low: expect.closeTo(0.01235, 5),
    high: expect.closeTo(0.31698, 5),
  });
  expect(find('accuracy-10fold-SE', '', 'all', '')?.trials).toBe(2);
  expect(find('EER', '', 'all', 'bracket')).toBeDefined();
  expect(find('FTE')).toMatchObject({ errors: 1, trials: 60 });
});

it('gives a protocol only the metrics that its comparisons support', () => {
  const tables = madeUpTables();
  const nonMated = { ...tables, comparisons: tables.comparisons.filter(({ mated }) => !mated) };
  const task = { ...TASK, protocol: 'co-occurrence' as const };
  const metrics = runRows(
    { tasks: [task], datasets: [], seed: 1 },
    new Map([[task.id, { systems: new Map([['m', nonMated]]) }]]),
  ).map(({ metric }) => metric);
  expect(new Set(metrics)).toEqual(new Set(['FMR', 'FTE']));
});

it('takes the thresholds of a recapture from the other task', () => {
  const tables = madeUpTables();
  const [mated, nonMated] = [true, false].map((side) => ({
    ...tables,
    comparisons: tables.comparisons.filter((c) => c.mated === side),
  }));
  const first = { ...TASK, id: 'others', protocol: 'co-occurrence' as const };
  const second = { ...TASK, id: 'again', protocol: 'recapture' as const, nonMatedFrom: 'others' };
  const found = runRows(
    { tasks: [first, second], datasets: [], seed: 1 },
    new Map([
      ['others', { systems: new Map([['m', nonMated ?? tables]]) }],
      ['again', { systems: new Map([['m', mated ?? tables]]) }],
    ]),
  );
  expect(
    found.find(({ task, metric, at }) => task === 'again' && metric === 'FNMR@FMR' && at === '1e-1'),
  ).toMatchObject({ errors: 2, trials: 20 });
});
