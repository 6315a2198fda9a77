import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { PairSums } from '../../../src/metrics/all-pairs/pair-sums.js';
import {
  type FalseMatchTable,
  formatFalseMatches,
  formatFalseMatchesBySubject,
  parseFalseMatches,
} from '../../../src/results/all-pairs/false-match-table.js';
import { type NamedGroups, namedGroups } from '../../../src/results/subject-groups.js';
import type { SubjectTable } from '../../../src/results/subject-table.js';
import { cellText, counted, float32 } from '../../support/table-cells.js';

const sums: fc.Arbitrary<PairSums> = fc
  .tuple(counted, counted, counted, counted, counted, counted)
  .map(([ee, counted, excluded, disjoint, others, othersExcluded]) => ({
    ee,
    en: { counted, excluded },
    disjoint,
    disjointOthers: { counted: others, excluded: othersExcluded },
  }));
const column = (length: number) =>
  fc.array(counted, { minLength: length, maxLength: length }).map((values) => Int32Array.from(values));

/** What a table of subjects gives; none, one attribute, or an attribute and a cross. */
const people = fc.uniqueArray(cellText, { minLength: 1, maxLength: 5 }).chain((subjects) =>
  fc.record({
    subjects: fc.constant(subjects),
    groups: fc.constantFrom<string[][]>([], [['gender']], [['gender'], ['gender', 'age']]),
    values: fc.array(fc.tuple(fc.constantFrom('f', 'm', 'unknown', 'a / b'), fc.constantFrom('old', 'young')), {
      minLength: subjects.length,
      maxLength: subjects.length,
    }),
  }),
);

const tables = people.chain(({ subjects, groups, values }) => {
  const table: SubjectTable = {
    attributes: ['gender', 'age'],
    subjects: new Map(subjects.map((subject, s) => [subject, values[s] ?? []])),
  };
  const groupsOf = (labels: readonly string[]) => groups.map((names) => namedGroups(labels, table, names));
  const named = groupsOf(subjects);
  const byGroup = (threshold: number, { groups: own }: NamedGroups) =>
    fc.record({
      threshold: fc.constant(threshold),
      bySubject: column(subjects.length * own.length),
      cells: fc.tuple(...own.map((_, g) => fc.array(sums, { minLength: own.length - g, maxLength: own.length - g }))),
    });
  const at = (threshold: number) =>
    fc.record({
      counts: fc
        .tuple(counted, fc.option(float32), counted, column(subjects.length), sums)
        .map(([falseMatches, rejected, atRejected, bySubject, all]) => ({
          threshold,
          falseMatches,
          rejected,
          atRejected,
          bySubject,
          ...all,
        })),
      groups: fc.tuple(...named.map((one) => byGroup(threshold, one))),
    });
  return fc.uniqueArray(float32, { maxLength: 3 }).chain((thresholds) =>
    fc.record({
      groupsOf: fc.constant(groupsOf),
      table: fc.record<FalseMatchTable>({
        subjects: fc.constant(subjects),
        groups: fc.constant(named),
        thresholds: fc.tuple(...thresholds.map(at)),
      }),
    }),
  );
});

const parse = (sumsText: string, bySubject: string, groupsOf: Parameters<typeof parseFalseMatches>[2] = () => []) =>
  parseFalseMatches({ text: sumsText, name: 'sums.csv' }, { text: bySubject, name: 'by-subject.csv' }, groupsOf);

it('comes back as it was, with groups or without', () => {
  fc.assert(
    fc.property(tables, ({ table, groupsOf }) => {
      expect(parse(formatFalseMatches(table), formatFalseMatchesBySubject(table), groupsOf)).toEqual(table);
    }),
    { numRuns: 200 },
  );
});

const HEAD =
  'threshold,groups,between,false_matches,rejected,at_rejected,ee,en_counted,en_excluded,disjoint,disjoint_others_counted,disjoint_others_excluded\n';
const WHOLE = '0.5,,,1,0.25,3,1,4,4,1,5,5\n';
const GENDER = (labels: readonly string[]) =>
  [['gender']].map((names) =>
    namedGroups(labels, { attributes: ['gender'], subjects: new Map(labels.map((label) => [label, ['f']])) }, names),
  );

it('is written as a line for everybody and one for each two groups, and a column for each threshold and group', () => {
  const text = `${HEAD}${WHOLE}0.5,gender,f,,,,1,4,4,1,5,5\n`;
  const bySubject = 'subject,0.5,0.5 gender: f\np,1,1\nq,1,1\n';
  const table = parse(text, bySubject, GENDER);
  expect(table.thresholds[0]).toMatchObject({
    counts: { falseMatches: 1, atRejected: 3 },
    groups: [{ threshold: 0.5 }],
  });
  expect([formatFalseMatches(table), formatFalseMatchesBySubject(table)]).toEqual([text, bySubject]);
});

it.each([
  ['threshold\n', 'subject\n', 'sums.csv must have the columns threshold, groups, between, false_matches'],
  [`${HEAD}${WHOLE}`, 'subject\np\n', 'by-subject.csv must have the columns subject, 0.5, ... as sums.csv names'],
  [`${HEAD}${WHOLE}`, 'subject,0.6\np,1\n', 'it has subject, 0.6, ...'],
  [`${HEAD}${WHOLE}`, 'subject,0.5\np,1\nq,one\n', 'by-subject.csv, line 3: "one" is not a count'],
  [`${HEAD}high,,,1,0.25,3,1,4,4,1,5,5\n`, 'subject,high\np,1\n', 'sums.csv, line 2: "high" is not a score'],
  [`${HEAD}0.5,,,1,0.25,3,-1,4,4,1,5,5\n`, 'subject,0.5\np,1\n', 'sums.csv, line 2: "-1" is not a count'],
  [`${HEAD}0.5,,,,0.25,3,1,4,4,1,5,5\n`, 'subject,0.5\np,1\n', 'sums.csv, line 2: "" is not a count'],
  [
    `${HEAD}${WHOLE}0.5,gender,f,,,,1,4,4,1,5,5\n`,
    'subject,0.5\np,1\n',
    'sums.csv, line 3: expected the end of the table',
  ],
])('refuses the sums %j with the counts %j', (text, bySubject, message) => {
  expect(() => parse(text, bySubject)).toThrow(message);
});

it.each([
  [`${HEAD}${WHOLE}`, 'sums.csv, line 3: expected the sums of gender: f'],
  [`${HEAD}${WHOLE}0.5,gender,m,,,,1,4,4,1,5,5\n`, 'sums.csv, line 3: expected the sums of gender: f'],
  [`${HEAD}0.5,gender,f,,,,1,4,4,1,5,5\n${WHOLE}`, 'sums.csv, line 2: expected the sums of everybody'],
])('refuses groups that are missing, others, or before everybody: %j', (text, message) => {
  expect(() => parse(text, 'subject,0.5,0.5 gender: f\np,1,1\n', GENDER)).toThrow(message);
});
