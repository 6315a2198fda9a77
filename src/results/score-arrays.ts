import { encodeNpy } from '../files/npy.js';
import { matedPlaces } from './all-pairs/all-pairs-scores.js';
import type { FileContent } from './file-content.js';
import { formatMetricsCsv, type MetricRow } from './metric-row.js';
import type { SystemTables } from './run-tables.js';
import { taskSubjects } from './task-subjects.js';

/**
 * Scores as arrays that NumPy opens, and the figures, by file name. Of all pairs: every mated score, the highest non-mated
 * ones, each with the places of its two templates, and the counts of all others at the borders of a grid. Of searches: the
 * rank of each mate, the score of the mate or best candidate, and the false alarms with their search and candidate.
 */
export function scoreArrays(
  { allPairs, searches, samples }: SystemTables,
  rows: readonly MetricRow[],
): Map<string, FileContent> {
  const files = new Map<string, FileContent>([['metrics.csv', formatMetricsCsv(rows)]]);
  const list = (name: string, data: Float32Array | Float64Array | Int32Array) =>
    files.set(`${name}.npy`, encodeNpy(data, [data.length]));
  const pairs = (name: string, first: Int32Array, second: Int32Array) =>
    files.set(`${name}.npy`, encodeNpy(sideBySide(first, second), [first.length, 2]));
  if (allPairs) {
    const { mated, tail, nonMated } = allPairs;
    const places = matedPlaces(taskSubjects(samples));
    list('mated-scores', mated);
    pairs('mated-pairs', places.first, places.second);
    list('highest-non-mated-scores', tail.scores);
    pairs('highest-non-mated-pairs', tail.first, tail.second);
    list('non-mated-thresholds', nonMated.thresholds);
    list('non-mated-counts', nonMated.countsFrom);
  }
  for (const { rank, score, alarms } of searches?.lists ?? []) {
    list('ranks', rank);
    list('scores', score);
    list('alarm-scores', alarms.score);
    pairs('alarms', alarms.search, alarms.candidate);
  }
  return files;
}

function sideBySide(first: Int32Array, second: Int32Array): Int32Array {
  const both = new Int32Array(2 * first.length);
  for (let k = 0; k < first.length; k += 1) {
    both[2 * k] = first[k] ?? 0;
    both[2 * k + 1] = second[k] ?? 0;
  }
  return both;
}
