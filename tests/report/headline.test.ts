import { describe, expect, it } from 'vitest';
import { headline } from '../../src/report/headline.js';
import { junitReport } from '../../src/report/junit-report.js';
import { expertSections, headlineSections } from '../../src/report/sections.js';
import { summaryLines } from '../../src/report/summary.js';
import { GROUPED, peopleRun } from '../support/people.js';

const run = peopleRun({ ...GROUPED, task: { ...GROUPED.task, at: ['1e-1', '1e-2'], calibrate: { share: 0.5 } } });
const [task] = headline(run);
const NAMES = [
  'missed (FNMR), FMR 1e-1',
  'missed (FNMR), FMR 1e-1, averaged over people',
  'false matches, target 1e-1',
  'missed (FNMR), FMR 1e-2',
  'missed (FNMR), FMR 1e-2, averaged over people',
  'false matches, target 1e-2',
  'equal error rate (EER)',
  'accuracy, mean of folds',
  'no template (FTE)',
];

describe('headline', () => {
  it('shows the figures of everybody, failures counted, each under a name of its own', () => {
    for (const { figures } of task?.systems ?? []) expect(figures.map(({ name }) => name)).toEqual(NAMES);
    expect(task?.systems.map(({ name }) => name)).toEqual(['good', 'bad']);
  });

  it('shows misses over comparisons with their counts, and averaged over people with the number of people', () => {
    const [good] = task?.systems ?? [];
    expect(good?.figures[0]?.text).toMatch(/^6\.94% \[.*\] 5 of 72$/);
    expect(good?.figures[1]).toMatchObject({
      label: '  averaged over people',
      text: expect.stringMatching(/^6\.94% \[.*\] over 24$/),
    });
    expect(good?.figures[6]?.text).toMatch(/ over 348 comparisons$/);
    expect(good?.figures[7]?.text).toMatch(/^0\.\d{4} ± 0\.\d{4} SE \[0\.\d{4}, 0\.\d{4}\] \d+ of 348$/);
  });

  it('tells stars of averages over people from others, and of one system from those of all', () => {
    const rows = run.rows.map((row) => {
      const starred = row.over === 'subjects' && row.metric === 'FNMR@FMR' && row.group === 'all' && row.at === '1e-1';
      return starred ? { ...row, resolvable: 'no: few people' } : { ...row, resolvable: 'yes' };
    });
    const note = '* FNMR@FMR at 1e-1, averaged over people, is not resolved: few people';
    expect(headline({ ...run, rows })[0]?.notes).toEqual([note]);
    const one = rows.map((row) => (row.model === 'bad' ? row : { ...row, resolvable: 'yes' }));
    expect(headline({ ...run, rows: one })[0]?.notes).toEqual([`${note} (bad)`]);
  });

  it('does not promise a number of people where there is no rate', () => {
    const rows = run.rows.map((row) =>
      row.over === 'subjects' ? { ...row, value: null, resolvable: 'no: none' } : row,
    );
    expect(headline({ ...run, rows })[0]?.systems[0]?.figures[1]?.text).toBe('not resolved *');
  });
});

describe('what shows it', () => {
  it('the report has every figure of every operating point, one row each', () => {
    const [section] = headlineSections(run);
    expect(section?.tables[0]?.rows.map(([name]) => name)).toEqual(NAMES);
    expect(section?.tables[0]?.rows.map(([, cell]) => cell)).toEqual(task?.systems[0]?.figures.map(({ text }) => text));
  });

  it('so has JUnit', () => {
    expect(junitReport(run)).toContain('missed (FNMR), FMR 1e-2, averaged over people: ');
  });

  it('the terminal shows an average below its rate', () => {
    const lines = summaryLines(run);
    const at = lines.findIndex((line) => line.startsWith('  missed (FNMR), FMR 1e-2'));
    expect(lines[at + 1]).toMatch(/^ {4}averaged over people {6}\d/);
  });

  it('the parts of a report stand in reading order', () => {
    expect(headlineSections(run).map(({ title }) => title)).toEqual(['Made-up people (pairs, made-up)']);
    expect(expertSections(run).map(({ title }) => title)).toEqual([
      'Made-up people, by gender',
      'Made-up people, by gender x ethnicity',
      'Made-up people, at thresholds that other people set',
      'Made-up people: who carries the errors',
      'Made-up people: labels to doubt',
      'All figures of Made-up people',
    ]);
  });

  it('the table of all figures leaves people and groups to their own parts', () => {
    const all = expertSections(run).find(({ title }) => title.startsWith('All figures'))?.tables[0]?.rows ?? [];
    expect(new Set(all.map(([, , view]) => view))).toEqual(
      new Set(['failures counted', 'failures-excluded', 'held-out']),
    );
    expect(all.map(([, metric]) => metric).filter((metric) => /goats|lambs|share|max/.test(metric ?? ''))).toEqual([]);
    expect(all.map(([, metric]) => metric)).toContain('FNMR@FMR at 1e-2, averaged over people');
    expect(all.find(([, , view]) => view === 'held-out')?.at(-1)).toBe('50% of the subjects');
  });
});
