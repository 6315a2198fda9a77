import { describe, expect, it } from 'vitest';
import { measuredConcentration } from '../../src/deployment/measured-concentration.js';
import { ratesOfRun } from '../../src/deployment/rates-of-run.js';
import { FalsematchError } from '../../src/files/errors.js';
import type { MetricRow } from '../../src/results/metric-row.js';
import { baseRow } from '../../src/results/metric-rows.js';
import type { Run } from '../../src/results/run-files.js';
import type { TaskRecord } from '../../src/results/run-record.js';

type Figures = Pick<Run, 'record' | 'rows'>;

const PLACE = { task: 'lists', model: 'm', dataset: 'd', protocol: 'search: drawn', group: 'list of 100' };

function row(metric: string, cells: Partial<MetricRow> = {}): MetricRow {
  return { ...baseRow(PLACE, { metric }), ...cells };
}

const rate = (metric: string, value: number, cells: Partial<MetricRow> = {}) =>
  row(metric, { at: '1e-2', value, low: value / 2, high: value * 2, level: 0.95, threshold: 0.4, ...cells });

const ROWS: readonly MetricRow[] = [
  row('gallery-size', { value: 100 }),
  rate('FNIR@FPIR', 0.1, { errors: 5, trials: 50 }),
  // The same with another interval, which is not the default.
  rate('FNIR@FPIR', 0.1, { errors: 5, trials: 50, low: 0, high: 1 }),
  rate('FPIR', 0.01, { errors: 3, trials: 300, calibration: 'self', method: 'adjusted-wilson' }),
  rate('FNIR@FPIR', 0.2, { group: 'list of 100, failures-excluded' }),
  row('gallery-size', { value: 1000, group: 'list of 1,000' }),
  rate('FNIR@FPIR', 0.3, { errors: 15, trials: 50, group: 'list of 1,000' }),
  rate('FPIR', 0.02, { errors: 6, trials: 300, group: 'list of 1,000' }),
  rate('FNIR@FPIR', 0, { at: '1e-3', value: null, low: null, high: null, resolvable: 'no: nobody is on no list.' }),
];

const task = (id: string, cells: Partial<TaskRecord> = {}) =>
  ({
    id,
    title: 'Lists',
    protocol: 'search',
    at: ['1e-2', '1e-3'],
    search: { lists: 'drawn', kind: 'sizes', consolidate: 'best', per: 'sample' },
    ...cells,
  }) as TaskRecord;

const run = (tasks: readonly TaskRecord[] = [task('lists')], rows = ROWS) =>
  ({ record: { tasks }, rows }) as unknown as Figures;

const asked = { at: '1e-2', listSize: 100 };

describe('ratesOfRun', () => {
  it('takes the first interval of FPIR, and turns FNIR around', () => {
    const found = ratesOfRun(run(), asked);
    expect(found).toMatchObject({ model: 'm', at: '1e-2', listSize: 100, task: { id: 'lists', title: 'Lists' } });
    expect(found.fpir).toMatchObject({ value: 0.01, low: 0.005, high: 0.02, errors: 3, trials: 300, level: 0.95 });
    expect(found.fpir).toMatchObject({ calibration: 'self', method: 'adjusted-wilson', resolvable: 'yes' });
    expect(found.tpir).toMatchObject({ value: 0.9, low: 0.8, high: 0.95, errors: 45, trials: 50 });
  });

  it('takes the list that is nearest by its ratio, and a rate however it is written', () => {
    const sizeFor = (listSize: number) => ratesOfRun(run(), { at: '0.01', listSize }).listSize;
    expect([1, 100, 300, 330, 50_000].map(sizeFor)).toEqual([100, 100, 100, 1000, 1000]);
  });

  it('reads a task through a condition, where FNIR stands at a threshold of others', () => {
    const seen = ROWS.map((one) => ({ ...one, metric: one.metric.replace('@FPIR', ''), task: 'lists.night' }));
    const found = ratesOfRun(run([task('lists'), task('lists.night')], [...ROWS, ...seen]), {
      ...asked,
      task: 'lists.night',
    });
    expect(found.tpir.value).toBe(0.9);
  });

  it.each<[string, Figures, object, string]>([
    ['a run without searches', run([task('view2', { search: undefined })]), {}, '"falsematch run watch-list"'],
    [
      'a mean over splits',
      run([task('blufr', { search: { lists: 'x', kind: 'splits', consolidate: 'best', per: 'sample' } })]),
      {},
      'no searches of a list with an FPIR',
    ],
    [
      'a task that searches nothing',
      run([task('lists'), task('view2', { search: undefined })]),
      { task: 'view2' },
      'The task "view2" has no searches with an FPIR; those that have: lists.',
    ],
    ['a task that is not there', run(), { task: 'list' }, 'named "list"; did you mean "lists"?'],
    [
      'one of two tasks',
      run([task('lists'), task('more')]),
      {},
      'more than one task with searches; name one of lists, more.',
    ],
    ['a system that is not there', run(), { model: 'other' }, 'known: m.'],
    ['an FPIR that was not measured', run(), { at: '1e-4' }, 'not measured at FPIR 1e-4; it was at 1e-2, 1e-3.'],
    ['one of two FPIRs', run(), {}, 'more than one target FPIR with searches; name one of 1e-2, 1e-3.'],
    ['one of two lists', run(), { at: '1e-2' }, 'lists of 100, 1000 people; say by the list size which'],
    [
      'a rate that was not resolved',
      run(),
      { at: '1e-3', listSize: 100 },
      'at FPIR 1e-3: nobody is on no list; ask for',
    ],
    ['rows that lack a rate', run(undefined, ROWS.slice(0, 1)), { at: '1e-2' }, 'the run has no such figure'],
    ['rows that lack a list', run(undefined, ROWS.slice(1, 2)), { at: '1e-2' }, 'does not say how many people'],
  ])('refuses %s', (_, figures, question, message) => {
    expect(() => ratesOfRun(figures, question)).toThrow(FalsematchError);
    expect(() => ratesOfRun(figures, question)).toThrow(message);
  });
});

describe('measuredConcentration', () => {
  const share = (part: string, cells: Partial<MetricRow>) =>
    row(`false-match-share-worst-${part}`, { task: 'by-gender', group: 'all', at: '1e-2', threshold: 0.3, ...cells });
  const rows = [
    share('1%', { at: '1e-1', threshold: 0.1, value: 0.05, errors: 5, trials: 100 }),
    share('1%', { value: 0.2, errors: 12, trials: 60 }),
    share('1%-by-chance', { value: 0.15, low: 0.1, high: 0.18 }),
    share('10%', { value: 0.7, errors: 42, trials: 60 }),
  ];

  it('takes the threshold nearest to that of the searches', () => {
    expect(measuredConcentration(rows, 'm', 0.4)).toEqual({
      state: 'measured',
      task: 'by-gender',
      at: '1e-2',
      worst: [
        { part: '1%', share: 0.2, ends: 12, allEnds: 60, chance: { low: 0.1, high: 0.18 } },
        { part: '10%', share: 0.7, ends: 42, allEnds: 60, chance: null },
      ],
    });
    expect(measuredConcentration(rows, 'm', 0.15)).toMatchObject({ at: '1e-1' });
  });

  it('says why there is none', () => {
    const why = row('false-match-share', { group: 'all', resolvable: 'no: There is no false match.' });
    expect(measuredConcentration([why], 'm', 0.4)).toEqual({ state: 'unavailable', reason: 'There is no false match' });
    expect(measuredConcentration(rows, 'other', 0.4)).toMatchObject({ state: 'unavailable' });
  });
});
