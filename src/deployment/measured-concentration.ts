import type { MetricRow } from '../results/metric-row.js';

/** What the worst people carry of all ends of false matches, beside what chance alone gives. */
export interface WorstPeople {
  /** Which part of the people: "1%", "10%". */
  readonly part: string;
  readonly share: number;
  readonly ends: number;
  readonly allEnds: number;
  /** The middle of what the same false matches give where they fall at random; null where it was not measured. */
  readonly chance: { readonly low: number; readonly high: number } | null;
}

/** How false matches of a system cluster on the same people, as a run has measured it; or why it has not. */
export type MeasuredConcentration =
  | { readonly state: 'measured'; readonly task: string; readonly at: string; readonly worst: readonly WorstPeople[] }
  | { readonly state: 'unavailable'; readonly reason: string };

const WORST = /^false-match-share-worst-([\d.]+%)$/;

/** From the rows of a system; of several thresholds the one nearest to `threshold` is taken. */
export function measuredConcentration(
  rows: readonly MetricRow[],
  model: string,
  threshold: number | null,
): MeasuredConcentration {
  const mine = rows.filter((row) => row.model === model && row.group === 'all');
  const shares = mine.filter(({ metric, value }) => WORST.test(metric) && value !== null);
  const away = (row: MetricRow) => Math.abs((row.threshold ?? 0) - (threshold ?? 0));
  const [first, ...others] = shares;
  if (first === undefined) {
    const why = mine.find(({ metric }) => metric === 'false-match-share')?.resolvable.replace(/^no: |\.$/g, '');
    return { state: 'unavailable', reason: why ?? 'it ranks no people by their false matches' };
  }
  const nearest = others.reduce((best, row) => (away(row) < away(best) ? row : best), first);
  const same = ({ task, at }: MetricRow) => task === nearest.task && at === nearest.at;
  return {
    state: 'measured',
    task: nearest.task,
    at: nearest.at,
    worst: shares.filter(same).map(({ metric, value, errors, trials }): WorstPeople => {
      const chance = mine.find((row) => row.metric === `${metric}-by-chance` && same(row));
      const { low = null, high = null } = chance ?? {};
      return {
        part: WORST.exec(metric)?.[1] ?? '',
        share: value ?? 0,
        ends: errors ?? 0,
        allEnds: trials ?? 0,
        chance: low === null || high === null ? null : { low, high },
      };
    }),
  };
}
