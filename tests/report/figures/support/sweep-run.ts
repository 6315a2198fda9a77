import type { RunTables, TaskTables } from '../../../../src/results/run-tables.js';
import { peopleTables, peopleTask } from '../../../support/people.js';
import { type MadeUpRun, runOf } from '../../../support/run.js';
import { type SeenTablesOptions, seenTables, seenTask } from '../../../support/seen-run.js';

/** Two systems on a list of pairs: as published, through "dim", and through JPEG of three qualities, the best one last. */
export function sweepRun(): MadeUpRun {
  const people = peopleTask();
  const systems = new Map(['good', 'bad'].map((name, k) => [name, peopleTables({ seed: k + 1, apart: 3 - k })]));
  const through = (options: SeenTablesOptions): TaskTables => ({
    conditionOf: 'people',
    systems: new Map([...systems].map(([name, own]) => [name, seenTables(own, options)])),
  });
  const swept = [10, 20, 40];
  const tables: RunTables = new Map([
    ['people', { systems }],
    ['people.dim', through({})],
    ...swept.map((quality) => [`people.jpeg-${quality}`, through({ seed: quality, quality: false })] as const),
  ]);
  const tasks = [
    people,
    seenTask(people, 'dim'),
    ...swept.map((value) => seenTask(people, `jpeg-${value}`, { sweep: { of: 'jpeg', value, unit: '%' } })),
  ];
  return runOf(tables, { tasks, systems: [...systems.keys()] });
}
