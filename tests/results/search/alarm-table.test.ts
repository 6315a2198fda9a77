import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatAlarms, parseAlarms } from '../../../src/results/search/alarm-table.js';
import { parseLists } from '../../../src/results/search/search-lists.js';
import { allLists } from '../../../src/results/search/search-tables.js';
import { float32 } from '../../support/table-cells.js';
import { searchLists, TWO_LISTS } from './lists.js';

it('candidates come back as they were, in their order', () => {
  const rows = fc.array(fc.tuple(fc.nat(), fc.nat(), float32), { maxLength: 8 });
  fc.assert(
    fc.property(searchLists.map(allLists), fc.infiniteStream(rows), (lists, stream) => {
      const found = lists.map(({ searches, gallery }) => {
        const own = searches.length > 0 && gallery.size > 0 ? (stream.next().value ?? []) : [];
        return {
          alarms: {
            search: Int32Array.from(own, ([s]) => s % searches.length),
            candidate: Int32Array.from(own, ([, c]) => c % gallery.size),
            score: Float32Array.from(own, ([, , score]) => score),
          },
        };
      });
      const back = parseAlarms(formatAlarms(found, lists), 't.csv', lists);
      expect(back).toEqual(found.map(({ alarms }) => alarms));
    }),
  );
});

const lists = allLists(parseLists(TWO_LISTS, 'lists.csv'));

it.each([
  ['list,search,candidate\n', 't.csv must have the columns list, search, candidate, score'],
  [
    'list,search,candidate,score\nlist of 1,c1,a,0.5\nlist of 3,c1,a,0.5\n',
    't.csv, line 3: "c1" is no search of "list',
  ],
  ['list,search,candidate,score\nlist of 1,b [x],a,0.5\n', 't.csv, line 2: "b [x]" is no search of "list of 1"'],
  ['list,search,candidate,score\nlist of 1,c1,b,0.5\n', '"b" is not enrolled there'],
  ['list,search,candidate,score\nlist of 2,c1,b,high\n', 't.csv, line 2: "high" is not a score'],
  ['list,search,candidate,score\nlist of 2,c1,b\n', 't.csv is not a CSV table'],
])('refuses %j', (text, message) => {
  expect(() => parseAlarms(text, 't.csv', lists)).toThrow(message);
});
