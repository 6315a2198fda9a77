import { describe, expect, it } from 'vitest';
import { formatComparisons } from '../../../src/results/comparison-table.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { runRows } from '../../../src/results/run-rows.js';
import { parseSubjectList } from '../../../src/results/score-table/parse-subject-list.js';
import { scoreTableFigures } from '../../../src/results/score-table/score-table-figures.js';
import { madeUpTables, TASK } from '../../support/run.js';
import { peopleText, table } from './tables.js';

const find = (rows: readonly MetricRow[], metric: string, group = 'all', at = '') =>
  rows.find((row) => row.metric === metric && row.group === group && row.at === at);

describe('scoreTableFigures, 1:1', () => {
  it('of the table of a run gives the figures of the run', () => {
    const tables = new Map([[TASK.id, { systems: new Map([['made-model', madeUpTables()]]) }]]);
    const ofRun = runRows({ tasks: [TASK], datasets: [], seed: 1 }, tables).filter(({ metric }) => metric !== 'FTE');
    const own = scoreTableFigures(table(formatComparisons(madeUpTables().comparisons)), { at: [1e-1, 1e-3] });
    const place = { task: '', model: '', dataset: '', protocol: '' };
    expect(own.length).toBeGreaterThan(50);
    expect(own.map((row) => ({ ...row, ...place }))).toEqual(ofRun.map((row) => ({ ...row, ...place })));
    expect(own[0]).toMatchObject({ task: 't.csv', model: 't.csv', dataset: '', protocol: 'pairs' });
  });

  it('takes as many usual targets as the data resolve', () => {
    const targets = (nonMated: number) => {
      const lines = Array.from({ length: nonMated }, (_, index) => `0,${index}`);
      const rows = scoreTableFigures(table(`mated,score\n1,5\n${lines.join('\n')}\n`));
      return [...new Set(rows.flatMap(({ metric, at }) => (metric === 'FMR' ? [at] : [])))];
    };
    expect(targets(9)).toEqual(['1e-1']);
    expect(targets(99)).toEqual(['1e-1']);
    expect(targets(100)).toEqual(['1e-1', '1e-2']);
    expect(targets(9999)).toEqual(['1e-1', '1e-2', '1e-3']);
    expect(targets(10_000)).toEqual(['1e-1', '1e-2', '1e-3', '1e-4']);
  });

  it('takes comparisons that name nobody as independent', () => {
    const rows = scoreTableFigures(table('mated,score\n1,3\n1,1\n0,2\n0,0\n'), { at: [0.5] });
    expect(find(rows, 'FMR', 'all', '5e-1')).toMatchObject({ errors: 1, trials: 2, subjects: null, method: 'wilson' });
    expect(rows.some(({ metric }) => /goats|minCllr/.test(metric))).toBe(false);
  });

  it('takes thresholds of other people, and says whose', () => {
    const calibration = table(peopleText(15, { seed: 2, prefix: 'other' }), 'others.csv');
    const rows = scoreTableFigures(table(peopleText(15)), { at: [0.1], calibration });
    const scores = calibration.comparisons.flatMap(({ mated, score }) => (mated ? [] : [score ?? 0]));
    // Of 105 non-mated comparisons 10 may be accepted, so the 11th highest score is the highest that is rejected.
    const rejected = scores.sort((p, q) => q - p)[10] ?? 0;
    const heldOut = rows.filter(({ group }) => group === 'held-out');
    expect(new Set(heldOut.map(({ metric }) => metric))).toEqual(new Set(['FNMR@FMR', 'FMR', 'FNMR']));
    for (const { threshold, calibration: from } of heldOut) {
      expect(from).toBe('others.csv');
      expect(threshold).toBeGreaterThan(rejected);
      expect(threshold).toBeCloseTo(rejected, 5);
    }
    expect(find(rows, 'FMR', 'all', '1e-1')).toMatchObject({ calibration: 'self', errors: 10, trials: 105 });
  });

  it('refuses to calibrate on people who are reported on', () => {
    const calibration = table(peopleText(3), 'same.csv');
    expect(() => scoreTableFigures(table(peopleText(4)), { calibration })).toThrow(
      'The comparisons of same.csv, which set the thresholds, share 3 subjects',
    );
  });

  it('gives Cllr for log-likelihood ratios only', () => {
    const text = table('subject_a,subject_b,mated,score\na,a,1,2\nb,b,1,0\na,b,0,-1\na,c,0,0\nb,c,0,1\n');
    // (log2(1 + e^-2) + 1) / 4 + (log2(1 + e^-1) + 1 + log2(1 + e)) / 6, by hand.
    const bits = (x: number) => Math.log2(1 + Math.exp(x));
    const expected = (bits(-2) + 1) / 4 + (bits(-1) + 1 + bits(1)) / 6;
    const row = find(scoreTableFigures(text, { llr: true }), 'Cllr');
    expect(row).toMatchObject({ trials: 5, method: 'subject-bootstrap', resolvable: 'yes' });
    expect(row?.value).toBeCloseTo(expected, 12);
    expect(row?.low).toBeLessThan(expected);
    expect(row?.high).toBeGreaterThan(expected);
    expect(find(scoreTableFigures(text), 'Cllr')).toBeUndefined();
  });

  it.each([
    ['mated,score\n1,3\n0,2\n', 'none is named'],
    ['subject_a,subject_b,mated,score\na,a,1,1\na,b,0,1\n', 'do not vary enough'],
    ['subject_a,subject_b,mated,score\na,a,1,1\n', 'There are no non-mated comparisons'],
  ])('gives no Cllr without an interval: %j', (text, reason) => {
    const row = find(scoreTableFigures(table(text), { llr: true }), 'Cllr');
    expect(row).toMatchObject({ value: null, resolvable: expect.stringContaining(reason) });
  });

  it('gives FAR and FRR of transactions from the rates with failures excluded', () => {
    const { comparisons } = madeUpTables();
    const rows = scoreTableFigures(table(formatComparisons(comparisons)), { at: [0.1], failureToAcquire: 0.05 });
    // 2 of 20 non-mated match and 1 of 19 mated with a score does not, see run-rows.test.ts.
    expect(find(rows, 'FAR', 'transactions', '1e-1')?.value).toBeCloseTo(0.1 * 0.95, 12);
    const frr = find(rows, 'FRR', 'transactions', '1e-1');
    const fnmr = find(rows, 'FNMR', 'failures-excluded', '1e-1');
    expect(frr?.value).toBeCloseTo(0.05 + 0.95 / 19, 12);
    expect(frr?.low).toBeCloseTo(0.05 + 0.95 * (fnmr?.low ?? 0), 12);
    expect(frr?.high).toBeCloseTo(0.05 + 0.95 * (fnmr?.high ?? 0), 12);
    expect(frr).toMatchObject({ trials: 19, method: 'adjusted-wilson', errors: null });
    expect(rows.filter(({ group }) => group === 'transactions')).toHaveLength(2);
  });

  it('gives FAR and FRR no value where no threshold is set', () => {
    const rows = scoreTableFigures(table('mated,score\n1,1\n'), { at: [0.1], failureToAcquire: 0.05 });
    expect(find(rows, 'FAR', 'transactions', '1e-1')).toMatchObject({ value: null, low: null, trials: 0 });
    expect(find(rows, 'FRR', 'transactions', '1e-1')).toMatchObject({ value: null, low: null, trials: 1 });
  });

  it('adds the samples to what is drawn', () => {
    const people = table(peopleText(12));
    const [one, two] = [false, true].map((twoLevel) =>
      find(scoreTableFigures(people, { at: [0.1], twoLevel, replicates: 400 }), 'FNMR@FMR', 'all', '1e-1'),
    );
    expect(two).toMatchObject({ value: one?.value, method: 'subject-bootstrap' });
    const [ofPeople, ofBoth] = [false, true].map((twoLevel) =>
      find(scoreTableFigures(people, { at: [0.1], twoLevel, replicates: 400 }), 'd-prime'),
    );
    expect((ofBoth?.high ?? 0) - (ofBoth?.low ?? 0)).toBeGreaterThan((ofPeople?.high ?? 0) - (ofPeople?.low ?? 0));
  });

  it('looks at groups of subjects, of whom other words say that they are unknown', () => {
    const list = `\uFEFFsubject,gender\n${Array.from({ length: 12 }, (_, k) => `p${k},${k === 0 ? 'N/A' : k % 2 ? 'f' : 'm'}`).join('\n')}\n`;
    const subjects = parseSubjectList(list, 'subjects.csv');
    const rows = scoreTableFigures(table(peopleText(12)), {
      at: [0.1],
      subjects,
      groups: [['gender']],
      replicates: 200,
    });
    expect(find(rows, 'FNMR', 'gender: f', '1e-1')).toMatchObject({ trials: 18 });
    expect(find(rows, 'FNMR', 'gender: m', '1e-1')).toMatchObject({ trials: 15 });
    expect(find(rows, 'FMR', 'gender: f', '1e-1')).toMatchObject({ trials: 15 });
    expect(rows.some(({ group }) => group.includes('unknown') || group.includes('N/A'))).toBe(false);
  });
});

describe('scoreTableFigures refuses options', () => {
  const people = table(peopleText(3));
  const nameless = table('mated,score\n1,1\n0,0\n');
  const subjects = parseSubjectList('subject,gender\nsomebody,f\n', 's.csv');
  it.each([
    [{ replicates: 38 }, 'A bootstrap at level 0.95 takes from 39 to 1000000 replicates, found 38.', people],
    [{ replicates: 1e9 }, 'found 1000000000', people],
    [{ level: 0.999 }, 'The level must be above 0 and at most 0.998, found 0.999.', people],
    [{ level: 0 }, 'found 0.', people],
    [{ seed: 1e20 }, 'The seed must be a whole number from 0', people],
    [{ at: [0] }, 'A target FMR must lie strictly between 0 and 1, found 0', people],
    [{ failureToAcquire: 2 }, 'FTA must lie between 0 and 1, found 2', people],
    [{ twoLevel: true }, 'needs the columns a, b, subject_a and subject_b, which t.csv does not have', nameless],
    [{ groups: [['gender']], subjects }, 'Groups need the columns subject_a and subject_b', nameless],
    [{ groups: [['gendre']], subjects }, 'no attribute of the subjects named "gendre"; did you mean "gender"?', people],
    [{ groups: [['gender']], subjects }, 'has none of the subjects of t.csv', people],
  ] as const)('%j', (options, message, scores) => {
    expect(() => scoreTableFigures(scores, options)).toThrow(message);
  });

  it('but takes the fewest replicates that give an interval', () => {
    const rows = scoreTableFigures(table(peopleText(20)), { replicates: 39, at: [0.5] });
    expect(find(rows, 'd-prime')?.method).toBe('subject-bootstrap');
  });
});
