import { describe, expect, it } from 'vitest';
import { scoreLines } from '../../src/report/score-lines.js';
import { formatComparisons } from '../../src/results/comparison-table.js';
import { parseSubjectList } from '../../src/results/score-table/parse-subject-list.js';
import type { ScoreOptions } from '../../src/results/score-table/score-options.js';
import { scoreTableFigures } from '../../src/results/score-table/score-table-figures.js';
import { peopleText, searchText, table } from '../results/score-table/tables.js';
import { madeUpTables } from '../support/run.js';

const text = (csv: string, options: ScoreOptions = {}, name = 't.csv') => {
  const scores = table(csv, name);
  return scoreLines(scores, scoreTableFigures(scores, options), options).join('\n');
};

const subjects = parseSubjectList(
  `subject,gender,age\n${Array.from({ length: 24 }, (_, k) => `p${k},${k % 2 ? 'f' : 'm'},${k % 3 ? 'old' : 'young'}`).join('\n')}\n`,
  'subjects.csv',
);

describe('scoreLines, 1:1', () => {
  const made = text(formatComparisons(madeUpTables().comparisons), { at: [0.1, 1e-3] });

  it('gives each rate with interval and denominator, failures counted and excluded', () => {
    expect(made).toMatch(/^t\.csv, 1:1: 20 mated and 20 non-mated comparisons, 1 failed$/m);
    expect(made).toMatch(/^95% intervals that know that comparisons share people \(40 subjects\)$/m);
    const [counted = '', excluded = ''] = made.split('Failures excluded');
    expect(counted).toMatch(/at FMR 1e-1, threshold 0\.28500003\n {4}missed \(FNMR\) +10% \[[\d., ]+\] 2 of 20 \*$/m);
    expect(counted).toMatch(/averaged over people +10% \[[\d., ]+\] \* over 20$/m);
    expect(counted).toMatch(/false matches \(FMR\) +10% \[[\d., ]+\] 2 of 20$/m);
    expect(counted).toMatch(/area under the curve \(AUC\) +0\.\d{5} \[[\d., ]+\] over 40$/m);
    expect(excluded).toMatch(/missed \(FNMR\) +5\.26% \[[\d., ]+\] 1 of 19 \*$/m);
    expect(excluded).toMatch(/false matches \(FMR\) +10% \[[\d., ]+\] 2 of 20$/m);
  });

  it('stars what is not resolved and says why below it', () => {
    expect(made).toMatch(/at FMR 1e-3, threshold 0\.90000004\n {4}missed \(FNMR\) .* 16 of 20 \*$/m);
    expect(made.replace(/\s+/g, ' ')).toContain(
      '* FNMR@FMR at 1e-3 is not resolved: the target is below one false match of all comparisons; FMR up to 16.84% is not excluded at 95%',
    );
  });

  it('says on what the intervals rest', () => {
    expect(text('mated,score\n1,2\n0,1\n')).toContain('as if comparisons were independent, since nobody is named');
    const samples = text('a,b,mated,score\nx,y,1,2\nx,z,0,1\n').replace(/\s+/g, ' ');
    expect(samples).toContain('share samples; who is on them nobody says');
    expect(samples).not.toContain('Failures excluded');
  });

  it('says how many scores rounding made equal', () => {
    expect(text('mated,score\n1,0.99999999\n0,0.999999991\n').replace(/\s+/g, ' ')).toContain(
      '; 1 that differ in the file became equal to another one by that.',
    );
    expect(made).not.toContain('became equal');
  });

  it('shows what other options ask for, within 80 columns', () => {
    const calibration = table(peopleText(20, { seed: 3, prefix: 'other' }), 'others.csv');
    const options = { at: [0.1, 0.01], calibration, llr: true, failureToAcquire: 0.02, replicates: 200 };
    const lines = text(peopleText(24), { ...options, subjects, groups: [['gender'], ['gender', 'age']] });
    expect(lines).toContain('Thresholds set by others.csv, failures counted');
    expect(lines).toMatch(/^ {2}Cllr, bits +\d\.\d{5} \[/m);
    expect(lines).toContain('Transactions of one attempt, of which 2% fail to give a sample (taken as known)');
    expect(lines).toMatch(/^ {2}false rejects \(FRR\), FMR 1e-2 +[\d.]+% \[/m);
    expect(lines).toMatch(/^t\.csv, by gender$/m);
    expect(lines).toMatch(/^ {4}f\n {6}missed +[\d.]+% \[.*\] \d+ of 36/m);
    expect(lines).toMatch(
      /^ {2}gender, false matches between groups, at FMR 1e-1\n {4}f \/ m +[\d.]+% \[.*\] \d+ of 144/m,
    );
    expect(lines).toMatch(/^t\.csv, by gender x age$/m);
    expect(lines.match(/One threshold for everybody/g)).toHaveLength(1);
    expect(lines).toMatch(/^t\.csv: who carries the errors$/m);
    expect(lines).not.toMatch(/NaN|undefined|null|metrics\.csv/);
    expect(lines.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });
});

describe('scoreLines, 1:N', () => {
  const calibration = table(peopleText(20), 'pairs.csv');
  const lines = text(searchText(12), { search: true, at: [0.25], calibration });

  it('shows searches with their gallery, with and without a threshold, within 80 columns', () => {
    expect(lines.replace(/\n {2}/, ' ')).toContain(
      't.csv, 1:N: 12 mated and 12 non-mated searches in a gallery of 12 subjects (12 samples)',
    );
    expect(lines).toMatch(/^ {2}mated searches that failed +8\.33% \[.*\] 1 of 12/m);
    expect(lines).toMatch(/^ {2}mate at rank 1 or better \(TPIR\) +[\d.]+% \[.*\] \d+ of 12/m);
    expect(lines).toMatch(/^ {2}at FPIR 2\.5e-1, threshold [\d.]+\n {4}missed \(FNIR\) +[\d.]+% \[.*\] \d+ of 12/m);
    expect(lines).toMatch(/^ {4}searches with an alarm \(FPIR\) +25% \[.*\] 3 of 12/m);
    expect(lines).toMatch(/^ {4}FPIR predicted from FMR +[\d.]+% \[[\d., ]+\]/m);
    expect(lines).toMatch(/^ {6}FMR of pairs\.csv +[\d.]+% \[.*\] \d+ of 190/m);
    expect(lines).toMatch(/^ {4}candidates in vain each search +[\d.]+ \[.*\] \d+ in 12/m);
    expect(lines).toContain('(identification), failures excluded');
    expect(lines).not.toMatch(/NaN|undefined|null/);
    expect(lines.split('\n').filter((line) => line.length > 80)).toEqual([]);
  });

  it('says for whom the intervals hold, and leaves out a second view that is the same', () => {
    const complete = searchText(6)
      .replace(/,no-face/g, ',')
      .replace(/,([01]),,\n/g, ',$1,0.1,\n');
    expect(text(complete, { search: true })).not.toContain('failures excluded');
    expect(text(complete, { search: true })).toContain('for this very gallery');
    expect(text(complete, { search: true, galleryIsSample: true })).toContain('a sample');
  });

  it('says where no threshold is set', () => {
    const mated = text('a,b,subject_a,subject_b,mated,score\nq,g,s,s,1,1\n', { search: true });
    expect(mated).toMatch(/at FPIR 1e-1, threshold not set\n {4}missed \(FNIR\) +not resolved \*/);
    expect(mated).toContain('* FNIR@FPIR at 1e-1 is not resolved: There are no non-mated searches.');
  });
});
