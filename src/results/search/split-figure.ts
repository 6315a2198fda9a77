import { complement } from '../../metrics/identification/rates.js';
import { meanOverSplits } from '../../metrics/mean-over-splits.js';
import type { Floor, Interval, Rate } from '../../metrics/rate.js';
import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, floorText, type Place, rateRows } from '../metric-rows.js';

/** An error rate of one split, which is reported as its complement. */
export interface SplitFigure {
  readonly rate: Rate;
  /** The same errors and trials by subject; subjects have one number in all splits. */
  readonly counts: PairCounts;
  readonly threshold: number | null;
  /** Why the operating point cannot be resolved, whatever the rate at its threshold. */
  readonly floor: Floor | null;
}

/** What names a figure of splits, and where its rows stand. */
export interface SplitPlace {
  /** The place of the mean over splits. */
  readonly place: Place;
  /** The group of each split's own rows. */
  readonly groupOf: (split: number) => string;
  readonly metric: string;
  readonly at: string;
  /** What set the thresholds; empty where there is none. */
  readonly calibration: string;
  readonly level: number;
}

/**
 * The rows of a figure of splits: the share that was found, in each split and as their mean, then the standard deviation
 * between splits (ddof 1) and the mean less one of it, by which BLUFR ranks systems. `moving` is an interval of the mean
 * error rate that sets thresholds anew, of which the mean's own is never narrower.
 */
export function splitFigureRows(
  figures: readonly (SplitFigure | undefined)[],
  { place, groupOf, metric, at, calibration, level }: SplitPlace,
  moving?: Pick<Interval, 'low' | 'high' | 'method'>,
): MetricRow[] {
  const named = { metric, at, calibration };
  const own = figures.flatMap((figure, split) => {
    const row = baseRow({ ...place, group: groupOf(split) }, { ...named, threshold: figure?.threshold ?? null });
    // One interval is enough of what stands there ten times.
    return figure ? rateRows(row, withFloor(complement(figure.rate), figure.floor)).slice(0, 1) : [noThreshold(row)];
  });
  const known = figures.flatMap((figure) => figure ?? []);
  const mean =
    known.length === figures.length
      ? meanOverSplits(
          known.map(({ counts }) => counts),
          level,
        )
      : undefined;
  const row = { ...baseRow(place, named), over: 'splits', trials: figures.length };
  if (!mean) return [...own, { ...row, resolvable: 'no: a split has no threshold, or nothing to compare' }];
  const { value, spread, subjects, interval } = mean;
  const ends = [interval, moving].filter((one) => one !== undefined);
  const cells =
    ends.length === 0
      ? {}
      : {
          low: 1 - Math.max(...ends.map(({ high }) => high)),
          high: 1 - Math.min(...ends.map(({ low }) => low)),
          level,
          method: ends.at(-1)?.method ?? '',
        };
  const floors = known.flatMap(({ floor }) => floor ?? []);
  const [first] = floors;
  const resolvable = first ? `${floorText(first)}, in ${floors.length} of ${figures.length} splits` : 'yes';
  return [
    ...own,
    { ...row, value: 1 - value, subjects, ...cells, resolvable },
    { ...row, metric: `${metric}-sd`, value: spread, resolvable },
    { ...row, metric: `${metric}-mean-minus-sd`, value: 1 - value - spread, resolvable },
  ];
}

function withFloor(rate: Rate, floor: Floor | null): Rate {
  return floor && rate.state !== 'unavailable' ? { ...rate, state: 'unresolved', floor } : rate;
}

function noThreshold(row: MetricRow): MetricRow {
  return { ...row, resolvable: 'no: no threshold could be set' };
}
