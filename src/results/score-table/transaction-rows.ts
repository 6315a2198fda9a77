import type { Rate } from '../../metrics/rate.js';
import { transactionRates } from '../../metrics/transaction-rates.js';
import type { VerificationMetric } from '../../metrics/verification.js';
import type { TaskPlace } from '../comparison-rows.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, estimateCells } from '../metric-rows.js';

/**
 * FAR and FRR of transactions of one attempt at each operating point, from FMR and FNMR with failures excluded and the
 * given rate of failures to acquire, under the group "transactions". The ends of their intervals are those of FMR and FNMR
 * put through the same formula: the failure rate is taken as known. See `transactionRates`.
 */
export function transactionRows(place: TaskPlace, metrics: readonly VerificationMetric[], fta: number): MetricRow[] {
  const row = (metric: 'FAR' | 'FRR', { at, threshold, thresholdFrom }: VerificationMetric, rate: Rate): MetricRow => {
    const through = (share: number) => {
      const { far, frr } = transactionRates({ fmr: share, fnmr: share, fta });
      return metric === 'FAR' ? far : frr;
    };
    const name = { metric, at: at ?? '', threshold, calibration: thresholdFrom ?? '' };
    const base = {
      ...baseRow({ ...place, group: 'transactions' }, name),
      ...estimateCells(rate),
      trials: rate.trials,
      over: rate.over,
      subjects: rate.subjects ?? null,
    };
    if (rate.state === 'unavailable') return base;
    return {
      ...base,
      value: through(rate.value),
      low: through(rate.interval.low),
      high: through(rate.interval.high),
    };
  };
  return metrics.flatMap((one) => {
    if (one.failures !== 'excluded' || !('independent' in one.result)) return [];
    if (one.metric === 'FMR') return [row('FAR', one, one.result)];
    return one.metric === 'FNMR' ? [row('FRR', one, one.result)] : [];
  });
}
