import { failureRate } from '../metrics/failure-rate.js';
import type { LeftOut, TemplatePictures } from './left-out-table.js';
import type { MetricRow } from './metric-row.js';
import { baseRow, type Place, rateRows } from './metric-rows.js';

/** The rows of how often a picture gave no template of its own and was left out of the one that it belongs to. */
export function leftOutRows(
  place: Place,
  templates: readonly TemplatePictures[],
  leftOut: readonly LeftOut[],
  level: number,
): MetricRow[] {
  const lost = new Map<string, number>();
  for (const { template } of leftOut) lost.set(template, (lost.get(template) ?? 0) + 1);
  const failed: boolean[] = [];
  const subjects: string[] = [];
  for (const { template, subject, pictures } of templates) {
    for (let k = 0; k < pictures; k += 1) {
      failed.push(k < (lost.get(template) ?? 0));
      subjects.push(subject);
    }
  }
  const rate = failureRate({ failed, subjects }, level);
  return rateRows(baseRow(place, { metric: 'FTE-pictures' }), { ...rate, over: 'pictures' });
}
