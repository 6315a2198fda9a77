import { type PlateMetrics, plateMetrics } from '../../metrics/plates/plate-metrics.js';
import type { PlatePicture } from '../../metrics/plates/plate-pictures.js';
import { makeRate } from '../../metrics/rate.js';
import type { TaskPlace } from '../comparison-rows.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, type Place, rateRows } from '../metric-rows.js';
import type { TaskRecord } from '../run-record.js';
import { estimateRow, rateRow } from './estimate-row.js';
import type { PlateLabels } from './label-table.js';
import { platePicturesOf } from './plate-pictures-of.js';
import { type ReadingDetail, readingRows } from './reading-rows.js';
import type { PictureReadings } from './reading-table.js';

/**
 * The figures of plates: of all pictures, then of each group of them. Confusions, positions and what a confidence is worth
 * are told of all pictures as published.
 */
export function plateRows(
  { level, plates, condition }: TaskRecord,
  { labels, readings }: { readonly labels: PlateLabels; readonly readings: readonly PictureReadings[] },
  place: TaskPlace,
  seed: number,
): MetricRow[] {
  const pictures = platePicturesOf(labels, readings);
  const measure = (some: readonly PlatePicture[]) =>
    plateMetrics(some, { overlap: plates?.iou, level, bootstrap: { seed } });
  return [
    ...failureRows({ ...place, group: 'all' }, readings, level),
    // Which character is taken for which would be a hundred rows for every condition, and 40 MB for a sweep.
    ...rowsOf({ ...place, group: 'all' }, measure(pictures), condition ? 'sources' : 'everything'),
    ...groupsOf(labels, pictures).flatMap(({ group, members }) =>
      rowsOf({ ...place, group }, measure(members), 'rates'),
    ),
  ];
}

/** How many pictures could not be searched at all: their plates count as not found. */
function failureRows(place: Place, readings: readonly PictureReadings[], level: number): MetricRow[] {
  const failed = readings.filter(({ failure }) => failure !== '').length;
  return rateRows(
    baseRow(place, { metric: 'FTA' }),
    makeRate(failed, readings.length, { of: 'FTA', over: 'samples', level }),
  );
}

function rowsOf(place: Place, metrics: PlateMetrics, detail: ReadingDetail): MetricRow[] {
  return [...detectionRows(place, metrics), ...readingRows(place, metrics, detail)];
}

function detectionRows(place: Place, { detection, overlap }: PlateMetrics): MetricRow[] {
  const at = `IoU ${overlap}`;
  return [
    ...rateRow(place, { metric: 'plate-recall', at }, detection.recall),
    ...rateRow(place, { metric: 'plate-precision', at }, detection.precision),
    estimateRow(place, { metric: 'plate-AP', at }, detection.averagePrecision),
    estimateRow(place, { metric: 'plate-false-per-picture', at }, detection.falsePlatesPerPicture),
  ];
}

/** The pictures that share a value of an attribute, by attributes and values: "condition: blur". */
function groupsOf({ attributes, pictures: labelled }: PlateLabels, pictures: readonly PlatePicture[]) {
  return attributes.flatMap((name, attribute) => {
    const values = [...new Set(labelled.map(({ attributes: own }) => own[attribute] ?? ''))].sort();
    return values.map((value) => ({
      group: `${name}: ${value}`,
      members: pictures.filter((_, index) => labelled[index]?.attributes[attribute] === value),
    }));
  });
}
