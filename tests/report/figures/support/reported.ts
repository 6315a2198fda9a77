import type { Reported } from '../../../../src/report/section.js';
import type { MetricRow } from '../../../../src/results/metric-row.js';
import type { TaskRecord } from '../../../../src/results/run-record.js';
import { madeUpRun, signed, TASK } from '../../../support/run.js';

/** A task called "t". */
export const task = (change: Partial<TaskRecord> = {}): TaskRecord => {
  const { digest: _, pairs: __, pairsSha256: ___, comparisons: ____, ...base } = TASK;
  return signed({ ...base, id: 't', title: 'A task', at: ['1e-2', '1e-3'], ...change });
};

const base = madeUpRun();

/** What is reported of these tasks under systems "m" and "n": just these rows. */
export function reported(tasks: readonly TaskRecord[], rows: readonly MetricRow[], readsPlates = false): Reported {
  const [system] = base.record.systems;
  if (!system || !('model' in system)) throw new RangeError('no system');
  const { model, policy: _, flipSum: __, detector, ...shared } = system;
  if (!detector) throw new Error('the made-up system has a detector');
  const reader = { name: 'r', sha256: model.sha256, licence: 'MIT', input: [128, 64] as [number, number] };
  const margin = { x: 0, y: 0 };
  const systems = ['m', 'n'].map((name) =>
    readsPlates ? { ...shared, detector, name, reader, margin, labelMargin: margin } : { ...system, name },
  );
  return { ...base, record: { ...base.record, systems, tasks: [...tasks] }, rows: [...rows], tables: new Map() };
}
