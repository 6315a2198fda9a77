import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { detTable } from '../../../src/results/score-table/curve-table.js';
import { table } from './tables.js';

it('writes every operating point, failures counted', () => {
  const text = 'mated,score,failure\n1,0.5,\n1,,x\n0,0.25,\n0,0.5,\n';
  // The next float32 above 0.25 is 0.25000003, and above 0.5 it is 0.50000006.
  expect(detTable(table(text))).toBe(
    'threshold,falseMatches,falseNonMatches,fmr,fnmr\n0.25,2,1,1,0.5\n0.25000003,1,1,0.5,0.5\n0.50000006,0,2,0,1\n',
  );
});

it('leaves a share empty where there is nothing that it is a share of', () => {
  expect(detTable(table('mated,score\n1,0.5\n'))).toBe(
    'threshold,falseMatches,falseNonMatches,fmr,fnmr\n0.5,0,0,,0\n0.50000006,0,1,,1\n',
  );
  expect(detTable(table('mated,score,failure\n1,,x\n'))).toBe('threshold,falseMatches,falseNonMatches,fmr,fnmr\n');
});

it('counts at each threshold what a plain loop counts', () => {
  const line = fc.tuple(fc.boolean(), fc.option(fc.integer({ min: -8, max: 8 }), { freq: 9 }));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (lines) => {
      const text = lines.map(([mated, score]) => `${mated},${score === null ? ',x' : `${score / 4},`}`).join('\n');
      const points: Record<string, string>[] = parse(detTable(table(`mated,score,failure\n${text}\n`)), {
        columns: true,
      });
      for (const { threshold, falseMatches, falseNonMatches } of points) {
        const isMatch = (score: number | null) => score !== null && score / 4 >= Number(threshold);
        expect(Number(falseMatches)).toBe(lines.filter(([mated, score]) => !mated && isMatch(score)).length);
        expect(Number(falseNonMatches)).toBe(lines.filter(([mated, score]) => mated && !isMatch(score)).length);
      }
    }),
  );
});
