import { expect, it } from 'vitest';
import type { Sample } from '../../../src/datasets/sample.js';
import { checkDistractors } from '../../../src/datasets/search-lists/distractors.js';

const dataset = (name: string, ...subjects: (string | undefined)[]) => ({
  name,
  samples: subjects.map(
    (subject, index): Sample => ({ id: `${name}/${index}`, ...(subject ? { subject } : {}), attributes: {} }),
  ),
});

const watched = dataset('lfw', 'Anna', 'Boris', 'Anna', 'Cleo', 'Dora', 'Emil');

it('makes every sample of the passers-by a probe', () => {
  expect(checkDistractors(watched, dataset('street', '001', '002', '001'))).toEqual([
    { sample: 'street/0', subject: '001' },
    { sample: 'street/1', subject: '002' },
    { sample: 'street/2', subject: '001' },
  ]);
});

it.each([
  [
    ['001', 'Boris', 'Boris'],
    'street and lfw both have the subject "Boris"; whoever may be on the list is no passer-by',
  ],
  [['Cleo', '001', 'Boris', 'Anna'], 'street and lfw both have the subjects "Cleo", "Boris", "Anna"; whoever'],
  [['Emil', 'Dora', 'Cleo', 'Boris', 'Anna'], 'both have the subjects "Emil", "Dora", "Cleo" and 2 more; whoever'],
  [['001', undefined], 'street does not say whom 1 of its 2 samples show, such as "street/1"; a search list needs'],
])('refuses %j', (subjects, message) => {
  expect(() => checkDistractors(watched, dataset('street', ...subjects))).toThrow(message);
});

it('refuses to check against people without names', () => {
  expect(() => checkDistractors(dataset('mine', 'Anna', undefined), dataset('street', '001'))).toThrow(
    'mine does not say whom 1 of its 2 samples show',
  );
});
