import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sample } from '../../src/datasets/sample.js';
import { subjectAttribute } from '../../src/datasets/subject-attributes.js';
import { attributeValue } from '../../src/datasets/unknown-value.js';

const samples = (values: readonly (readonly [subject: string | undefined, gender?: string])[]): Sample[] =>
  values.map(([subject, gender], index) => ({
    id: `${index}.jpg`,
    ...(subject === undefined ? {} : { subject }),
    attributes: gender === undefined ? {} : { gender },
  }));

it('takes the one value on which the pictures agree, and leaves contradictions and silence unknown', () => {
  const found = subjectAttribute(
    samples([
      ['one', 'female'],
      ['one'],
      ['one', ' female '],
      ['two', 'female'],
      ['two', 'male'],
      ['two', 'female'],
      ['three'],
      ['four', 'n/a'],
      ['four', 'male'],
      [undefined, 'male'],
    ]),
    'gender',
  );
  expect([...found]).toEqual([
    ['one', 'female'],
    ['two', 'unknown'],
    ['three', 'unknown'],
    ['four', 'male'],
  ]);
});

it('does not find an attribute that every object has', () => {
  expect([...subjectAttribute(samples([['one', 'male']]), 'constructor')]).toEqual([['one', 'unknown']]);
});

it('does not depend on the order of the pictures', () => {
  const values = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'unknown', '')));
  fc.assert(
    fc.property(values, (list) => {
      const sorted = (map: ReadonlyMap<string, string>) => [...map].sort();
      const turned = subjectAttribute(samples([...list].reverse()), 'gender');
      expect(sorted(turned)).toEqual(sorted(subjectAttribute(samples(list), 'gender')));
    }),
  );
});

it.each(['', '  ', 'NA', 'n/a', 'NaN', 'null', 'Unknown', '?', '-', undefined])(
  'knows that %j says nothing',
  (text) => {
    expect(attributeValue(text)).toBe('unknown');
  },
);

it('keeps what somebody did say', () => {
  expect(['0', 'east_asian/white', 'none of these', ' male'].map(attributeValue)).toEqual([
    '0',
    'east_asian/white',
    'none of these',
    'male',
  ]);
});
