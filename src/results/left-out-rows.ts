import { pictureFailureRate } from '../metrics/failure-rate.js';
import { type LeftOut, lostByTemplate, type TemplatePictures } from './left-out-table.js';
import type { MetricRow } from './metric-row.js';
import { baseRow, type Place, rateRows } from './metric-rows.js';
import { subjectLabel } from './task-scores.js';

/** The rows of how often a picture gave no template of its own and was left out of the one that it belongs to. */
export function leftOutRows(
  place: Place,
  templates: readonly TemplatePictures[],
  leftOut: readonly LeftOut[],
  level: number,
): MetricRow[] {
  const lost = lostByTemplate(leftOut);
  const rate = pictureFailureRate(
    {
      pictures: templates.map(({ pictures }) => pictures),
      failed: templates.map(({ template }) => lost.get(template) ?? 0),
      subjects: templates.map(({ template, subject }) => subjectLabel(subject, template)),
      subjectsKnown: templates.some(({ subject }) => subject !== ''),
    },
    level,
  );
  return rateRows(baseRow(place, { metric: 'FTE-pictures' }), rate);
}
