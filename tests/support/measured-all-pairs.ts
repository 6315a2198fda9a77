import { prepareAllPairs } from '../../src/benchmark/protocols/all-pairs.js';
import type { TaskRecord } from '../../src/results/run-record.js';
import type { SystemTables, TaskTables } from '../../src/results/run-tables.js';
import { extractionsOf, madeUpDataset, peopleSamples, SAMPLES_OF, unitTemplatesOf } from './made-up-dataset.js';
import { type MadeUpRun, runOf, signed } from './run.js';

const PEOPLE = peopleSamples([...SAMPLES_OF, ...SAMPLES_OF]);

/** A run of all pairs of twenty-four people by groups, with failures; its tail keeps so many comparisons. */
export async function allPairsRun({
  kept = Number.POSITIVE_INFINITY,
  failing = ['p02/1.jpg', 'p12/3.jpg'],
  at = ['1e-1', '2e-2'],
} = {}): Promise<{ run: MadeUpRun; task: TaskRecord; own: SystemTables }> {
  const prepared = prepareAllPairs(madeUpDataset('made-up', PEOPLE), { at, groups: [['gender']] });
  const extractions = extractionsOf(prepared.samples, unitTemplatesOf(PEOPLE), failing);
  const own = cut(await prepared.measure(extractions, { workers: 1 }), kept);
  const task = signed({
    id: 'all',
    title: 'Everybody with everybody',
    protocol: 'all-pairs',
    dataset: 'made-up',
    at,
    level: 0.95,
    ...prepared.record,
  });
  const tables: TaskTables = { ...prepared.tables, systems: new Map([['model', own]]) };
  return { run: runOf(new Map([['all', tables]]), { tasks: [task], systems: ['model'] }), task, own };
}

/** Shortens the tail, as it is of a run with many more comparisons. */
function cut(own: SystemTables, kept: number): SystemTables {
  if (!own.allPairs) throw new Error('there are no tables of all pairs');
  const { scores, first, second } = own.allPairs.tail;
  const tail = { scores: scores.slice(0, kept), first: first.slice(0, kept), second: second.slice(0, kept) };
  return { ...own, allPairs: { ...own.allPairs, tail } };
}
