import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../files/errors.js';
import { parseTable } from './comparison-table.js';
import type { SampleOutcome } from './sample-table.js';

/** A sample that takes part in a task, whatever the system. */
export interface TaskSample {
  readonly sample: string;
  readonly subject: string;
}

const SAMPLES = ['sample', 'subject'] as const;
const FAILURES = ['sample', 'failure'] as const;

/** The samples of a task as CSV. */
export function formatTaskSamples(samples: readonly TaskSample[]): string {
  const rows = samples.map(({ sample, subject }) => [sample, subject]);
  return stringify(rows, { header: true, columns: [...SAMPLES], record_delimiter: '\n' });
}

/** Reads the samples of a task back. Throws with the file's name for whatever is not such a table. */
export function parseTaskSamples(text: string, name: string): TaskSample[] {
  return parseTable<TaskSample>(text, name, SAMPLES).map(({ sample, subject }) => ({ sample, subject }));
}

/** The samples that gave no template as CSV, and why; all others of the task gave one. */
export function formatFailures(samples: readonly SampleOutcome[]): string {
  const rows = samples.flatMap(({ sample, failure }) => (failure === '' ? [] : [[sample, failure]]));
  return stringify(rows, { header: true, columns: [...FAILURES], record_delimiter: '\n' });
}

/** Reads such a table back, as what became of every sample of the task. Throws with the file's name and line. */
export function parseFailures(text: string, name: string, samples: readonly TaskSample[]): SampleOutcome[] {
  const rows = parseTable<Record<(typeof FAILURES)[number], string>>(text, name, FAILURES);
  const failures = new Map(rows.map(({ sample, failure }) => [sample, failure]));
  const known = new Set(samples.map(({ sample }) => sample));
  const seen = new Set<string>();
  for (const [index, { sample, failure }] of rows.entries()) {
    if (!known.has(sample) || failure === '' || seen.has(sample)) {
      throw new FalsematchError(
        `${name}, line ${index + 2}: a failure names a sample of the task, once, and says why; the file was edited or damaged.`,
      );
    }
    seen.add(sample);
  }
  return samples.map(({ sample, subject }) => {
    const failure = failures.get(sample) ?? '';
    return { sample, subject, faces: failure === '' ? 1 : 0, failure };
  });
}
