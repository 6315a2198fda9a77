import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../files/errors.js';
import { parseTable } from './comparison-table.js';

/** What became of one sample of a task under one system. */
export interface SampleOutcome {
  readonly sample: string;
  readonly subject: string;
  /** Faces that gave a template. */
  readonly faces: number;
  /** Why there is no template; empty when there is one. */
  readonly failure: string;
}

const COLUMNS = ['sample', 'subject', 'faces', 'failure'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** The table as CSV. */
export function formatSamples(samples: readonly SampleOutcome[]): string {
  const rows = samples.map(({ sample, subject, faces, failure }) => [sample, subject, String(faces), failure]);
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such a table back. Throws with the file's name and line for whatever is not one. */
export function parseSamples(text: string, name: string): SampleOutcome[] {
  return parseTable<Row>(text, name, COLUMNS).map(({ sample, subject, faces, failure }, index) => {
    if (!/^\d+$/.test(faces) || (faces === '0') !== (failure !== '')) {
      throw new FalsematchError(
        `${name}, line ${index + 2}: a sample has either faces or a failure; the file was edited or damaged.`,
      );
    }
    return { sample, subject, faces: Number(faces), failure };
  });
}
