import { parse } from 'csv-parse/sync';
import { FalsematchError, messageOf } from '../../files/errors.js';
import type { Comparison } from '../comparison-table.js';
import { checkScoreTable } from './check-score-table.js';
import { readFold, readMated, readScore } from './read-cells.js';

/** Comparisons that somebody else's system made. */
export interface ScoreTable {
  /** What the table is called in figures and errors, such as its file's name. */
  readonly name: string;
  /** Names of subjects and samples are empty where the table does not say them. */
  readonly comparisons: readonly Comparison[];
  /** How many scores that differ in the file have become equal to another one, being rounded to float32. */
  readonly roundedTogether: number;
}

const COLUMNS = ['a', 'b', 'subject_a', 'subject_b', 'mated', 'fold', 'score', 'failure'] as const;
type Column = (typeof COLUMNS)[number];

/**
 * Reads a CSV of scores with a header, its columns in any order: `mated` (1, 0, true, false) and `score` (higher: more
 * alike; rounded to float32); and where they are known `subject_a` and `subject_b`, `a` and `b` (the samples), `fold`, and
 * `failure` (not empty: there is no score, and the comparison counts as failed). The table of a run directory is one.
 * Throws with the line of whatever is wrong.
 */
export function parseScoreTable(text: string, name: string): ScoreTable {
  const comparisons: Comparison[] = [];
  const lines: number[] = [];
  const written: number[] = [];
  let columns: Map<Column, number> | undefined;
  const onRecord = (cells: string[], { lines: line }: { lines: number }): null => {
    if (!columns) columns = readHeader(cells, name);
    else {
      const { comparison, score } = readComparison(cells, columns, `${name}, line ${line}`);
      comparisons.push(comparison);
      lines.push(line);
      if (score !== undefined) written.push(score);
    }
    return null;
  };
  try {
    parse(text, { bom: true, skip_empty_lines: true, record_delimiter: ['\r\n', '\n', '\r'], on_record: onRecord });
  } catch (cause) {
    if (cause instanceof FalsematchError) throw cause;
    throw new FalsematchError(`${name} is not a CSV table (${messageOf(cause)}).`, { cause });
  }
  if (comparisons.length === 0) {
    throw new FalsematchError(
      `${name} holds no comparison; write a header such as "mated,score" and one comparison a line below it.`,
    );
  }
  checkScoreTable(comparisons, lines, name);
  return { name, comparisons, roundedTogether: roundedTogether(written) };
}

function readHeader(cells: readonly string[], name: string): Map<Column, number> {
  const header = cells.map((cell) => cell.trim());
  const quoted = (names: readonly string[]) => names.map((column) => `"${column}"`).join(', ');
  const unknown = header.filter((column) => !COLUMNS.includes(column as Column));
  if (unknown.length > 0) {
    throw new FalsematchError(
      `${name} has ${unknown.length === 1 ? 'a column' : 'columns'} that nothing is known of, ${quoted(unknown)}; known are ${COLUMNS.join(', ')}: rename or remove the others.`,
    );
  }
  const twice = header.find((column, at) => header.indexOf(column) !== at);
  if (twice !== undefined) throw new FalsematchError(`${name} has two columns "${twice}"; rename or remove one.`);
  const missing = ['mated', 'score'].filter((column) => !header.includes(column));
  if (missing.length > 0) {
    throw new FalsematchError(`${name} needs the columns "mated" and "score"; it lacks ${quoted(missing)}.`);
  }
  for (const [one, other] of [
    ['a', 'b'],
    ['subject_a', 'subject_b'],
  ] as const) {
    if (header.includes(one) === header.includes(other)) continue;
    throw new FalsematchError(`${name} has only one of the columns "${one}" and "${other}"; give both or neither.`);
  }
  return new Map(header.map((column, at) => [column as Column, at]));
}

function readComparison(cells: readonly string[], columns: ReadonlyMap<Column, number>, where: string) {
  const cell = (column: Column) => cells[columns.get(column) ?? -1]?.trim() ?? '';
  const failure = cell('failure');
  const score = readScore(cell('score'), failure, where);
  const fold = readFold(cell('fold'), where);
  const comparison: Comparison = {
    a: cell('a'),
    b: cell('b'),
    subjectA: cell('subject_a'),
    subjectB: cell('subject_b'),
    mated: readMated(cell('mated'), where),
    ...(fold === undefined ? {} : { fold }),
    ...(score === undefined ? {} : { score: Math.fround(score) }),
    failure,
  };
  return { comparison, score };
}

function roundedTogether(written: readonly number[]): number {
  const sorted = Float64Array.from(written).sort();
  let together = 0;
  for (let k = 1; k < sorted.length; k += 1) {
    const [before = 0, here = 0] = [sorted[k - 1], sorted[k]];
    if (before !== here && Math.fround(before) === Math.fround(here)) together += 1;
  }
  return together;
}
