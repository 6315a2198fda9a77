import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatLists, parseLists, searchList } from '../../../src/results/search/search-lists.js';
import { searchLists, TWO_LISTS } from './lists.js';

it('lists come back as they were', () => {
  fc.assert(
    fc.property(searchLists, (lists) => {
      expect(parseLists(formatLists(lists), 't.csv')).toEqual(lists);
    }),
  );
  expect(formatLists(parseLists(TWO_LISTS, 't.csv'))).toBe(TWO_LISTS);
});

it('puts a list together by subjects that are enrolled and passages that are searched for', () => {
  const lists = parseLists(TWO_LISTS, 't.csv');
  expect(searchList(lists, 0)).toEqual({
    name: 'list of 1',
    gallery: new Map([['a', [0]]]),
    searches: [
      { name: 'a2', subject: 'a', places: [1] },
      { name: 'c1', subject: 'c', places: [5] },
    ],
  });
  expect(searchList(lists, 1)).toEqual({
    name: 'list of 2',
    gallery: new Map([
      ['a', [0]],
      ['b', [2]],
    ]),
    searches: [
      { name: 'a2', subject: 'a', places: [1] },
      { name: 'b [x]', subject: 'b', places: [3, 4] },
      { name: 'c1', subject: 'c', places: [5] },
    ],
  });
});

it.each([
  ['sample,subject,passage\na,s,\n', 't.csv must have the columns sample, subject, passage and then one for each list'],
  ['sample,subject,list\na,s,probe\n', 'it has sample, subject, list.'],
  ['sample,subject,passage,list\na,s,,probe\nb,s,,enrolled\n', 't.csv, line 3: a sample is "gallery", "probe" or'],
  ['sample,subject,passage,list\na,s,\n', 't.csv is not a CSV table'],
  ['sample,subject,passage,list,list\na,s,,probe,probe\n', 't.csv names the list "list" twice'],
])('refuses %j', (text, message) => {
  expect(() => parseLists(text, 't.csv')).toThrow(message);
});
