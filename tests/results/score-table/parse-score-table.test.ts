import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatComparisons } from '../../../src/results/comparison-table.js';
import { madeUpTables } from '../../support/run.js';
import { table } from './tables.js';

describe('parseScoreTable', () => {
  it('reads columns in any order, spaces, words for yes and no, a byte order mark and either end of line', () => {
    const { name, comparisons } = table('\uFEFFscore, mated\r\n0.5 ,True\r\n\r\n-1e-3,0\r\n');
    expect(name).toBe('t.csv');
    const nobody = { a: '', b: '', subjectA: '', subjectB: '', failure: '' };
    expect(comparisons).toEqual([
      { ...nobody, mated: true, score: 0.5 },
      { ...nobody, mated: false, score: Math.fround(-1e-3) },
    ]);
  });

  it('reads the table of a run directory as it is', () => {
    const { comparisons } = madeUpTables();
    expect(table(formatComparisons(comparisons)).comparisons).toEqual(comparisons);
  });

  it('takes a failure for what it is, and mated comparisons of which one side names the subject', () => {
    const { comparisons } = table('a,b,subject_a,subject_b,mated,score,failure\nx,y,ann,,1,,a:no-face\n');
    expect(comparisons).toEqual([{ a: 'x', b: 'y', subjectA: 'ann', subjectB: '', mated: true, failure: 'a:no-face' }]);
  });

  it('counts the scores that rounding to float32 makes equal to another', () => {
    expect(table('mated,score\n1,0.1\n1,0.1\n0,0.2\n').roundedTogether).toBe(0);
    expect(table('mated,score\n1,0.99999999\n1,0.999999991\n0,0.999999992\n0,0.5\n').roundedTogether).toBe(2);
  });

  it('gives every finite float32 back', () => {
    const score = fc.float({ noNaN: true, noDefaultInfinity: true, max: Math.fround(3e38), min: Math.fround(-3e38) });
    fc.assert(
      fc.property(fc.array(score, { minLength: 1 }), (scores) => {
        const { comparisons } = table(`score,mated\n${scores.map((value) => `${value},1`).join('\n')}\n`);
        expect(comparisons.map(({ score: read }) => (read ?? Number.NaN) + 0)).toEqual(
          scores.map((value) => value + 0),
        );
      }),
    );
  });
});

const NAMED = 'a,b,subject_a,subject_b,mated,score\n';

describe('refuses, with the line, what no rate should be made of', () => {
  it.each([
    ['', 't.csv holds no comparison'],
    ['mated,score\n', 't.csv holds no comparison'],
    ['mated,score,attr,foo\n1,1,2,3\n', 'columns that nothing is known of, "attr", "foo"; known are a, b, subject_a'],
    ['mated,score,gender\n1,1,f\n', 'a column that nothing is known of, "gender"'],
    ['mated,mated,score\n1,1,2\n', 't.csv has two columns "mated"'],
    ['mated\n1\n', 'it lacks "score"'],
    ['mated;score\n1;2\n', 'nothing is known of, "mated;score"'],
    ['a,mated,score\nx,1,1\n', 'only one of the columns "a" and "b"'],
    ['subject_b,mated,score\nx,1,1\n', 'only one of the columns "subject_a" and "subject_b"'],
    ['mated,score\n1\n', 't.csv is not a CSV table (Invalid Record Length'],
    ['mated,score\n1,"0.5\n', 't.csv is not a CSV table (Quote Not Closed'],
    ['mated,score\n1,0.5\nyes,0.5\n', 't.csv, line 3: "mated" must be 1 or 0, or true or false; found "yes".'],
    ['mated,score\n,0.5\n', 't.csv, line 2: "mated" must be 1 or 0, or true or false; found "".'],
    ['mated,score\n1,NaN\n', 't.csv, line 2: "score" must be a finite decimal number, such as 0.731; found "NaN"'],
    ['mated,score\n1,-Infinity\n', 'found "-Infinity"'],
    ['mated,score\n1,inf\n', 'found "inf"'],
    ['mated,score\n1,0x10\n', 'found "0x10"'],
    ['mated,score\n1,"0,5"\n', 'found "0,5"'],
    ['mated,score\n1,\n', 't.csv, line 2: has no score; where the system gave none, say why in a column "failure"'],
    ['mated,score\n1,1e39\n', 't.csv, line 2: the score 1e39 is too large for a 32-bit float'],
    ['mated,score\n1,1e999\n', 'the score 1e999 is too large'],
    ['mated,score\n1,-3.4028234663852886e38\n', 'is too large for a 32-bit float'],
    ['mated,score,failure\n1,0.5,late\n', 'line 2: has the score "0.5" and the failure "late"'],
    ['mated,score,fold\n1,0.5,-1\n', 'line 2: "fold" must be a whole number from 0, found "-1"'],
    ['mated,score,fold\n1,0.5,0\n1,0.5,\n', 'line 3: has no fold, and other lines have one'],
    [`${NAMED}x,y,ann,bob,1,0.5\n`, 'line 2: is called mated, and its subjects are two, "ann" and "bob"'],
    [`${NAMED}x,y,ann,ann,0,0.5\n`, 'line 2: is called non-mated, and both its subjects are "ann"'],
    [`${NAMED}x,x,ann,ann,1,0.5\n`, 'line 2: compares "x" with itself'],
    [`${NAMED}x,,ann,ann,1,0.5\n`, 'line 2: other lines name both samples, this one does not'],
    [
      `${NAMED}x,y,ann,ann,1,0.5\nu,v,bob,bob,1,1\ny,x,ann,ann,1,0.5\n`,
      'line 4: "y" and "x" are already compared in line 2',
    ],
    [
      `${NAMED}x,y,ann,ann,1,0.5\nx,z,bob,cid,0,0.5\n`,
      'line 3: the sample "x" is of subject "bob" here and of subject "ann" in line 2',
    ],
    [`${NAMED}x,y,ann,ann,1,0.5\nx,z,,cid,0,0.5\n`, 'is of nobody here and of subject "ann" in line 2'],
    ['subject_a,subject_b,mated,score\nann,bob,0,1\nann,,0,1\n', 'line 3: lacks a subject, and other lines have one'],
    ['subject_a,subject_b,mated,score\nann,ann,1,1\n,,1,1\n', 'line 3: lacks a subject, and other lines have one'],
  ])('%j', (text, message) => {
    expect(() => table(text)).toThrow(message);
  });

  it('counts lines as an editor does, empty ones and line breaks within quotes too', () => {
    expect(() => table('mated,score,failure\n\n1,,"no\nface"\n0,x,\n')).toThrow('t.csv, line 5: "score" must be');
  });
});
