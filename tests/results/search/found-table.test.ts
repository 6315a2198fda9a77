import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatFound, parseFound } from '../../../src/results/search/found-table.js';
import { parseLists } from '../../../src/results/search/search-lists.js';
import { allLists } from '../../../src/results/search/search-tables.js';
import { counted, float32 } from '../../support/table-cells.js';
import { searchLists, TWO_LISTS } from './lists.js';

it('what searches found comes back as it was, failed searches too', () => {
  const cells = fc.infiniteStream(fc.option(fc.tuple(counted, float32)));
  fc.assert(
    fc.property(searchLists.map(allLists), cells, (lists, stream) => {
      const found = lists.map(({ searches }) => {
        const own = searches.map(() => stream.next().value ?? [0, Number.NaN]);
        return { rank: Int32Array.from(own, ([rank]) => rank), score: Float32Array.from(own, ([, score]) => score) };
      });
      expect(parseFound(formatFound(found, lists), 't.csv', lists)).toEqual(found);
    }),
  );
});

const lists = allLists(parseLists(TWO_LISTS, 'lists.csv'));
const HEAD = 'search,rank in list of 1,score in list of 1,rank in list of 2,score in list of 2\n';

it('is a line for each search and two columns for each list', () => {
  const nan = Number.NaN;
  const found = [
    { rank: Int32Array.of(1, 0), score: Float32Array.of(0.5, 0.25) },
    { rank: Int32Array.of(2, 1, 0), score: Float32Array.of(0.5, nan, 0.25) },
  ];
  expect(formatFound(found, lists)).toBe(`${HEAD}a2,1,0.5,2,0.5\nc1,0,0.25,0,0.25\nb [x],,,,\n`);
});

it.each([
  ['search,rank\na2,1\n', 't.csv must have the columns search, rank in list of 1, score in list of 1'],
  [`${HEAD}a2,1,0.5,1,0.5\nc1,0,high,0,0.25\n`, 't.csv, line 3: "high" is not a score'],
  [`${HEAD}a2,first,0.5,1,0.5\n`, 't.csv, line 2: "first" is not a count'],
  [`${HEAD}a2,1,,1,0.5\n`, 't.csv, line 2: "" is not a score'],
  [`${HEAD}a2,1,0.5,,0.5\n`, 't.csv, line 2: "" is not a count'],
  [`${HEAD}a2,1,0.5\n`, 't.csv is not a CSV table'],
])('refuses %j', (text, message) => {
  expect(() => parseFound(text, 't.csv', lists)).toThrow(message);
});
