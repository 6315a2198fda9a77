import { comparedRuns } from '../../../src/report/compare/compared-runs.js';
import { pairedRows } from '../../../src/results/compare-paired.js';
import type { RunRecord } from '../../../src/results/run-record.js';
import { peopleRun, peopleTables, peopleTask } from '../../support/people.js';
import { asRead, type MadeUpRun, runOf } from '../../support/run.js';

/** Of a hostile mind. */
export const EVIL = '<script>alert(1)</script>|"onload=\' & \u0007';

type Change = (record: RunRecord) => RunRecord;

const runWith = (system: string, change: Change = (record) => record, task = peopleTask()) =>
  asReadOf(
    runOf(new Map([[task.id, { systems: new Map([[system, peopleTables({ seed: 5, apart: 1.5 })]]) }]]), {
      tasks: [task],
      systems: [system],
      change,
    }),
  );

function asReadOf(run: MadeUpRun) {
  return { ...run, ...asRead(run), files: run.files };
}

/** The systems "good" and "bad". */
export const first = asReadOf(peopleRun());

/** The system "good", which does worse; "bad" could not be had. */
export const later = runWith('good', (record) => ({
  ...record,
  suite: { ...record.suite, title: 'Later' },
  notMeasured: [{ what: 'bad', reason: 'It has no address.' }],
}));

/** Another system on the same list. */
export const alone = runWith('third');

/** The same with names of a hostile mind. */
export const hostile = runWith('good', (record) => ({
  ...record,
  suite: { ...record.suite, title: EVIL },
  notMeasured: [{ what: 'bad', reason: EVIL }],
}));

/** A run of another task. */
export const other = runWith('good', undefined, peopleTask({ id: 'elsewhere' }));

export const BESIDE = comparedRuns(first, later, pairedRows(first, later));
