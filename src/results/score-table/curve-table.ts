import { stringify } from 'csv-stringify/sync';
import { detCurve } from '../../metrics/det.js';
import { searchCurve } from '../../metrics/identification/curves.js';
import { rankScores } from '../../metrics/scores.js';
import { formatFloat32 } from '../../statistics/float32.js';
import { sidesOf } from '../task-scores.js';
import type { ScoreTable } from './parse-score-table.js';
import { searchTable } from './search-table.js';

/**
 * Every operating point of a table as CSV, failures counted: `threshold`, how many `falseMatches` and `falseNonMatches`
 * there are at it, and their shares `fmr` and `fnmr`, empty where there is nothing that they could be a share of.
 */
export function detTable({ comparisons }: ScoreTable): string {
  const { mated, nonMated } = sidesOf(comparisons);
  const curve = detCurve(rankScores(mated, 'mated'), rankScores(nonMated, 'non-mated'));
  return curveTable(['threshold', 'falseMatches', 'falseNonMatches', 'fmr', 'fnmr'], {
    thresholds: curve.thresholds,
    first: { counts: curve.falseMatches, trials: curve.nonMatedTrials },
    second: { counts: curve.falseNonMatches, trials: curve.matedTrials },
  });
}

/** The same of searches, at any rank: `threshold, falseAlarms, misses, fpir, fnir`. */
export function searchDetTable(table: ScoreTable): string {
  const curve = searchCurve(searchTable(table).searches);
  return curveTable(['threshold', 'falseAlarms', 'misses', 'fpir', 'fnir'], {
    thresholds: curve.thresholds,
    first: { counts: curve.falseAlarms, trials: curve.nonMatedSearches },
    second: { counts: curve.misses, trials: curve.matedSearches },
  });
}

interface Side {
  readonly counts: Float64Array;
  readonly trials: number;
}

function curveTable(
  columns: string[],
  { thresholds, first, second }: { readonly thresholds: Float32Array; readonly first: Side; readonly second: Side },
): string {
  const share = ({ counts, trials }: Side, at: number) => (trials === 0 ? '' : (counts[at] ?? 0) / trials);
  const rows = Array.from(thresholds, (threshold, at) => [
    formatFloat32(threshold),
    first.counts[at] ?? 0,
    second.counts[at] ?? 0,
    share(first, at),
    share(second, at),
  ]);
  return stringify(rows, { header: true, columns, record_delimiter: '\n' });
}
