import { expect, it } from 'vitest';
import { namedGroups } from '../../src/results/subject-groups.js';
import type { SubjectTable } from '../../src/results/subject-table.js';

const table: SubjectTable = {
  attributes: ['gender', 'age'],
  subjects: new Map([
    ['zoe', ['female', 'old']],
    ['adam', ['male', 'unknown']],
    ['eva', ['female', 'young']],
    ['ivan', ['male', 'old']],
  ]),
};

it('puts subjects into the groups of an attribute, sorted, and nobody of whom it is not known', () => {
  const labels = ['ivan', 'zoe', 'nobody', 'eva', 'adam'];
  expect(namedGroups(labels, table, ['gender'])).toEqual({
    heading: 'gender',
    groups: ['female', 'male'],
    groupOf: Int32Array.of(1, 0, -1, 0, 1),
  });
  expect(namedGroups(labels, table, ['gender', 'age'])).toEqual({
    heading: 'gender x age',
    groups: ['female x old', 'female x young', 'male x old'],
    groupOf: Int32Array.of(2, 0, -1, 1, -1),
  });
});

it('names no group that none of these subjects is in', () => {
  expect(namedGroups(['adam'], table, ['gender'])).toMatchObject({ groups: ['male'] });
  expect(namedGroups(['adam'], table, ['age'])).toMatchObject({ groups: [], groupOf: Int32Array.of(-1) });
});
