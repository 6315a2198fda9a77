import { describe, expect, it } from 'vitest';
import { groupSections } from '../../src/report/group-section.js';
import { htmlReport } from '../../src/report/html-report.js';
import { markdownReport } from '../../src/report/markdown-report.js';
import type { MetricRow } from '../../src/results/metric-row.js';
import { baseRow } from '../../src/results/metric-rows.js';
import { peopleAttributes, peopleRun } from '../support/people.js';

const TASK = { id: 't', title: 'A task', at: ['1e-3'], level: 0.95, groups: [['gender']] };
const row = (model: string, group: string, metric: string, cells: Partial<MetricRow> = {}): MetricRow => ({
  ...baseRow({ task: 't', model, dataset: 'd', protocol: 'pairs', group }, { metric, at: '1e-3' }),
  ...cells,
});
const rate = (errors: number, trials: number, low: number, high: number, resolvable = 'yes') => ({
  value: errors / trials,
  errors,
  trials,
  low,
  high,
  resolvable,
});
const ROWS = [
  row('m', 'gender: female', 'FNMR', rate(2, 40, 0.01, 0.2)),
  row('m', 'gender: female', 'FNMR', { ...rate(2, 40, 0.001, 0.9), method: 'jackknife' }),
  row('m', 'gender: female', 'FMR', rate(0, 10, 0, 0.5, 'no: no error was seen')),
  row('m', 'gender: male', 'FNMR', rate(1, 20, 0.005, 0.25)),
  row('m', 'gender: male', 'FMR', rate(3, 30, 0.02, 0.3)),
  row('m', 'gender: female / male', 'FMR', rate(1, 100, 0.001, 0.05)),
  row('m', 'gender', 'FMR-max/min', { resolvable: 'no: FMR-max/min is not given. FMR has no error in "female".' }),
  row('m', 'gender', 'FNMR-max/min', { value: 1.25, low: 1, high: null, resolvable: 'no: open' }),
  row('m', 'gender', 'FNMR-max/min-if-equal', { value: 1.333, high: 4.5 }),
  row('m', 'gender', 'FNMR-max/min-p', { value: 0.0421 }),
  row('m', 'gender', 'FDR', { value: 0.98765, low: 0.9, high: 1 }),
  row('m', 'gender', 'FDR-if-equal', { value: 0.99, low: 0.955 }),
  row('m', 'gender', 'FDR-p', { value: 1 }),
  row('m', 'gender x age: female x old', 'FNMR', rate(1, 2, 0, 1)),
  row('m', 'all', 'FMR', rate(5, 50, 0, 1)),
];
const sections = (rows: readonly MetricRow[], task: Partial<typeof TASK> = {}) =>
  groupSections({ record: { tasks: [{ ...TASK, ...task }] }, rows });

describe('groupSections', () => {
  it('shows each group with its intervals and denominators, the default ones', () => {
    const [section] = sections(ROWS);
    expect(section?.title).toBe('A task, by gender');
    expect(section?.tables[0]).toEqual({
      columns: ['gender, at FMR 1e-3', 'm: missed', 'm: false matches'],
      rows: [
        ['female', '5% [1, 20] 2 of 40', '0% [0, 50] 0 of 10 *'],
        ['male', '5% [0.5, 25] 1 of 20', '10% [2, 30] 3 of 30'],
        ['female / male', '', '1% [0.1, 5] 1 of 100'],
      ],
    });
  });

  it('shows how different the groups are beside what equal groups show, and what is refused', () => {
    const [section] = sections(ROWS);
    expect(section?.tables[1]).toEqual({
      columns: ['how different, at FMR 1e-3 (95%)', 'm'],
      rows: [
        ['FNMR-max/min', '1.25 [1, ?]; if equal 1.33, 4.5, p 0.042 *'],
        ['FDR', '0.988 [0.9, 1]; if equal 0.99, 0.955, p 1'],
      ],
    });
    expect(section?.tables).toHaveLength(2);
    expect(section?.notes?.[1]).toBe('Not given: FMR-max/min. FMR has no error in "female".');
    expect(section?.notes).toHaveLength(2);
    expect(section?.notes?.[0]).toContain('95% of the time no more than the second');
  });

  it('has a column for each system, says which of them lack a measure, and leaves other cells empty', () => {
    const other = ROWS.flatMap((one) =>
      one.group === 'gender: male' || one.metric === 'FDR' || one.metric === 'FMR-max/min'
        ? [{ ...one, model: 'n', resolvable: 'yes', ...(one.metric === 'FMR-max/min' ? { value: 2.5 } : {}) }]
        : [],
    );
    const [section] = sections([...ROWS, ...other]);
    expect(section?.tables[0]?.rows).toEqual([
      ['female', '5% [1, 20] 2 of 40', '0% [0, 50] 0 of 10 *', '', ''],
      ['male', '5% [0.5, 25] 1 of 20', '10% [2, 30] 3 of 30', '5% [0.5, 25] 1 of 20', '10% [2, 30] 3 of 30'],
      ['female / male', '', '1% [0.1, 5] 1 of 100', '', ''],
    ]);
    expect(section?.tables[1]?.rows[0]).toEqual(['FMR-max/min', 'not given', '2.5 [?, ?]']);
    expect(section?.notes?.[1]).toBe('Not given: FMR-max/min (m at 1e-3). FMR has no error in "female".');
  });

  it('keeps a group whose name has a slash in it', () => {
    const rows = ROWS.map((one) => ({ ...one, group: one.group.replace('female', 'woman / other') }));
    expect(sections(rows)[0]?.tables[0]?.rows.map(([name]) => name)).toEqual([
      'woman / other',
      'male',
      'woman / other / male',
    ]);
  });

  it('says the rule where more reasons than three would have to be given', () => {
    const refused = ['a', 'b', 'c', 'd'].map((name) =>
      row(name, 'gender', 'GARBE', { resolvable: `no: GARBE is not given. For ${name}.` }),
    );
    expect(sections(refused.slice(0, 3))[0]?.notes).toHaveLength(4);
    expect(sections(refused)[0]?.notes?.slice(1)).toEqual([
      'Ratios are not given where a group has no comparison, no error or fewer than 10 people; metrics.csv says of each which groups and why.',
    ]);
  });

  it('has a part for each attribute and cross, and none where there are no groups', () => {
    const both = sections(ROWS, { groups: [['gender'], ['gender', 'age']] });
    expect(both.map(({ title }) => title)).toEqual(['A task, by gender', 'A task, by gender x age']);
    expect(both[1]?.tables[0]?.rows).toEqual([['female x old', '50% [0, 100] 1 of 2', '']]);
    expect(
      groupSections({ record: { tasks: [{ id: 't', title: 'A task', at: [], level: 0.95 }] }, rows: ROWS }),
    ).toEqual([]);
  });
});

describe('hostile groups', () => {
  const evil = `<img src=x onerror=alert(1)>|\`x\`\u001b[2J\u0007\n| forged | row |`;
  const table = peopleAttributes();
  const subjects = new Map(
    [...table.subjects].map(([name, [gender = '']]) => [name, [gender === 'male' ? evil : gender]]),
  );
  const run = peopleRun({
    task: { groups: [['gender'] as string[]] },
    tables: { subjects: { attributes: ['gender'], subjects } },
  });

  it('stay text in every report', () => {
    const html = htmlReport(run);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    const markdown = markdownReport(run);
    expect(markdown).toContain('\\<img src=x onerror=alert(1)\\>\\|\\`x\\`');
    expect(markdown).not.toMatch(/(?<!\\)<img/);
    expect(markdown).not.toMatch(/^\| forged/m);
    for (const report of [html, markdown]) expect(report.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
