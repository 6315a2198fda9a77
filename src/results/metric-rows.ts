import type { Estimate, Floor, Interval, Rate } from '../metrics/rate.js';
import type { SubjectMean } from '../metrics/subject-mean.js';
import type { VerificationMetric } from '../metrics/verification.js';
import type { MetricRow } from './metric-row.js';

/** What a row says besides the figure itself. */
export type Place = Pick<MetricRow, 'task' | 'model' | 'dataset' | 'protocol' | 'group'>;

/** What names a figure within its place. */
type Name = Pick<MetricRow, 'metric'> & Partial<Pick<MetricRow, 'at' | 'threshold' | 'calibration'>>;

/** The tidy rows of one metric: its default interval first, then the others that it comes with. */
export function metricRows(place: Place, metric: VerificationMetric): MetricRow[] {
  const { at, threshold, thresholdFrom } = metric;
  const row = baseRow(place, { metric: metric.metric, at: at ?? '', threshold, calibration: thresholdFrom ?? '' });
  switch (metric.metric) {
    case 'EER': {
      const { bracket, trials } = metric.result;
      const main = { ...row, ...estimateCells(metric.result), trials, over: 'comparisons' };
      return bracket ? [main, { ...main, ...bracket, level: null, method: 'bracket' }] : [main];
    }
    case 'accuracy-10fold': {
      const { standardError, errors, trials, folds } = metric.result;
      const main = { ...row, ...estimateCells(metric.result), errors, trials, over: 'comparisons' };
      if (standardError === null) return [main];
      return [
        main,
        { ...row, metric: 'accuracy-10fold-SE', value: standardError, trials: folds.length, over: 'folds' },
      ];
    }
    case 'FNMR@FMR':
      // Intervals as if comparisons were independent take the threshold as given: they stand with FNMR.
      return 'independent' in metric.result
        ? rateRows(row, metric.result).slice(0, 1)
        : [subjectMeanRow(row, metric.result)];
    case 'FMR':
    case 'FNMR':
    case 'FTE':
    case 'zero-FMR':
    case 'zero-FNMR':
      return 'independent' in metric.result ? rateRows(row, metric.result) : [subjectMeanRow(row, metric.result)];
    default:
      return [{ ...row, ...estimateCells(metric.result), trials: metric.result.trials, over: 'comparisons' }];
  }
}

/** The rows of a rate: its default interval, the jackknife's, and those that would hold if trials were independent. */
export function rateRows(row: MetricRow, rate: Rate): MetricRow[] {
  const { errors, trials, over, subjects = null, interval, jackknife, independent } = rate;
  const main = { ...row, ...estimateCells(rate), errors, trials, over, subjects };
  const others = [jackknife, independent?.wilson, independent?.exact].filter((other) => other != null);
  return [
    main,
    ...others
      .filter(({ method }) => method !== interval?.method)
      .map((other): MetricRow => ({ ...main, ...intervalCells(other) })),
  ];
}

function subjectMeanRow(row: MetricRow, mean: SubjectMean): MetricRow {
  return { ...row, ...estimateCells(mean), trials: mean.subjects, over: 'subjects', subjects: mean.subjects };
}

/** A row without a figure yet: failures counted, pictures as published. */
export function baseRow(place: Place, name: Name): MetricRow {
  return {
    ...place,
    condition: '',
    at: '',
    value: null,
    errors: null,
    trials: null,
    over: '',
    subjects: null,
    low: null,
    high: null,
    level: null,
    method: '',
    threshold: null,
    calibration: '',
    resolvable: 'yes',
    ...name,
  };
}

/** The cells that say what an estimate is and whether the data support it. */
export function estimateCells(result: Estimate): Partial<MetricRow> {
  if (result.state === 'unavailable') return { resolvable: `no: ${result.reason}` };
  const resolvable = result.floor ? floorText(result.floor) : 'yes';
  return { value: result.value, ...intervalCells(result.interval), resolvable };
}

function intervalCells({ low, high, level, method }: Interval): Pick<MetricRow, 'low' | 'high' | 'level' | 'method'> {
  return { low, high, level, method };
}

const REASONS: Readonly<Record<Floor['reason'], string>> = {
  'zero-errors': 'no error was seen',
  'few-errors': 'fewer than five errors share nobody',
  'target-below-one-trial': 'the target is below one false match of all comparisons',
  'few-false-alarms': 'the false alarms of fewer than five people set the threshold',
  'few-false-matches': 'fewer than five false matches that share nobody set the threshold',
  'no-variation': 'the scores do not vary enough for an interval',
};

const BELOW_ONE_ALARM = 'the target is below one false alarm of all searches';

/** "no: no error was seen; FMR up to 0.2294% is not excluded at 95% (0.1229% if all comparisons were independent)" */
export function floorText({ reason, of, upperBound, upperBoundIfIndependent, level }: Floor): string {
  const percent = (share: number) => `${Number((share * 100).toPrecision(4))}%`;
  const bound = `${of} up to ${percent(upperBound)} is not excluded at ${percent(level)}`;
  const independent =
    upperBoundIfIndependent === upperBound
      ? ''
      : ` (${percent(upperBoundIfIndependent)} if all trials were independent)`;
  // FPIR is of searches, and what goes wrong there is an alarm.
  const why = reason === 'target-below-one-trial' && of === 'FPIR' ? BELOW_ONE_ALARM : REASONS[reason];
  return `no: ${why}; ${bound}${independent}`;
}
