import { count, percent } from '../../results/figure-text.js';
import { rateText, scoreText } from '../format.js';
import type { DetKind, DetSeries } from './det-series.js';
import type { Figure } from './figure.js';
import type { CurvePoint } from './thin-curve.js';

/** The numbers for people: the operating points that the run reports, or a few of a curve that has none. */
export function markedTable(series: readonly DetSeries[], kind: DetKind): Figure['table'] {
  return {
    columns: ['system', `target ${kind.xName}`, `${kind.xName} there`, kind.yName, 'threshold'],
    rows: series.flatMap(({ name, marked, points, curve }) =>
      marked.length > 0
        ? marked.map(({ row, falseRow }) => [name, row.at, rateText(falseRow), rateText(row), scoreText(row.threshold)])
        : sampled(points).map(({ threshold, falseMatches, falseNonMatches }) => [
            name,
            '',
            `${percent(falseMatches / curve.nonMatedTrials)} ${count(falseMatches)} of ${count(curve.nonMatedTrials)}`,
            `${percent(falseNonMatches / curve.matedTrials)} ${count(falseNonMatches)} of ${count(curve.matedTrials)}`,
            scoreText(threshold),
          ]),
    ),
  };
}

/** Of a curve without operating points of its own a few are enough for people. */
function sampled(points: readonly CurvePoint[]): CurvePoint[] {
  const step = Math.max(1, Math.floor(points.length / 5));
  return points.filter((_, k) => k % step === 0).slice(0, 6);
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
