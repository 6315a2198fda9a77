import { expect, it } from 'vitest';
import { preparePairs } from '../../../src/benchmark/protocols/pairs.js';
import { taskSchema } from '../../../src/benchmark/suite.js';
import { datasetCardSchema } from '../../../src/catalog/dataset-card.js';
import type { Dataset } from '../../../src/datasets/open-dataset.js';

const sample = (subject: string, number: number, attributes: Record<string, string>) => ({
  id: `${subject}/${number}`,
  subject,
  attributes,
});
const dataset: Dataset = {
  card: datasetCardSchema.parse({
    name: 'made-up',
    title: 'Made up',
    kind: 'faces',
    licence: { name: 'MIT', use: 'any' },
    consent: 'none needed',
    content: { files: 0 },
    layout: { reader: 'pictures' },
  }),
  digest: '0'.repeat(64),
  folder: '/x',
  samples: [
    sample('zoe', 1, { gender: 'female', ethnicity: 'black', expression: 'neutral' }),
    sample('zoe', 2, { gender: 'female', ethnicity: 'black', expression: 'smiling' }),
    sample('adam', 1, { gender: 'male', ethnicity: '', expression: 'neutral' }),
    sample('adam', 2, { gender: 'female', ethnicity: '', expression: 'smiling' }),
    sample('idle', 1, { gender: 'male', ethnicity: 'white', expression: 'neutral' }),
  ],
};
const pairs = [
  { a: 'zoe/1', b: 'zoe/2', mated: true },
  { a: 'zoe/1', b: 'adam/1', mated: false },
  { a: 'zoe/2', b: 'gone/1', mated: false },
];
const list = { pairs: 'made-up/pairs' };
const prepare = (groups: string[][]) => preparePairs(dataset, pairs, list, { groups });

it('says of each subject that takes part what all of its pictures say, not only those that are compared', () => {
  const { record, tables } = prepare([['gender'], ['ethnicity', 'gender']]);
  expect(record.groups).toEqual([['gender'], ['ethnicity', 'gender']]);
  expect(tables.subjects?.attributes).toEqual(['gender', 'ethnicity']);
  expect([...(tables.subjects?.subjects ?? [])]).toEqual([
    ['adam', ['unknown', 'unknown']],
    ['zoe', ['female', 'black']],
  ]);
});

it('refuses what the dataset does not have, and what changes from picture to picture', () => {
  expect(() => prepare([['genders']])).toThrow(
    'There is no attribute of made-up named "genders"; did you mean "gender"?',
  );
  expect(() => prepare([['expression']])).toThrow(
    'made-up gives none of the 2 subjects one "expression" that all pictures of the subject agree on',
  );
});

it('has no table where nobody asks for groups, and only the errata that touch it', () => {
  const errata = [
    { kind: 'wrong-label' as const, a: 'zoe/2', b: '', source: 's' },
    { kind: 'wrong-label' as const, a: 'idle/1', b: '', source: 's' },
    { kind: 'same-person' as const, a: 'adam', b: 'zoe', source: 's' },
  ];
  const { record, tables } = preparePairs(dataset, pairs, list, { errata });
  expect(record).toEqual({ ...list, comparisons: 3, errata: 2 });
  expect(tables).toEqual({ errata: [errata[0], errata[2]] });
  expect(preparePairs(dataset, pairs, list, { errata: errata.slice(1, 2) })).toMatchObject({
    record: { ...list, comparisons: 3 },
    tables: {},
  });
});

const task = (groups: unknown) =>
  taskSchema.parse({ id: 'pairs', protocol: 'pairs', data: 'made-up', at: ['1e-1'], pairs: 'own', groups });

it('a suite names attributes and crosses of them', () => {
  expect(task(['gender', ['gender', 'ethnicity']])).toMatchObject({ groups: [['gender'], ['gender', 'ethnicity']] });
});

it.each([[[]], [['gender', 'gender']], [['gender', ['gender']]], [[['gender', 'gender']]], [[[]]], [['']], ['gender']])(
  'refuses the groups %j',
  (groups) => {
    expect(() => task(groups)).toThrow();
  },
);

it('takes two orders of one cross for the same', () => {
  expect(() =>
    task([
      ['gender', 'ethnicity'],
      ['ethnicity', 'gender'],
    ]),
  ).toThrow('name each attribute or cross once');
});

it('is refused by protocols without labels', () => {
  const co = { id: 'co', protocol: 'co-occurrence', data: 'made-up', at: ['1e-1'] };
  expect(taskSchema.safeParse(co).success).toBe(true);
  expect(taskSchema.safeParse({ ...co, groups: ['gender'] }).success).toBe(false);
});
