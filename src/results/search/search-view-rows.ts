import { identification, investigation } from '../../metrics/identification/modes.js';
import { type PredictedFpir, predictFpir } from '../../metrics/identification/predicted-fpir.js';
import { countBySubject, countSearches, type Searches, type SearchKind } from '../../metrics/identification/search.js';
import { selectivityAt } from '../../metrics/identification/selectivity.js';
import { makeRate, type Rate } from '../../metrics/rate.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, estimateCells, type Place, rateRows } from '../metric-rows.js';

/** The ranks at which the cumulative match characteristic is given, as far as the gallery goes. */
const RANKS = [1, 5, 10, 20, 50];

/** How searches are looked at. */
export interface SearchLook {
  /** Target FPIRs. */
  readonly targets: readonly number[];
  readonly level: number;
  readonly galleryIsSample: boolean;
  readonly bootstrap: { readonly replicates: number; readonly seed: number };
  /** The FMR of all pairs at a threshold, where it is known. */
  readonly allPairsFmr?: ((threshold: number) => Rate) | undefined;
  /** The candidates of each search at a threshold; from the kept candidates where it is absent. */
  readonly countsAt?: ((threshold: number) => Int32Array) | undefined;
}

/** How many subjects and samples are enrolled, and how many searches failed. */
export function galleryRows(place: Place, searches: Searches, gallerySamples: number, level: number): MetricRow[] {
  const size = (metric: string, value: number, over: string) => ({ ...baseRow(place, { metric }), value, over });
  return [
    size('gallery-size', searches.gallerySubjects, 'subjects'),
    size('gallery-samples', gallerySamples, 'samples'),
    ...(['mated', 'non-mated'] as const satisfies SearchKind[]).flatMap((kind) => {
      const { searches: trials, failed } = countSearches(searches, kind);
      const counts = countBySubject(searches, kind, (s) => searches.failed[s] === 1);
      const rate = makeRate(failed, trials, { of: 'the rate of failed searches', over: 'searches', level, counts });
      return rateRows(baseRow(place, { metric: `failed-${kind}-searches` }), rate);
    }),
  ];
}

/** The figures of one view of searches: hit rates by rank without a threshold, then the rates at every target FPIR. */
export function searchViewRows(place: Place, searches: Searches, look: SearchLook): MetricRow[] {
  return [
    ...rankRows(place, searches, look),
    ...look.targets.flatMap((target) => targetRows(place, searches, target, look)),
  ];
}

/** How often the mate is among the best candidates, whatever its score. */
export function rankRows(
  place: Place,
  searches: Searches,
  look: Pick<SearchLook, 'level'> & Partial<SearchLook>,
): MetricRow[] {
  return RANKS.filter((rank) => rank <= searches.gallerySubjects).flatMap((rank) =>
    rateRows(baseRow(place, { metric: 'TPIR@rank', at: String(rank) }), investigation(searches, rank, look).tpir),
  );
}

function targetRows(place: Place, searches: Searches, target: number, look: SearchLook): MetricRow[] {
  const at = target.toExponential();
  const { operatingPoint, fnir } = identification(searches, { ...look, target });
  const atRankOne = identification(searches, { ...look, target, rank: 1 });
  const threshold = operatingPoint.state === 'set' ? operatingPoint.threshold : null;
  const row = (metric: string) => baseRow(place, { metric, at, threshold, calibration: 'self' });
  const found = [...rateRows(row('FNIR@FPIR'), fnir), ...rateRows(row('FNIR@FPIR-rank-1'), atRankOne.fnir)];
  return threshold === null ? found : [...found, ...alarmRows(row, searches, threshold, look)];
}

/** FPIR at a threshold beside what single comparisons predict, and how many candidates somebody looks at in vain. */
export function alarmRows(
  row: (metric: string) => MetricRow,
  searches: Searches,
  threshold: number,
  { countsAt, allPairsFmr, ...look }: SearchLook,
): MetricRow[] {
  const counts = countsAt?.(threshold);
  const prediction = predictFpir(searches, threshold, { ...look, counts, allPairsFmr: allPairsFmr?.(threshold) });
  const selectivity = selectivityAt(searches, threshold, { ...look, counts });
  const { trials, over, subjects, candidates } = selectivity;
  return [
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
