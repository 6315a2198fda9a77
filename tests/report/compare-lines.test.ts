import { describe, expect, it } from 'vitest';
import { compareLines } from '../../src/report/compare-lines.js';
import type { PairedRow } from '../../src/results/compare-paired.js';

const ROW: PairedRow = {
  task: 'view2',
  dataset: 'lfw',
  firstSystem: 'old',
  secondSystem: 'new',
  metric: 'FNMR@FMR',
  at: '1e-3',
  first: 0.0123,
  second: 0.0246,
  difference: 0.0123,
  trials: 3000,
  subjects: 1680,
  interval: { low: -0.00123, high: 0.025, level: 0.95, method: 'subject-bootstrap' },
  pValue: 0.04,
  adjustedPValue: 0.08,
  unresolved: null,
  mcNemar: { onlyFirst: 3, onlySecond: 40, pValue: 0.0000123 },
};
const ACCURACY: PairedRow = {
  ...ROW,
  metric: 'accuracy-10fold',
  at: null,
  first: 0.99,
  second: 0.985,
  difference: -0.005,
  interval: { ...ROW.interval, low: -0.01, high: 0 },
  adjustedPValue: 0.049,
};

describe('compareLines', () => {
  it('shows both values, the difference with its interval and corrected p, and McNemar beside it', () => {
    const lines = compareLines([ROW, ACCURACY]);
    expect(lines.slice(0, 10)).toEqual([
      'view2, lfw: old (A) against new (B)',
      '  missed (FNMR) at FMR 1e-3: A 1.23%, B 2.46% of 3,000 (1,680 subjects)',
      '    difference +1.23 points [-0.123, +2.5], p 0.08',
      '    no difference shown',
      '    uncorrected p 0.04; McNemar 3 wrong in A alone, 40 in B alone, p 1.2e-5',
      '  accuracy, mean of folds: A 0.9900, B 0.9850 of 3,000 (1,680 subjects)',
      '    difference -0.5 points [-1, 0], p 0.049',
      '    a difference that these data show',
      '    uncorrected p 0.04; McNemar 3 wrong in A alone, 40 in B alone, p 1.2e-5',
      '',
    ]);
    const note = lines.slice(10).join(' ').replace(/ +/g, ' ');
    expect(note).toContain('Differences are B minus A with the 95% interval of a bootstrap');
    expect(note).toContain('corrected for all 2 tests (Holm)');
    expect(lines.slice(10).filter((line) => line.length > 80)).toEqual([]);
  });

  it('says why a difference is not resolved in place of a verdict', () => {
    const [, , , line] = compareLines([{ ...ACCURACY, unresolved: 'too few misses to tell' }]);
    expect(line).toBe('    not resolved, too few misses to tell');
  });

  it('has a block for each two systems on a task, and calls a system in two runs by its run', () => {
    const lines = compareLines([ROW, { ...ROW, secondSystem: 'old' }, { ...ROW, task: 'other' }, ACCURACY]);
    expect(lines.filter((line) => line.includes('(A) against'))).toEqual([
      'view2, lfw: old (A) against new (B)',
      'view2, lfw: old, first run (A) against second run (B)',
      'other, lfw: old (A) against new (B)',
    ]);
  });

  it('judges at the level of the interval', () => {
    const at90 = { ...ROW, interval: { ...ROW.interval, level: 0.9 } };
    expect(compareLines([at90])[3]).toBe('    a difference that these data show');
  });

  it('gives a hostile name no line of its own', () => {
    const [head = ''] = compareLines([{ ...ROW, firstSystem: 'a\nb\u001b[2J', dataset: 'd\te' }]);
    expect(head).toBe('view2, d e: a b [2J (A) against new (B)');
  });

  it('has nothing to say of nothing', () => {
    expect(compareLines([])).toEqual([]);
  });
});
