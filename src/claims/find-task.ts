import { FalsematchError, nearestName, unknownName } from '../files/errors.js';
import type { ReadRun } from '../results/read-run.js';
import type { TaskRecord } from '../results/run-record.js';
import type { ClaimTest } from './test-schema.js';

/** Where a test looks in a run. */
export interface TestedTask {
  readonly task: TaskRecord;
  /** The systems that answer, in the run's order. */
  readonly systems: readonly string[];
}

/** What a refusal needs to say: where the test stands, and how to get a run that answers it. */
export interface TestPlace {
  readonly place: string;
  /** "falsematch run belgrade"; absent: the claim file names no suite, or the run is already of it. */
  readonly advice: string | undefined;
}

/** The task and the systems of a run that a test is about. Throws one sentence for a run that has them not, or too many. */
export function findTask(test: ClaimTest, run: Pick<ReadRun, 'record' | 'tables'>, place: TestPlace): TestedTask {
  const { tasks } = run.record;
  const wanted = typeof test.data === 'string' ? [test.data] : test.data;
  const fits = tasks.filter(
    ({ id, protocol, dataset, condition }) =>
      protocol === test.protocol &&
      wanted.includes(dataset) &&
      condition?.name === test.condition &&
      (test.task === undefined || id === test.task),
  );
  const [task] = fits;
  if (!task) throw lacking(missingOf(test, wanted, tasks), place);
  if (fits.length > 1) {
    throw new FalsematchError(
      `${place.place}: several tasks of the run fit (${fits.map(({ id }) => id).join(', ')}); name one as "task".`,
    );
  }
  const systems = [...(run.tables.get(task.id)?.systems.keys() ?? [])];
  if (test.models === 'best' || test.models === 'every') {
    if (systems.length === 0) throw lacking(`no model was measured on its task ${task.id}`, place);
    return { task, systems };
  }
  if (!systems.includes(test.models)) {
    throw new FalsematchError(`${place.place}: ${unknownName('model of this run', test.models, systems).message}`);
  }
  return { task, systems: [test.models] };
}

/** The first thing that keeps every task of a run from being the one that is meant. */
function missingOf(test: ClaimTest, wanted: readonly string[], tasks: readonly TaskRecord[]): string {
  const onData = tasks.filter(({ dataset }) => wanted.includes(dataset));
  if (onData.length === 0) {
    return `it measures nothing on ${wanted.join(' or ')}${meant(
      wanted,
      tasks.map(({ dataset }) => dataset),
    )}`;
  }
  const inProtocol = onData.filter(({ protocol }) => protocol === test.protocol);
  const data = [...new Set(onData.map(({ dataset }) => dataset))].join(' or ');
  if (inProtocol.length === 0) return `it has no ${test.protocol} on ${data}`;
  const seen = inProtocol.filter(({ condition }) => condition?.name === test.condition);
  const through = test.condition === undefined ? 'of pictures as published' : `through the condition ${test.condition}`;
  if (seen.length === 0) {
    const near = meant(
      [test.condition ?? ''],
      inProtocol.flatMap(({ condition }) => (condition ? [condition.name] : [])),
    );
    return `it has no ${test.protocol} on ${data} ${through}${near}`;
  }
  return `it has no task ${test.task} with ${test.protocol} on ${data} ${through}${meant(
    [test.task ?? ''],
    seen.map(({ id }) => id),
  )}`;
}

/** What the run has that was most likely meant. */
function meant(asked: readonly string[], known: readonly string[]): string {
  const near = asked.flatMap((name) => (name === '' ? [] : (nearestName(name, known) ?? [])))[0];
  return near === undefined ? '' : ` (did you mean "${near}"?)`;
}

/** A run that does not answer, and what would. */
export function lacking(what: string, { place, advice }: TestPlace): FalsematchError {
  return new FalsematchError(
    `${place}: the run cannot answer this: ${what}; ${advice ? `measure it with: ${advice}` : 'check the names in the test, or run a suite that measures it'}.`,
  );
}
