import { stringify } from 'csv-stringify/sync';
import { QUALITY_MEASURES, type QualityMeasure, type QualityMeasures } from '../../extraction/face-quality.js';
import { FalsematchError } from '../../files/errors.js';
import { parseTable } from '../comparison-table.js';

/** The quality of one sample of a task under one system: the measures of its face, or why there is no template. */
export type SampleQuality =
  | { readonly measures: QualityMeasures; readonly failure: '' }
  | { readonly measures: null; readonly failure: string };

const COLUMNS = [...QUALITY_MEASURES, 'failure'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** A share cannot be larger. */
const SHARES: readonly QualityMeasure[] = ['brightness', 'score'];

/**
 * The qualities as CSV, a line for each sample in the order of the task's list of samples, which holds their names.
 * Numbers are the shortest decimals that give the same number back.
 */
export function formatQuality(qualities: readonly SampleQuality[]): string {
  const rows = qualities.map(({ measures, failure }) => [
    ...QUALITY_MEASURES.map((measure) => (measures ? String(measures[measure]) : '')),
    failure,
  ]);
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads the qualities of `count` samples back. Throws with the file's name and line for whatever is not such a table. */
export function parseQuality(text: string, name: string, count: number): SampleQuality[] {
  const rows = parseTable<Row>(text, name, COLUMNS);
  if (rows.length !== count) {
    throw new FalsematchError(
      `${name} must have a line for each of the task's ${count} samples, found ${rows.length}; the file was edited or belongs to another run.`,
    );
  }
  return rows.map((row, index): SampleQuality => {
    const where = `${name}, line ${index + 2}`;
    const given = QUALITY_MEASURES.filter((measure) => row[measure] !== '').length;
    if (given !== (row.failure === '' ? QUALITY_MEASURES.length : 0)) {
      throw new FalsematchError(
        `${where}: a sample has either all of ${QUALITY_MEASURES.join(', ')} or a failure; the file was edited or damaged.`,
      );
    }
    if (row.failure !== '') return { measures: null, failure: row.failure };
    const { size, sharpness, brightness, score, norm } = row;
    return {
      measures: {
        size: measureOf('size', size, where),
        sharpness: measureOf('sharpness', sharpness, where),
        brightness: measureOf('brightness', brightness, where),
        score: measureOf('score', score, where),
        norm: measureOf('norm', norm, where),
      },
      failure: '',
    };
  });
}

function measureOf(measure: QualityMeasure, cell: string, where: string): number {
  const value = Number(cell);
  const most = SHARES.includes(measure) ? 1 : Number.MAX_VALUE;
  if (value >= 0 && value <= most && String(value) === cell) return value;
  const range = most === 1 ? 'from 0 to 1' : 'from 0';
  throw new FalsematchError(
    `${where}: "${cell}" is no ${measure}, which is a number ${range} in its shortest form; the file was edited or damaged.`,
  );
}
