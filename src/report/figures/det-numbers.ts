import { count, percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { rateText, scoreText } from '../format.js';
import type { DetKind, DetSeries } from './det-series.js';
import type { Figure } from './figure.js';

/** The numbers for people: the operating points that the run reports, those too that lie in the margins of the figure. */
export function reportedTable(series: readonly DetSeries[], kind: DetKind): Figure['table'] {
  return {
    columns: ['system', `target ${kind.xName}`, `${kind.xName} there`, kind.yName, 'threshold'],
    rows: series.flatMap(({ name, reported }) =>
      reported.map(({ row, falseRow }) => [
        name,
        row.at,
        falseRow ? rateText(falseRow) : '',
        rateText(row),
        scoreText(row.threshold),
      ]),
    ),
  };
}

/** Of divisions, which have no operating point in common: the means over them that the run reports. */
export function meansTable(rows: readonly MetricRow[]): Figure['table'] {
  const means = rows.filter(({ metric, group }) => metric === 'TPIR@FPIR-rank-1' && group === 'all');
  return {
    columns: ['system', 'target FPIR', 'found first and above the threshold, mean over divisions'],
    rows: means.map((row) => [row.model, row.at, `${rateText(row)} over ${row.trials} ${row.over}`]),
  };
}

/** Of curves of which the run reports no point: some that are drawn, from many false matches to few. */
export function sampledTable(series: readonly DetSeries[], kind: DetKind): Figure['table'] {
  const rate = (errors: number, trials: number) => `${percent(errors / trials)} ${count(errors)} of ${count(trials)}`;
  return {
    columns: ['system', kind.xName, kind.yName, 'threshold'],
    rows: series.flatMap(({ name, points, curve }) => {
      const step = Math.max(1, Math.ceil(points.length / 4));
      return points
        .filter((_, k) => k % step === 0)
        .map(({ threshold, falseMatches, falseNonMatches }) => [
          name,
          rate(falseMatches, curve.nonMatedTrials),
          rate(falseNonMatches, curve.matedTrials),
          scoreText(threshold),
        ]);
    }),
  };
}

/** The numbers for programs: every point that is drawn. */
export function dataOf(series: readonly DetSeries[], kind: DetKind): Figure['data'] {
  return {
    columns: ['system', 'list', 'threshold', ...kind.columns],
    rows: series.flatMap(({ system, list, points, curve }) =>
      points.map(({ threshold, falseMatches, falseNonMatches }) => [
        system,
        list ?? '',
        Number(scoreText(threshold)),
        falseMatches,
        curve.nonMatedTrials,
        share(falseMatches, curve.nonMatedTrials),
        falseNonMatches,
        curve.matedTrials,
        share(falseNonMatches, curve.matedTrials),
      ]),
    ),
  };
}

/** Six digits: the counts beside it say it exactly. */
const share = (errors: number, trials: number) => Number((errors / trials).toPrecision(6));
