import { expect, it } from 'vitest';
import { readCsvPairs } from '../../../src/datasets/pair-lists/csv-pairs.js';

it('reads pairs with and without folds', () => {
  expect(readCsvPairs('a,b,mated,fold\nx.jpg,y.jpg,1,0\nx.jpg,z.jpg,0,3\n', 'p.csv')).toEqual([
    { a: 'x.jpg', b: 'y.jpg', mated: true, fold: 0 },
    { a: 'x.jpg', b: 'z.jpg', mated: false, fold: 3 },
  ]);
  expect(readCsvPairs('\uFEFFa,b,mated\nx.jpg,y.jpg,1\n', 'p.csv')).toEqual([{ a: 'x.jpg', b: 'y.jpg', mated: true }]);
});

it.each([
  ['a,b,mated\nx.jpg,,1\n', 'p.csv, record 1: the columns "a" and "b" must name two samples'],
  ['a,b,mated\nx.jpg,y.jpg,yes\n', 'p.csv, record 1: the column "mated" must be 1 or 0, not "yes"'],
  ['a,b\nx.jpg,y.jpg\n', 'the column "mated" must be 1 or 0'],
  ['a,b,mated,fold\nx.jpg,y.jpg,1,first\n', 'the column "fold" must be a whole number'],
  ['a,b,mated\nx.jpg,y.jpg\n', 'p.csv is not a CSV file with a header'],
  ['', 'p.csv lists no pair; write a header "a,b,mated" and one pair a line below it.'],
  ['a,b,mated\n', 'p.csv lists no pair'],
  ['a,b,mated\nx.jpg,y.jpg,1\nx.jpg,x.jpg,1\n', 'p.csv, record 2: compares "x.jpg" with itself'],
  [
    'a,b,mated\nx.jpg,y.jpg,1\nx.jpg,z.jpg,0\nx.jpg,y.jpg,1\n',
    'p.csv, record 3: the pair "x.jpg" and "y.jpg" is already in record 1; remove one of them.',
  ],
  ['a,b,mated\nx.jpg,y.jpg,0\ny.jpg,x.jpg,0\n', 'p.csv, record 2: the pair "y.jpg" and "x.jpg" is already in record 1'],
  [
    'a,b,mated,fold\nx.jpg,y.jpg,1,0\nx.jpg,y.jpg,1,1\n',
    'record 2: the pair "x.jpg" and "y.jpg" is already in record 1',
  ],
  [
    'a,b,mated\nx.jpg,y.jpg,1\ny.jpg,x.jpg,0\n',
    'p.csv, record 2: the pair "y.jpg" and "x.jpg" is non-mated here and mated in record 1; keep the right one.',
  ],
  [
    'a,b,mated,fold\nx.jpg,y.jpg,1,0\nx.jpg,z.jpg,0,\n',
    'p.csv, record 2: has no fold, and record 1 has one; give every pair a fold, or none.',
  ],
  ['a,b,mated,fold\nx.jpg,y.jpg,1,\nx.jpg,z.jpg,0,\ny.jpg,z.jpg,0,4\n', 'record 1: has no fold, and record 3 has one'],
])('refuses %j', (text, message) => {
  expect(() => readCsvPairs(text, 'p.csv')).toThrow(message);
});

it('takes names that differ only where they are joined, and an empty column of folds', () => {
  const text = 'a,b,mated,fold\n"x,y",z,1,\nx,"y,z",0,\n';
  expect(readCsvPairs(text, 'p.csv')).toEqual([
    { a: 'x,y', b: 'z', mated: true },
    { a: 'x', b: 'y,z', mated: false },
  ]);
});
