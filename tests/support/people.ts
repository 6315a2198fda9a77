import type { Comparison } from '../../src/results/comparison-table.js';
import type { TaskRecord } from '../../src/results/run-record.js';
import type { RunTables, SystemTables, TaskTables } from '../../src/results/run-tables.js';
import type { SubjectTable } from '../../src/results/subject-table.js';
import { gaussian } from './gaussian.js';
import { type MadeUpRun, type RunParts, runOf, signed } from './run.js';

/** How many subjects there are; each has three samples, so three mated comparisons. */
export const PEOPLE = 24;

/** 72 mated and 276 non-mated comparisons: everybody with everybody. */
export const PEOPLE_COMPARISONS = 3 * PEOPLE + (PEOPLE * (PEOPLE - 1)) / 2;

/** "p01" */
export const person = (index: number, prefix = 'p') => `${prefix}${String(index + 1).padStart(2, '0')}`;

/**
 * The tables of one system: Gaussian scores, mated ones higher by `apart`; in five folds; a picture of the seventh
 * person has no face. The same seed gives the same scores.
 */
export function peopleTables({ seed = 1, apart = 3, prefix = 'p' } = {}): SystemTables {
  const normal = gaussian(seed);
  const sample = (index: number, number: number) => `${person(index, prefix)}/${number}.jpg`;
  const broken = sample(6, 3);
  const comparisons: Comparison[] = [];
  const add = (p: number, i: number, q: number, j: number) => {
    const [a, b, mated] = [sample(p, i), sample(q, j), p === q];
    const score = Math.fround(0.1 * normal() + (mated ? 0.1 * apart : 0));
    const subjects = { subjectA: person(p, prefix), subjectB: person(q, prefix) };
    const fold = comparisons.length % 5;
    const failed = [a, b].indexOf(broken);
    const failure = failed < 0 ? '' : `${'ab'[failed]}:no-face`;
    comparisons.push({ a, b, ...subjects, mated, fold, ...(failure ? {} : { score }), failure });
  };
  for (let p = 0; p < PEOPLE; p += 1) {
    add(p, 1, p, 2);
    add(p, 1, p, 3);
    add(p, 2, p, 3);
    for (let q = p + 1; q < PEOPLE; q += 1) add(p, 1, q, 1);
  }
  const names = [...new Set(comparisons.flatMap(({ a, b }) => [a, b]))].sort();
  const samples = names.map((name) => ({
    sample: name,
    subject: name.slice(0, name.indexOf('/')),
    faces: name === broken ? 0 : 1,
    failure: name === broken ? 'no-face' : '',
  }));
  return { comparisons, samples };
}

/** Twelve women and twelve men; the first four are black, of the last nobody says it, the others are white. */
export function peopleAttributes(prefix = 'p'): SubjectTable {
  const ethnicity = (index: number) => (index < 4 ? 'black' : index === PEOPLE - 1 ? 'unknown' : 'white');
  return {
    attributes: ['gender', 'ethnicity'],
    subjects: new Map(
      Array.from({ length: PEOPLE }, (_, i) => [person(i, prefix), [i % 2 === 0 ? 'female' : 'male', ethnicity(i)]]),
    ),
  };
}

/** A task on these people. */
export const peopleTask = (change: Partial<Omit<TaskRecord, 'digest'>> = {}): TaskRecord =>
  signed({
    id: 'people',
    title: 'Made-up people',
    protocol: 'pairs',
    dataset: 'made-up',
    at: ['1e-1'],
    level: 0.95,
    pairs: 'made-up/people.csv',
    comparisons: PEOPLE_COMPARISONS,
    ...change,
  });

/** A run of the systems "good" and "bad" on these people. */
export function peopleRun({
  task = {},
  tables = {},
  ...parts
}: Partial<RunParts> & {
  readonly task?: Parameters<typeof peopleTask>[0];
  readonly tables?: Partial<TaskTables>;
} = {}): MadeUpRun {
  const systems = new Map([
    ['good', peopleTables()],
    ['bad', peopleTables({ seed: 2, apart: 2 })],
  ]);
  const all: RunTables = new Map([['people', { systems, ...tables }]]);
  return runOf(all, { tasks: [peopleTask(task)], systems: [...systems.keys()], ...parts });
}

/** What makes it a run by groups. */
export const GROUPED = {
  task: { groups: [['gender'], ['gender', 'ethnicity']] },
  tables: { subjects: peopleAttributes() },
};
