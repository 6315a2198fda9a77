import { expect, it } from 'vitest';
import { formatPairs, parsePairs } from '../../../src/results/conditions/pair-table.js';

const PAIRS = [
  { a: 'x/1.jpg', b: 'x/2.jpg', subjectA: 'x', subjectB: 'x', mated: true, fold: 3 },
  { a: 'x, 1.jpg', b: 'y/1.jpg', subjectA: '', subjectB: 'y', mated: false },
];

it('gives back what is compared, and leaves out what became of it', () => {
  const text = formatPairs(PAIRS);
  expect(text).toBe('a,b,subject_a,subject_b,mated,fold\nx/1.jpg,x/2.jpg,x,x,1,3\n"x, 1.jpg",y/1.jpg,,y,0,\n');
  expect(parsePairs(text, 'pairs.csv')).toEqual(PAIRS);
});

it('refuses another table, and what is neither mated nor not', () => {
  expect(() => parsePairs('a,b\n1,2\n', 'pairs.csv')).toThrow('pairs.csv must have the columns a, b, subject_a');
  expect(() => parsePairs(formatPairs(PAIRS).replace(',1,3', ',2,3'), 'pairs.csv')).toThrow(
    'pairs.csv, line 2: mated must be 0 or 1, not "2".',
  );
});
