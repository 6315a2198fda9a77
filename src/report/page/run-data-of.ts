import type { Rate } from '../../metrics/rate.js';
import { labelFloorText } from '../../results/label-floor.js';
import { floorText } from '../../results/metric-rows.js';
import type { DatasetRecord } from '../../results/run-record.js';
import { scoreText } from '../format.js';
import { type OperatingPoints, operatingPoints } from '../operating-points.js';
import type { Reported } from '../section.js';
import type { PageCurve, RunData } from './run-data.js';
import type { PageRate } from './threshold-alarms.js';

/** What the script of a run's page reads: names to hide, and both rates at every threshold that a reader may try. */
export function runDataOf(run: Reported): RunData {
  const { record } = run;
  const systems = record.systems.map(({ name }) => name);
  return {
    systems,
    conditions: [...new Set(record.tasks.flatMap(({ condition }) => condition?.name ?? []))],
    curves: operatingPoints(run).flatMap((found) => curveOf(found, systems, labelFloorOf(run, found))),
  };
}

type LabelFloor = DatasetRecord['labelFloor'];

/** Of comparisons: below it the labels of the dataset are measured. */
function labelFloorOf({ record }: Reported, { task }: OperatingPoints): LabelFloor {
  return task.search ? undefined : record.datasets.find(({ name }) => name === task.dataset)?.labelFloor;
}

function curveOf(
  { task, system, list, points }: OperatingPoints,
  systems: readonly string[],
  floor: LabelFloor,
): PageCurve[] {
  const known = points.flatMap(({ target, threshold, falseRate, missRate }) => {
    const labels = floor && target < floor.fmr ? labelFloorText(floor) : undefined;
    const [falsely, missed] = [pageRate(falseRate, labels), pageRate(missRate, labels)];
    return falsely && missed ? [{ threshold: scoreText(threshold), falseRate: falsely, missRate: missed }] : [];
  });
  if (known.length === 0) return [];
  const names = task.search ? { falseName: 'FPIR', missName: 'FNIR' } : { falseName: 'FMR', missName: 'FNMR' };
  const label = `${task.title}${list ? `, ${list.name}` : ''}: ${system}`;
  return [{ system: systems.indexOf(system), label, ...names, listSize: list?.people ?? null, points: known }];
}

function pageRate(rate: Rate, labels: string | undefined): PageRate | undefined {
  if (rate.state === 'unavailable') return undefined;
  const { errors, trials, value, interval, floor } = rate;
  const { low, high, level } = interval;
  return { errors, trials, value, low, high, level, resolvable: labels ?? (floor ? floorText(floor) : 'yes') };
}
