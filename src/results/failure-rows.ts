import { failureRate } from '../metrics/failure-rate.js';
import type { MetricRow } from './metric-row.js';
import { metricRows, type Place } from './metric-rows.js';
import type { SampleOutcome } from './sample-table.js';
import { failuresOf } from './task-scores.js';

/** The rows of how often a sample gave no template. */
export function failureRows(place: Place, samples: readonly SampleOutcome[], level: number): MetricRow[] {
  return metricRows(place, {
    metric: 'FTE',
    failures: 'counted',
    at: null,
    threshold: null,
    thresholdFrom: null,
    result: failureRate(failuresOf(samples), level),
  });
}
