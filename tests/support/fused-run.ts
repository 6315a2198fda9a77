import type { LeftOut } from '../../src/results/left-out-table.js';
import type { TaskRecord } from '../../src/results/run-record.js';
import type { TaskTables } from '../../src/results/run-tables.js';
import { type MadeUpRun, madeUpTables, runOf, signed, TASK } from './run.js';

/** How many pictures make each of the made-up templates. */
export const PICTURES_EACH = 3;

const { digest: _, ...UNSIGNED } = TASK;
const SAMPLES = madeUpTables().samples;

/** The made-up comparisons, of templates of three pictures each. */
export const FUSED_TASK: TaskRecord = signed({
  ...UNSIGNED,
  fusion: {
    templates: SAMPLES.length,
    media: SAMPLES.length,
    samples: PICTURES_EACH * SAMPLES.length,
    weight: 'plain',
  },
});

/** The template that failed has lost all of its pictures, two others lost one: five of all. */
export const LEFT_OUT: readonly LeftOut[] = [
  ...['a', 'b', 'c'].map((name) => ({ template: 's4/2.jpg', picture: `s4/2/${name}.jpg`, failure: 'no-face' })),
  { template: 's0/1.jpg', picture: 's0/1/b.jpg', failure: 'no-face' },
  { template: 's8/1.jpg', picture: 's8/1/c.jpg', failure: 'missing' },
];

export function fusedTables(leftOut = LEFT_OUT): TaskTables {
  const templates = SAMPLES.map(({ sample, subject }) => ({ template: sample, subject, pictures: PICTURES_EACH }));
  return { systems: new Map([['made-model', { ...madeUpTables(), leftOut }]]), templates };
}

/** A whole run of them. */
export function fusedRun(tables: TaskTables = fusedTables(), task: TaskRecord = FUSED_TASK): MadeUpRun {
  return runOf(new Map([[task.id, tables]]), { tasks: [task], systems: ['made-model'] });
}
