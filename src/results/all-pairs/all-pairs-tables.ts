import type { ScoredPairs } from '../../comparison/upper-tail.js';
import { FalsematchError } from '../../files/errors.js';
import { decodeNpy, encodeNpy } from '../../files/npy.js';
import type { ThresholdCounts } from '../../statistics/counts.js';
import type { FileContent } from '../file-content.js';
import type { ReadFiles } from '../read-files.js';
import type { TablePaths } from '../run-record.js';
import type { SampleOutcome } from '../sample-table.js';
import type { NamedGroups } from '../subject-groups.js';
import {
  type FalseMatchTable,
  formatFalseMatches,
  formatFalseMatchesBySubject,
  parseFalseMatches,
} from './false-match-table.js';
import { formatGridCounts, parseGridCounts } from './grid-table.js';
import { formatTail, parseTail } from './tail-table.js';

/** What a run keeps of the comparison of every sample with every other under one system. */
export interface AllPairsTables {
  /** The scores of all mated comparisons, in the order of their first samples, then of their second. */
  readonly mated: Float32Array;
  /** How many non-mated scores there are at the borders of a grid and above. */
  readonly nonMated: ThresholdCounts;
  /** The highest non-mated scores, highest first; samples are places in the table of samples. */
  readonly tail: ScoredPairs;
  /** Who matches falsely at the thresholds of the operating points. */
  readonly falseMatches: FalseMatchTable;
}

/** The files of such tables, by path. */
export function formatAllPairs(
  paths: TablePaths,
  { mated, nonMated, tail, falseMatches }: AllPairsTables,
  samples: readonly SampleOutcome[],
): [string, FileContent][] {
  return [
    [paths.mated, encodeNpy(mated, [mated.length])],
    [paths.nonMatedCounts, formatGridCounts(nonMated)],
    [paths.tail, formatTail(tail, samples)],
    [paths.falseMatches, formatFalseMatches(falseMatches)],
    [paths.falseMatchesBySubject, formatFalseMatchesBySubject(falseMatches)],
  ];
}

/** Reads such tables back; undefined where there are none. Throws with the file's name for whatever is not one. */
export function parseAllPairs(
  paths: TablePaths,
  read: ReadFiles,
  samples: readonly SampleOutcome[],
  groups: (labels: readonly string[]) => readonly NamedGroups[],
): AllPairsTables | undefined {
  if (!read.has(paths.mated)) return undefined;
  return {
    mated: parseMated(read.bytes(paths.mated), read.name(paths.mated)),
    nonMated: parseGridCounts(read.text(paths.nonMatedCounts), read.name(paths.nonMatedCounts)),
    tail: parseTail(read.text(paths.tail), read.name(paths.tail), samples),
    falseMatches: parseFalseMatches(
      { text: read.text(paths.falseMatches), name: read.name(paths.falseMatches) },
      { text: read.text(paths.falseMatchesBySubject), name: read.name(paths.falseMatchesBySubject) },
      groups,
    ),
  };
}

function parseMated(bytes: Uint8Array, name: string): Float32Array {
  const { data, shape } = decodeNpy(bytes, name);
  if (data instanceof Float32Array && shape.length === 1) return data;
  throw new FalsematchError(`${name} must hold float32 scores in one column; the file was edited or damaged.`);
}
