import { parse } from 'csv-parse/sync';
import { FalsematchError, messageOf } from '../../files/errors.js';
import { normaliseText } from '../../plates/normalise.js';

/** A plate that somebody wrote down, and how often it passes: once where nothing is said. */
export interface ListedPlate {
  readonly text: string;
  readonly count: number;
}

/** No plate of any country has more letters and digits. */
const LONGEST = 12;
const WRITTEN = /^[\p{L}\p{M}\p{Nd} .·•:'’–-]+$/u;

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads plates that the user wrote down: one a line, or a CSV (commas or semicolons) whose header has the column `text`
 * and may have `count`; other columns are left unread. A byte order mark, empty lines and what follows a # are passed
 * over. Throws with the file's name and line for a line that is no plate or no number of times, and for a file without a plate.
 */
export function parsePlateList(text: string, name: string): ListedPlate[] {
  const [first, ...rest] = readLines(text, name);
  if (!first) throw new FalsematchError(`${name} holds no plate; write one a line.`);
  const [textAt, countAt] = [first.record.indexOf('text'), first.record.indexOf('count')];
  const isTable = textAt >= 0;
  const lines = isTable ? rest : [first, ...rest];
  if (lines.length === 0) throw new FalsematchError(`${name} holds no plate below its header; write one a line.`);
  return lines.map(({ record, info }) => {
    const where = `${name}, line ${info.lines}`;
    if (record.length !== (isTable ? first.record.length : 1)) throw wrongCells(where, record, isTable && first.record);
    const plate = record[isTable ? textAt : 0] ?? '';
    const { length } = normaliseText(plate, 'strict');
    if (length === 0) {
      throw new FalsematchError(`${where}: a plate needs a letter or a digit, found "${plate}"; leave the line out.`);
    }
    if (length > LONGEST || !WRITTEN.test(plate)) {
      throw new FalsematchError(
        `${where}: a plate is at most ${LONGEST} letters and digits, with spaces, hyphens and dots between them, found ${JSON.stringify(plate)}; correct it, or part columns by commas below a header with the column text.`,
      );
    }
    return { text: plate, count: isTable && countAt >= 0 ? readTimes(record[countAt] ?? '', where) : 1 };
  });
}

function readLines(text: string, name: string): Line[] {
  const lines = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  try {
    return parse(lines, {
      info: true,
      comment: '#',
      delimiter: [',', ';'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as Line[];
  } catch (cause) {
    throw new FalsematchError(`${name} is no list of plates (${messageOf(cause)}).`, { cause });
  }
}

function wrongCells(where: string, record: readonly string[], header: readonly string[] | false): FalsematchError {
  const expected = header
    ? `a line has ${header.length} cells as the header has`
    : 'a line is one plate unless a header names the column text';
  return new FalsematchError(`${where}: ${expected}, found ${record.length}: "${record.join(', ')}"; correct it.`);
}

function readTimes(cell: string, where: string): number {
  const times = cell === '' ? Number.NaN : Number(cell);
  if (times > 0 && Number.isFinite(times)) return times;
  throw new FalsematchError(
    `${where}: count must be a number above 0, found "${cell}"; leave out a plate that does not pass.`,
  );
}
