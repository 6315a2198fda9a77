import { expect, it } from 'vitest';
import { searchText, searchUnit } from '../../src/report/search-text.js';

const search = { lists: 'made-up', kind: 'sizes', consolidate: 'best', per: 'sample' } as const;

it('says what one search is of, and who passes by', () => {
  expect(searchUnit(search)).toBe('One search a sample.');
  expect(searchUnit({ ...search, per: 'subject' })).toBe(
    'One search a person: the best score of all of the probe pictures of that person.',
  );
  expect(searchUnit({ ...search, per: 'passage' })).toBe('One search a passage: the best score of its samples.');
  const passersBy = { dataset: 'others', digest: 'a'.repeat(64) };
  expect(searchUnit({ ...search, per: 'camera', passersBy })).toBe(
    'One search for the pictures of a person that agree in "camera": their best score. Those who pass by are people of others.',
  );
  expect(searchUnit({ ...search, distractors: passersBy })).toBe(
    'One search a sample. Every picture of others is enrolled besides, as a candidate of its own whom nobody searches for; the names of the lists count the others.',
  );
});

it('explains predictions and kept thresholds of lists, and means over splits, each where they are', () => {
  const [sizes, splits] = [searchText(search, 0.9), searchText({ ...search, kind: 'splits' }, 0.9)];
  for (const text of [sizes, splits]) expect(text).toContain('One search a sample. A search is mated when');
  for (const text of [sizes, splits]) expect(text).toContain('Intervals are at 90%.');
  expect(sizes).toContain('1 - (1 - FMR)^N');
  expect(sizes).not.toContain('ddof 1');
  expect(splits).toContain(
    'the standard deviation (SD, ddof 1) says how far divisions differ and is no standard error',
  );
  expect(splits).not.toContain('(1 - FMR)^N');
  expect(sizes).toContain('Lists are drawn');
  const published = searchText({ ...search, sha256: 'a'.repeat(64) }, 0.9);
  expect(published).toContain('The list is a published one.');
  expect(published).not.toContain('Lists are drawn');
});
