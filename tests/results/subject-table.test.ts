import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  formatSubjects,
  groupOf,
  headingOf,
  parseSubjects,
  type SubjectTable,
} from '../../src/results/subject-table.js';

const table: SubjectTable = {
  attributes: ['gender', 'ethnicity'],
  subjects: new Map([
    ['zoe', ['female', 'black']],
    ['adam', ['male', 'unknown']],
  ]),
};

it('is written sorted by subject', () => {
  expect(formatSubjects(table)).toBe('subject,gender,ethnicity\nadam,male,unknown\nzoe,female,black\n');
});

it('comes back as it was, whatever the names', () => {
  const text = fc.string({ minLength: 1, maxLength: 8 }).filter((s) => s === s.trim() && !/[\r\n]/.test(s));
  const tables = fc.uniqueArray(text, { minLength: 1, maxLength: 3 }).chain((attributes) =>
    fc.record({
      attributes: fc.constant(attributes.filter((name) => name !== 'subject').concat('last one')),
      subjects: fc.uniqueArray(text, { maxLength: 6 }),
      value: text,
    }),
  );
  fc.assert(
    fc.property(tables, ({ attributes, subjects, value }) => {
      const made = { attributes, subjects: new Map(subjects.map((name) => [name, attributes.map(() => value)])) };
      const found = parseSubjects(formatSubjects(made), 't.csv');
      expect(found.attributes).toEqual(attributes);
      expect(new Map(found.subjects)).toEqual(new Map(made.subjects));
    }),
  );
});

it('names groups and crosses, and is unknown where any part is', () => {
  expect(groupOf(table, 'zoe', ['gender'])).toBe('female');
  expect(groupOf(table, 'zoe', ['gender', 'ethnicity'])).toBe('female x black');
  expect(groupOf(table, 'zoe', ['ethnicity', 'gender'])).toBe('black x female');
  expect(groupOf(table, 'adam', ['gender'])).toBe('male');
  expect(groupOf(table, 'adam', ['gender', 'ethnicity'])).toBe('unknown');
  expect(groupOf(table, 'nobody', ['gender'])).toBe('unknown');
  expect(() => groupOf(table, 'zoe', ['age'])).toThrow(RangeError);
});

it.each([
  ['', 'must have a column "subject" and then one for each attribute'],
  ['subject\nx\n', 'must have a column "subject" and then one for each attribute'],
  ['gender,subject\nx,y\n', 'it has gender, subject'],
  ['subject,gender,gender\nx,y,y\n', 'it has subject, gender, gender'],
  ['subject,gender\nx,y\nx,y\n', 't.csv, line 3: the subject "x" stands there twice'],
  ['subject,gender\n,y\n', 't.csv, line 2: a subject must have a name'],
  ['subject,gender\nx,\n', 't.csv, line 2: a value that nobody knows is written "unknown"'],
  ['subject,gender\nx\n', 't.csv is not a CSV table'],
])('refuses %j', (text, message) => {
  expect(() => parseSubjects(text, 't.csv')).toThrow(message);
});

it('never calls two groups the same, whatever their values hold', () => {
  const crossed: SubjectTable = {
    attributes: ['g', 'h'],
    subjects: new Map([
      ['p', ['a x b', 'c']],
      ['q', ['a', 'b x c']],
      ['r', ['a / b', 'c']],
    ]),
  };
  expect(groupOf(crossed, 'p', ['g', 'h'])).toBe('"a x b" x c');
  expect(groupOf(crossed, 'q', ['g', 'h'])).toBe('a x "b x c"');
  expect(groupOf(crossed, 'r', ['g'])).toBe('"a / b"');
});

it('keeps the names of attributes apart from what other rows are about', () => {
  expect(headingOf(['gender', 'ethnicity'])).toBe('gender x ethnicity');
  expect(headingOf(['all'])).toBe('"all"');
  expect(headingOf(['held-out'])).toBe('"held-out"');
});
