import type { Estimate, Floor, Interval } from '../metrics/rate.js';
import type { VerificationMetric } from '../metrics/verification.js';
import type { MetricRow } from './metric-row.js';

/** What a row says besides the figure itself. */
type Place = Pick<MetricRow, 'task' | 'model' | 'dataset' | 'protocol'>;

/** The tidy rows of one metric: its default interval first, then the exact one or whatever else it comes with. */
export function metricRows(place: Place, metric: VerificationMetric): MetricRow[] {
  const { result } = metric;
  const row = baseRow(place, metric);
  const main = { ...row, ...estimate(result), ...counts(metric) };
  switch (metric.metric) {
    case 'AUC':
      return [main];
    case 'EER': {
      const { bracket } = metric.result;
      return bracket
        ? [main, { ...main, low: bracket.low, high: bracket.high, level: null, method: 'bracket' }]
        : [main];
    }
    case 'accuracy-10fold': {
      const { standardError } = metric.result;
      if (standardError === null) return [main];
      return [main, { ...row, metric: 'accuracy-10fold-SE', value: standardError, trials: metric.result.folds.length }];
    }
    default: {
      const { exact } = metric.result;
      return exact ? [main, { ...main, ...interval(exact) }] : [main];
    }
  }
}

function baseRow(place: Place, { metric, failures, at, threshold }: VerificationMetric): MetricRow {
  return {
    ...place,
    condition: '',
    group: failures === 'counted' ? 'all' : 'failures-excluded',
    metric,
    at: at ?? '',
    value: null,
    errors: null,
    trials: null,
    subjects: null,
    low: null,
    high: null,
    level: null,
    method: '',
    threshold,
    resolvable: 'yes',
  };
}

function estimate(result: Estimate): Partial<MetricRow> {
  if (result.state === 'unavailable') return { resolvable: `no: ${result.reason}` };
  const resolvable = result.floor ? floorText(result.floor) : 'yes';
  return { value: result.value, ...interval(result.interval), resolvable };
}

function interval({ low, high, level, method }: Interval): Pick<MetricRow, 'low' | 'high' | 'level' | 'method'> {
  return { low, high, level, method };
}

function counts({ metric, result }: VerificationMetric): Partial<MetricRow> {
  if (metric === 'EER' || metric === 'AUC') return { trials: result.trials };
  const subjects = 'subjects' in result ? (result.subjects ?? null) : null;
  return 'errors' in result ? { errors: result.errors, trials: result.trials, subjects } : {};
}

const REASONS: Readonly<Record<Floor['reason'], string>> = {
  'zero-errors': 'no error was seen',
  'few-errors': 'too few people stand behind the comparisons',
  'target-below-one-trial': 'the target is below one false match of all comparisons',
  'no-variation': 'the scores do not vary enough for an interval',
};

/** "no: no error was seen; FMR up to 0.2294% is not excluded at 95% (0.1229% if all comparisons were independent)" */
function floorText({ reason, of, upperBound, upperBoundIfIndependent, level }: Floor): string {
  const percent = (share: number) => `${Number((share * 100).toPrecision(4))}%`;
  const bound = `${of} up to ${percent(upperBound)} is not excluded at ${percent(level)}`;
  const independent =
    upperBoundIfIndependent === upperBound
      ? 'as if all trials were independent'
      : `${percent(upperBoundIfIndependent)} if all trials were independent`;
  return `no: ${REASONS[reason]}; ${bound} (${independent})`;
}
