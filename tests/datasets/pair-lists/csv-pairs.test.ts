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
])('refuses %j', (text, message) => {
  expect(() => readCsvPairs(text, 'p.csv')).toThrow(message);
});
