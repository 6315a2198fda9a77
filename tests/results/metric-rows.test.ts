import { describe, expect, it } from 'vitest';
import type { SubjectMean } from '../../src/metrics/subject-mean.js';
import { metricRowSchema } from '../../src/results/metric-row.js';
import { baseRow, metricRows } from '../../src/results/metric-rows.js';
import { peopleRun, peopleTask } from '../support/people.js';

const PLACE = { task: 't', model: 'm', dataset: 'd', protocol: 'pairs', group: 'all' };
const interval = { low: 0.1, high: 0.3, level: 0.95, method: 't' } as const;
const mean: SubjectMean = {
  state: 'resolved',
  value: 0.2,
  interval,
  floor: null,
  over: 'subjects',
  subjects: 7,
  comparisons: 90,
};
const FNMR = { metric: 'FNMR', failures: 'counted', at: '1e-3', threshold: 0.5, thresholdFrom: 'elsewhere' } as const;

describe('metricRows', () => {
  it('gives a mean over subjects one row, whose trials are subjects', () => {
    expect(metricRows(PLACE, { ...FNMR, result: mean })).toEqual([
      {
        ...baseRow(PLACE, { metric: 'FNMR', at: '1e-3', threshold: 0.5, calibration: 'elsewhere' }),
        value: 0.2,
        trials: 7,
        over: 'subjects',
        subjects: 7,
        ...interval,
      },
    ]);
  });

  it('gives a summary its denominator, and no count of errors', () => {
    const result = { state: 'resolved', value: 0.04, interval, floor: null, trials: 12 } as const;
    const metric = {
      ...FNMR,
      metric: 'minDCF',
      at: 'mated 0.01',
      threshold: null,
      thresholdFrom: null,
      result,
    } as const;
    expect(metricRows(PLACE, metric)).toMatchObject([
      {
        metric: 'minDCF',
        at: 'mated 0.01',
        value: 0.04,
        errors: null,
        trials: 12,
        over: 'comparisons',
        calibration: '',
      },
    ]);
  });

  it('says in a sentence what is not there', () => {
    const result = {
      state: 'unavailable',
      value: null,
      interval: null,
      floor: null,
      reason: 'None.',
      trials: 3,
    } as const;
    expect(metricRows(PLACE, { ...FNMR, metric: 'd-prime', at: null, result })).toMatchObject([
      { value: null, low: null, high: null, method: '', trials: 3, resolvable: 'no: None.' },
    ]);
  });

  it('says which bound holds by people, and which would if trials were independent', () => {
    const floor = {
      reason: 'few-errors',
      of: 'FNMR',
      upperBound: 0.25,
      upperBoundIfIndependent: 0.125,
      level: 0.95,
    } as const;
    const [row] = metricRows(PLACE, { ...FNMR, result: { ...mean, state: 'unresolved', floor } });
    expect(row?.resolvable).toBe(
      'no: fewer than five errors share nobody; FNMR up to 25% is not excluded at 95% (12.5% if all trials were independent)',
    );
  });
});

describe('the rows of a run', () => {
  const { rows } = peopleRun({ task: peopleTask() });

  it('fit the table, say what their trials are, and have no bare number', () => {
    const derived = /-(by-chance|if-equal|p|SE|spread)$|^(false-match-share|FMR-|FNMR-|GARBE|FDR|inequity)/;
    for (const row of rows) {
      expect(metricRowSchema.parse(row)).toEqual(row);
      expect((row.trials === null) === (row.over === ''), row.metric).toBe(true);
      if (row.value !== null && !derived.test(row.metric)) expect([row.metric, row.low]).not.toContain(null);
    }
  });

  it('say of every threshold what set it', () => {
    for (const row of rows)
      if (row.threshold !== null) expect([row.metric, row.calibration]).toEqual([row.metric, 'self']);
    expect(rows.filter(({ metric }) => metric === 'accuracy-10fold').map(({ calibration }) => calibration)).toEqual(
      Array(4).fill('the other folds'),
    );
  });

  it('tell the misses over comparisons from those averaged over people', () => {
    const found = rows.filter(
      ({ model, group, metric, method }) =>
        model === 'good' && group === 'all' && metric === 'FNMR@FMR' && method === 'subject-bootstrap',
    );
    expect(found.map(({ over, trials, errors }) => [over, trials, errors])).toEqual([
      ['comparisons', 72, 5],
      ['subjects', 24, null],
    ]);
  });
});
