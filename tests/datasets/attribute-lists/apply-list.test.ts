import { expect, it } from 'vitest';
import { applyList } from '../../../src/datasets/attribute-lists/apply-list.js';
import { attributeListReader } from '../../../src/datasets/attribute-lists/attribute-lists.js';
import { readLfwGender } from '../../../src/datasets/attribute-lists/lfw-gender.js';
import type { Sample } from '../../../src/datasets/sample.js';

const card = { format: 'lfw-gender', dataset: 'lists', provides: ['gender'], by: 'others' };
const samples = ['A_B/A_B_0001.jpg', 'A_B/A_B_0002.jpg', 'C/C_0001.jpg', 'D/D_0001.jpg'].map(
  (id): Sample => ({ id, attributes: { age: '30' } }),
);
const texts = (female: string, male: string) =>
  new Map([
    ['female_names.txt', female],
    ['male_names.txt', male],
  ]);

it('gives each picture what its list says, and counts what is of no use', () => {
  const list = readLfwGender(
    texts('A_B_0001.jpg\r\nC_0001.jpg\nnonsense\n\n', 'C_0001.jpg\nA_B_0002.jpg\nA_B_0002.jpg\nZ_0001.jpg'),
    'lists',
  );
  const { samples: found, applied } = applyList(samples, list, card, 'digest');
  expect(found.map(({ attributes }) => attributes)).toEqual([
    { age: '30', gender: 'female' },
    { age: '30', gender: 'male' },
    { age: '30', gender: 'unknown' },
    { age: '30' },
  ]);
  expect(applied).toEqual({
    dataset: 'lists',
    digest: 'digest',
    provides: ['gender'],
    by: 'others',
    samples: 2,
    ignored: { malformed: 1, absent: 1, contradictory: 1 },
  });
});

it('does not make a value out of a third entry for a picture that was contradicted', () => {
  const entry = (value: string) => ({ sample: 'C/C_0001.jpg', attribute: 'gender', value });
  const entries = [entry('male'), entry('female'), entry('female')];
  const { samples: found, applied } = applyList(samples, { entries, malformed: 0 }, card, 'digest');
  expect(found[2]?.attributes.gender).toBe('unknown');
  expect(applied.ignored.contradictory).toBe(1);
});

it('refuses a list without one of its files, and a format that nobody reads', () => {
  expect(() => readLfwGender(new Map([['male_names.txt', '']]), 'lists')).toThrow(
    'The dataset lists holds no file female_names.txt',
  );
  expect(() => attributeListReader('lfw-genders')).toThrow('did you mean "lfw-gender"?');
});
