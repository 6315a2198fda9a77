import type { MetricRow } from '../../results/metric-row.js';
import type { SystemCurve } from './curves.js';
import type { CurvePoint } from './thin-curve.js';

/** A curve with what tells it from the others of its figure. */
export interface DetSeries extends SystemCurve {
  readonly name: string;
  readonly style: number;
  readonly points: readonly CurvePoint[];
  /** The operating points that the run reports. */
  readonly reported: readonly ReportedPoint[];
  /** Those of them that have a place in the figure. */
  readonly marked: readonly MarkedPoint[];
}

/** Both rates at a threshold for a target. */
export interface ReportedPoint {
  readonly row: MetricRow;
  readonly falseRow: MetricRow | undefined;
}

/** An operating point of the run in its figure. */
export interface MarkedPoint {
  readonly row: MetricRow;
  /** The rate of the other error at the same threshold. */
  readonly falseRow: MetricRow;
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

/** How the two errors are called. */
export interface DetKind {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly xName: string;
  readonly yName: string;
  readonly columns: readonly string[];
}

export const COMPARISONS: DetKind = {
  title: 'False matches against misses',
  x: 'false match rate (FMR)',
  y: 'false non-match rate (FNMR)',
  xName: 'FMR',
  yName: 'FNMR',
  columns: ['falseMatches', 'nonMatedComparisons', 'fmr', 'falseNonMatches', 'matedComparisons', 'fnmr'],
};

export const SEARCHES: DetKind = {
  title: 'False alarms against misses',
  x: 'false positive identification rate (FPIR)',
  y: 'false negative identification rate (FNIR)',
  xName: 'FPIR',
  yName: 'FNIR',
  columns: ['falseAlarms', 'nonMatedSearches', 'fpir', 'misses', 'matedSearches', 'fnir'],
};
