import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summaryLines } from '../../src/report/summary.js';
import type { Run } from '../../src/results/run-files.js';
import { madeUpRun } from '../support/run.js';
import { tooLong } from './too-long.js';

const RUN = madeUpRun();
const CONDITION = {
  title: 'Night',
  side: 'probe' as const,
  of: 'view',
  thresholdsFrom: 'view',
  steps: [{ step: 'night' }],
  does: ['it is night'],
};

interface Names {
  readonly model: string;
  readonly task: string;
  readonly dataset: string;
  readonly suite: string;
  readonly condition: string;
  readonly reason: string;
}

/** The made-up run under other names, with a task through a condition. */
function renamed(run: Run, names: Names): Run {
  const [task] = run.record.tasks;
  if (!task) throw new Error('the made-up run has a task');
  const as = { ...task, title: names.task, dataset: names.dataset, caveat: `${names.task} ${names.reason}` };
  const seen = { ...as, id: 'seen', condition: { ...CONDITION, name: names.condition } };
  const rows = run.rows.map((row) => ({ ...row, model: names.model }));
  return {
    ...run,
    record: {
      ...run.record,
      suite: { ...run.record.suite, title: names.suite },
      systems: run.record.systems.map((system) => ({ ...system, name: names.model })),
      tasks: [as, seen],
      notMeasured: [{ what: names.model, reason: names.reason }],
    },
    rows: [...rows, ...rows.map((row) => ({ ...row, task: 'seen', condition: names.condition }))],
  };
}

const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
  fc.lorem({ maxCount: 40 }),
  fc.integer({ min: 1, max: 10_000 }).map((length) => 'n'.repeat(length)),
);
const names = fc.record({ model: name, task: name, dataset: name, suite: name, condition: name, reason: name });

describe('the summary', () => {
  it('has no line longer than 80 unless it is a single word, whatever the names', () => {
    fc.assert(
      fc.property(names, (one) => {
        const lines = summaryLines(renamed(RUN, one));
        expect(lines.filter(tooLong)).toEqual([]);
        expect(lines.filter((line) => line.length > 160)).toEqual([]);
        expect(lines.join('')).not.toMatch(/\p{Cc}/u);
      }),
      { numRuns: 60 },
    );
  });

  it('cuts names of 10,000 characters in the middle, and keeps the figures with intervals', () => {
    const long = `begin${'n'.repeat(10_000)}end`;
    const all = { model: long, task: long, dataset: long, suite: long, condition: long, reason: long };
    const lines = summaryLines(renamed(RUN, all));
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(lines.join('\n')).toMatch(/^beginn{25,}…n+end$/m);
    expect(lines.join('\n')).toContain('10% [0, 91.9] 2 of 20 *');
    // The figure through the condition stands below the condition's name, which leaves it no room.
    expect(lines.join('\n')).toMatch(/…n+end\n {8}10% \[2\.79, 30\.1\]/);
  });

  it('is what it was where everything fits', () => {
    expect(summaryLines(RUN)).toContain('  no template (FTE)           1.67% [0.295, 8.86] 1 of 60');
  });
});
