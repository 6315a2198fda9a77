import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../../files/errors.js';
import { formatFloat32 } from '../../statistics/float32.js';
import { countCell, float32Cell } from '../cells.js';
import { parseTable } from '../comparison-table.js';

/** What the comparison of all samples of a split with each other gave at one threshold. */
export interface SplitThreshold {
  readonly threshold: number;
  readonly falseMatches: number;
  /** The highest score that does not match, and how many non-mated scores are that high or higher. */
  readonly rejected: number;
  readonly atRejected: number;
  /** How many of the false matches share no subject, up to five. */
  readonly disjoint: number;
  /** By subject: its mated comparisons with a score below the threshold; subjects without one are not there. */
  readonly misses: ReadonlyMap<string, number>;
}

const ACCEPTED = ['list', 'threshold', 'false_matches', 'rejected', 'at_rejected', 'disjoint'] as const;
const MISSES = ['list', 'threshold', 'subject', 'misses'] as const;
type AcceptedRow = Record<(typeof ACCEPTED)[number], string>;
type MissRow = Record<(typeof MISSES)[number], string>;

/** The false matches of every list at its thresholds as CSV. */
export function formatAccepted(lists: readonly (readonly SplitThreshold[])[], names: readonly string[]): string {
  const rows = lists.flatMap((thresholds, list) =>
    thresholds.map(({ threshold, falseMatches, rejected, atRejected, disjoint }) => [
      names[list],
      formatFloat32(threshold),
      falseMatches,
      formatFloat32(rejected),
      atRejected,
      disjoint,
    ]),
  );
  return stringify(rows, { header: true, columns: [...ACCEPTED], record_delimiter: '\n' });
}

/** The misses of every list at its thresholds as CSV, by subject. */
export function formatMisses(lists: readonly (readonly SplitThreshold[])[], names: readonly string[]): string {
  const rows = lists.flatMap((thresholds, list) =>
    thresholds.flatMap(({ threshold, misses }) =>
      [...misses].map(([subject, count]) => [names[list], formatFloat32(threshold), subject, count]),
    ),
  );
  return stringify(rows, { header: true, columns: [...MISSES], record_delimiter: '\n' });
}

interface NamedText {
  readonly text: string;
  readonly name: string;
}

/** Reads both back, in the order of the lists. Throws with the file's name and line for whatever is not one. */
export function parseSplitThresholds(
  accepted: NamedText,
  misses: NamedText,
  names: readonly string[],
): SplitThreshold[][] {
  const missed = new Map<string, Map<string, number>>();
  const byList = new Map(names.map((name) => [name, [] as SplitThreshold[]]));
  for (const [index, row] of parseTable<AcceptedRow>(accepted.text, accepted.name, ACCEPTED).entries()) {
    const where = `${accepted.name}, line ${index + 2}`;
    const thresholds = byList.get(row.list);
    if (!thresholds) throw new FalsematchError(`${where}: there is no list "${row.list}".`);
    const own = new Map<string, number>();
    missed.set(keyOf(row), own);
    thresholds.push({
      threshold: float32Cell(row.threshold, where),
      falseMatches: countCell(row.false_matches, where),
      rejected: float32Cell(row.rejected, where),
      atRejected: countCell(row.at_rejected, where),
      disjoint: countCell(row.disjoint, where),
      misses: own,
    });
  }
  for (const [index, row] of parseTable<MissRow>(misses.text, misses.name, MISSES).entries()) {
    const where = `${misses.name}, line ${index + 2}`;
    const own = missed.get(keyOf(row));
    if (!own) {
      throw new FalsematchError(`${where}: ${accepted.name} has no threshold ${row.threshold} of "${row.list}".`);
    }
    if (own.has(row.subject)) throw new FalsematchError(`${where}: the subject "${row.subject}" stands there twice.`);
    own.set(row.subject, countCell(row.misses, where));
  }
  return [...byList.values()];
}

function keyOf({ list, threshold }: Pick<AcceptedRow, 'list' | 'threshold'>): string {
  return JSON.stringify([list, threshold]);
}
