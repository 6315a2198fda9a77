import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../../files/errors.js';
import type { FalseMatchCounts } from '../../metrics/all-pairs/false-matches.js';
import type { GroupFalseMatches } from '../../metrics/all-pairs/group-false-matches.js';
import type { PairSums } from '../../metrics/all-pairs/pair-sums.js';
import { formatFloat32 } from '../../statistics/float32.js';
import { countCell, float32Cell } from '../cells.js';
import { parseTable, readRows } from '../comparison-table.js';
import type { NamedGroups } from '../subject-groups.js';
import { BETWEEN } from '../subject-table.js';

/** Who matches falsely at one threshold. */
export interface FalseMatchesAt {
  readonly counts: FalseMatchCounts;
  /** The same by groups, in the order of the table's `groups`. */
  readonly groups: readonly GroupFalseMatches[];
}

/** Who matches falsely at the thresholds of all operating points. */
export interface FalseMatchTable {
  /** The labels of the subjects, by their numbers. */
  readonly subjects: readonly string[];
  readonly groups: readonly NamedGroups[];
  /** Lowest threshold first. */
  readonly thresholds: readonly FalseMatchesAt[];
}

const COLUMNS = [
  'threshold',
  'groups',
  'between',
  'false_matches',
  'rejected',
  'at_rejected',
  'ee',
  'en_counted',
  'en_excluded',
  'disjoint',
  'disjoint_others_counted',
  'disjoint_others_excluded',
] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** The sums at every threshold as CSV: all together, then each two groups. */
export function formatFalseMatches({ groups: named, thresholds }: FalseMatchTable): string {
  const rows = thresholds.flatMap(({ counts, groups }) => {
    const { threshold, falseMatches, rejected, atRejected } = counts;
    const at = formatFloat32(threshold);
    const whole = [falseMatches, rejected === null ? '' : formatFloat32(rejected), atRejected];
    return [
      [at, '', '', ...whole, ...sumCells(counts)],
      ...groups.flatMap(({ cells }, k) =>
        cellNames(named[k]).map(([g, h, between]) => {
          const sums = cells[g]?.[h - g];
          return [at, named[k]?.heading ?? '', between, '', '', '', ...(sums ? sumCells(sums) : [])];
        }),
      ),
    ];
  });
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

function sumCells({ ee, en, disjoint, disjointOthers }: PairSums): number[] {
  return [ee, en.counted, en.excluded, disjoint, disjointOthers.counted, disjointOthers.excluded];
}

/** Groups g <= h, and what the two are called together. */
function cellNames({ groups }: Pick<NamedGroups, 'groups'> = { groups: [] }): [number, number, string][] {
  return groups.flatMap((group, g) =>
    groups
      .slice(g)
      .map((other, i): [number, number, string] => [g, g + i, i === 0 ? group : `${group}${BETWEEN}${other}`]),
  );
}

/** The false matches of each subject as CSV: a column for each threshold, and one for each group that they are with. */
export function formatFalseMatchesBySubject({ subjects, groups, thresholds }: FalseMatchTable): string {
  const columns = thresholds.flatMap(({ counts, groups: byGroup }) => [
    counts.bySubject,
    ...byGroup.flatMap(({ bySubject }, k) => {
      const width = groups[k]?.groups.length ?? 0;
      return Array.from({ length: width }, (_, g) => subjects.map((__, s) => bySubject[s * width + g] ?? 0));
    }),
  ]);
  const rows = subjects.map((subject, s) => [subject, ...columns.map((column) => String(column[s]))]);
  const header = headerOf(
    thresholds.map(({ counts }) => counts.threshold),
    groups,
  );
  return stringify(rows, { header: true, columns: header, record_delimiter: '\n' });
}

function headerOf(thresholds: readonly number[], groups: readonly NamedGroups[]): string[] {
  return [
    'subject',
    ...thresholds.flatMap((threshold) => {
      const at = formatFloat32(threshold);
      return [at, ...groups.flatMap((named) => named.groups.map((group) => `${at} ${named.heading}: ${group}`))];
    }),
  ];
}

interface NamedText {
  readonly text: string;
  readonly name: string;
}

/** Reads both tables back; `groupsOf` says which groups the subjects make. Throws with the file's name and line. */
export function parseFalseMatches(
  sums: NamedText,
  bySubject: NamedText,
  groupsOf: (labels: readonly string[]) => readonly NamedGroups[],
): FalseMatchTable {
  const rows = parseTable<Row>(sums.text, sums.name, COLUMNS);
  const [header = [], ...lines] = readRows(bySubject.text, bySubject.name);
  const subjects = lines.map(([subject = '']) => subject);
  const groups = groupsOf(subjects);
  const wholes = rows.flatMap((row, index) => (row.groups === '' ? [{ row, index }] : []));
  const thresholds = wholes.map(({ row, index }) => float32Cell(row.threshold, `${sums.name}, line ${index + 2}`));
  const expected = headerOf(thresholds, groups);
  if (header.join('\n') !== expected.join('\n')) {
    throw new FalsematchError(
      `${bySubject.name} must have the columns ${expected.slice(0, 4).join(', ')}, ... as ${sums.name} names thresholds and groups; it has ${header.slice(0, 4).join(', ')}, ...`,
    );
  }
  const columns = expected.slice(1).map((_, c) => {
    const where = (line: number) => `${bySubject.name}, line ${line + 2}`;
    return Int32Array.from(lines, (cells, line) => countCell(cells[c + 1] ?? '', where(line)));
  });
  const reader = { rows: rows[Symbol.iterator](), name: sums.name, line: 1 };
  let column = 0;
  const perThreshold = thresholds.map((threshold): FalseMatchesAt => {
    const { row, where } = nextRow(reader, '', '');
    const counts: FalseMatchCounts = {
      threshold,
      falseMatches: countCell(row.false_matches, where),
      rejected: row.rejected === '' ? null : float32Cell(row.rejected, where),
      atRejected: countCell(row.at_rejected, where),
      bySubject: columns[column++] ?? new Int32Array(),
      ...parseSums(row, where),
    };
    const byGroup = groups.map((named): GroupFalseMatches => {
      const own = columns.slice(column, column + named.groups.length);
      column += named.groups.length;
      return {
        threshold,
        bySubject: Int32Array.from(subjects.flatMap((_, s) => own.map((counted) => counted[s] ?? 0))),
        cells: named.groups.map((group, g) =>
          named.groups.slice(g).map((other, i) => {
            const found = nextRow(reader, named.heading, i === 0 ? group : `${group}${BETWEEN}${other}`);
            return parseSums(found.row, found.where);
          }),
        ),
      };
    });
    return { counts, groups: byGroup };
  });
  if (!reader.rows.next().done) {
    throw new FalsematchError(
      `${sums.name}, line ${reader.line + 1}: expected the end of the table; the file was edited or damaged.`,
    );
  }
  return { subjects, groups, thresholds: perThreshold };
}

function nextRow(
  reader: { rows: Iterator<Row>; readonly name: string; line: number },
  groups: string,
  between: string,
) {
  const { value, done } = reader.rows.next();
  reader.line += 1;
  const where = `${reader.name}, line ${reader.line}`;
  if (!done && value.groups === groups && value.between === between) return { row: value, where };
  throw new FalsematchError(
    `${where}: expected the sums of ${groups === '' ? 'everybody' : `${groups}: ${between}`}; the file was edited or damaged.`,
  );
}

function parseSums(row: Row, where: string): PairSums {
  const count = (cell: string) => countCell(cell, where);
  return {
    ee: count(row.ee),
    en: { counted: count(row.en_counted), excluded: count(row.en_excluded) },
    disjoint: count(row.disjoint),
    disjointOthers: { counted: count(row.disjoint_others_counted), excluded: count(row.disjoint_others_excluded) },
  };
}
