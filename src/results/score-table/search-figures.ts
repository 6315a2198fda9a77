import { FalsematchError } from '../../files/errors.js';
import { fmrAt } from '../../metrics/error-rates.js';
import { identification, investigation } from '../../metrics/identification/modes.js';
import { type PredictedFpir, predictFpir } from '../../metrics/identification/predicted-fpir.js';
import {
  countBySubject,
  countSearches,
  type Searches,
  type SearchKind,
  withoutFailedSearches,
} from '../../metrics/identification/search.js';
import { selectivityAt } from '../../metrics/identification/selectivity.js';
import { makeRate, type Rate } from '../../metrics/rate.js';
import { type RankedScores, rankScores } from '../../metrics/scores.js';
import { DEFAULT_REPLICATES } from '../../statistics/dependence/bootstrap.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import { sidesOf } from '../comparison-rows.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, estimateCells, type Place, rateRows } from '../metric-rows.js';
import type { ScoreTable } from './parse-score-table.js';
import type { ScoreOptions } from './score-options.js';
import { searchTable } from './search-table.js';
import { usualTargets } from './usual-targets.js';

/** The ranks at which the cumulative match characteristic is given, as far as the gallery goes. */
const RANKS = [1, 5, 10, 20, 50];

interface Look {
  readonly targets: readonly number[];
  readonly level: number;
  readonly galleryIsSample: boolean;
  readonly bootstrap: { readonly replicates: number; readonly seed: number };
  readonly allPairs: RankedScores | undefined;
}

/** The figures of 1:N search: failures counted under the group "all", then failures excluded. */
export function searchFigures(table: ScoreTable, options: ScoreOptions): MetricRow[] {
  const { level = DEFAULT_LEVEL, seed = 1, replicates = DEFAULT_REPLICATES, galleryIsSample = false } = options;
  const { searches, gallerySamples } = searchTable(table);
  if (galleryIsSample && searches.gallerySubjects < 2) {
    throw new FalsematchError(`A gallery that is a sample needs at least two subjects; that of ${table.name} has one.`);
  }
  const targets = [...new Set(options.at ?? usualTargets(countSearches(searches, 'non-mated').searches))];
  const allPairs = options.calibration && rankScores(sidesOf(options.calibration.comparisons).nonMated, 'non-mated');
  const look: Look = { targets, level, galleryIsSample, bootstrap: { replicates, seed }, allPairs };
  const place: Place = { task: table.name, model: table.name, dataset: '', protocol: 'search', group: 'all' };
  const size = (metric: string, value: number, over: string) => ({ ...baseRow(place, { metric }), value, over });
  return [
    size('gallery-size', searches.gallerySubjects, 'subjects'),
    size('gallery-samples', gallerySamples, 'samples'),
    ...failureRows(place, searches, level),
    ...viewRows(place, searches, look),
    ...viewRows({ ...place, group: 'failures-excluded' }, withoutFailedSearches(searches), look),
  ];
}

function failureRows(place: Place, searches: Searches, level: number): MetricRow[] {
  return (['mated', 'non-mated'] as const satisfies SearchKind[]).flatMap((kind) => {
    const { searches: trials, failed } = countSearches(searches, kind);
    const counts = countBySubject(searches, kind, (s) => searches.failed[s] === 1);
    const rate = makeRate(failed, trials, { of: 'the rate of failed searches', over: 'searches', level, counts });
    return rateRows(baseRow(place, { metric: `failed-${kind}-searches` }), rate);
  });
}

function viewRows(place: Place, searches: Searches, look: Look): MetricRow[] {
  const ranks = RANKS.filter((rank) => rank <= searches.gallerySubjects);
  return [
    ...ranks.flatMap((rank) =>
      rateRows(baseRow(place, { metric: 'TPIR@rank', at: String(rank) }), investigation(searches, rank, look).tpir),
    ),
    ...look.targets.flatMap((target) => targetRows(place, searches, target, look)),
  ];
}

function targetRows(place: Place, searches: Searches, target: number, look: Look): MetricRow[] {
  const at = target.toExponential();
  const { operatingPoint, fnir } = identification(searches, { ...look, target });
  const atRankOne = identification(searches, { ...look, target, rank: 1 });
  const threshold = operatingPoint.state === 'set' ? operatingPoint.threshold : null;
  const row = (metric: string) => baseRow(place, { metric, at, threshold, calibration: 'self' });
  const found = [...rateRows(row('FNIR@FPIR'), fnir), ...rateRows(row('FNIR@FPIR-rank-1'), atRankOne.fnir)];
  if (threshold === null) return found;
  const allPairsFmr = look.allPairs && fmrAt(look.allPairs, threshold, look.level);
  const prediction = predictFpir(searches, threshold, { ...look, allPairsFmr });
  const selectivity = selectivityAt(searches, threshold, look);
  const { trials, over, subjects, candidates } = selectivity;
  return [
    ...found,
    ...rateRows(row('FPIR'), prediction.measured),
    ...predictedRows(row, '', prediction.predictedFromSame),
    ...(prediction.predictedFromAllPairs ? predictedRows(row, '-all-pairs', prediction.predictedFromAllPairs) : []),
    { ...row('selectivity'), ...estimateCells(selectivity), errors: candidates, trials, over, subjects },
  ];
}

/** The FMR of single comparisons, and the FPIR that it predicts. */
function predictedRows(row: (metric: string) => MetricRow, of: string, predicted: PredictedFpir): MetricRow[] {
  const { fmr }: { fmr: Rate } = predicted;
  const value = { ...row(`FPIR-predicted${of}`), ...estimateCells(fmr), trials: fmr.trials, over: fmr.over };
  const rates = rateRows(row(`FMR${of}`), fmr);
  if (predicted.state === 'unavailable') return [value, ...rates];
  return [{ ...value, value: predicted.value, low: predicted.low, high: predicted.high }, ...rates];
}
