import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readLfwView2 } from '../../../src/datasets/pair-lists/lfw-view2.js';
import { mirrorFile } from '../../support/mirror.js';

const LIST = '2\t1\nAnna\t1\t2\nAnna\t1\tBoris\t12\nBoris\t3\t4\nBoris\t1\tCleo\t1\n';

it('reads folds, mated and non-mated pairs', () => {
  expect(readLfwView2(LIST, 'pairs.txt')).toEqual([
    { a: 'Anna/Anna_0001.jpg', b: 'Anna/Anna_0002.jpg', mated: true, fold: 0 },
    { a: 'Anna/Anna_0001.jpg', b: 'Boris/Boris_0012.jpg', mated: false, fold: 0 },
    { a: 'Boris/Boris_0003.jpg', b: 'Boris/Boris_0004.jpg', mated: true, fold: 1 },
    { a: 'Boris/Boris_0001.jpg', b: 'Cleo/Cleo_0001.jpg', mated: false, fold: 1 },
  ]);
});

it('reads Windows line ends', () => {
  expect(readLfwView2(LIST.replaceAll('\n', '\r\n'), 'pairs.txt')).toEqual(readLfwView2(LIST, 'pairs.txt'));
});

it.each([
  ['10 300\n', 'pairs.txt, line 1: expected "folds<TAB>pairs a side"'],
  ['', 'pairs.txt, line 1'],
  [
    LIST.split('\n').slice(0, 4).join('\n'),
    'pairs.txt announces 2 folds of 1 mated and 1 non-mated pairs, 5 lines; it has 4',
  ],
  [
    LIST.replace('Anna\t1\t2', 'Anna\t1'),
    'pairs.txt, line 2: expected a mated pair "NAME<TAB>i<TAB>j", found "Anna\t1"',
  ],
  [LIST.replace('Boris\t12', 'Boris\ttwelve'), 'pairs.txt, line 3: expected a non-mated pair'],
  [LIST.replace('Boris\t3\t4', 'Boris\t0\t4'), 'pairs.txt, line 4: expected a mated pair'],
])('refuses %j', (text, message) => {
  expect(() => readLfwView2(text, 'pairs.txt')).toThrow(message);
});

const published = mirrorFile('lfw-pairs.txt');
it.skipIf(!published)('reads the published list: 10 folds of 300 and 300, 7,701 pictures', () => {
  const pairs = readLfwView2(readFileSync(published ?? '', 'utf8'), 'lfw-pairs.txt');
  expect(pairs).toHaveLength(6000);
  expect(pairs.filter(({ mated }) => mated)).toHaveLength(3000);
  expect(new Set(pairs.flatMap(({ a, b }) => [a, b])).size).toBe(7701);
});
