import { FalsematchError } from '../files/errors.js';
import type { MetricRow } from '../results/metric-row.js';
import type { TestedTask } from './find-task.js';
import { lacking, type TestPlace } from './find-task.js';
import { measureOf, metricOn } from './measures.js';
import { pointOf } from './test-rows.js';
import type { ClaimTest } from './test-schema.js';

/** Views of all samples; whatever else a row's group names must be asked for. */
const WHOLE = 'all';
/** The view that excludes failures, and lists at another list's threshold, are never what a claim means unasked. */
const ASIDE = /failures-excluded|at the threshold of/;

/** The group of a run's rows that a test is about: the one it names, all samples, or the only list of a search. */
export function findGroup(test: ClaimTest, { task }: TestedTask, rows: readonly MetricRow[], place: TestPlace): string {
  const metric = metricOn(task, measureOf(test.measure));
  const own = rows.filter((row) => row.task === task.id && row.metric === metric);
  const groups = [...new Set(own.map(({ group }) => group))];
  if (groups.length === 0) throw lacking(`its task ${task.id} has no ${metric}`, place);
  if (test.group !== undefined) {
    if (groups.includes(test.group)) return test.group;
    throw new FalsematchError(
      `${place.place}: the task ${task.id} has no group "${test.group}" of ${metric}; it has ${groups.join('; ')}.`,
    );
  }
  const usual = groups.includes(WHOLE) ? [WHOLE] : groups.filter((group) => !ASIDE.test(group));
  const [group] = usual;
  if (group === undefined || usual.length > 1) {
    throw new FalsematchError(`${place.place}: name the "group" that is meant, one of ${groups.join('; ')}.`);
  }
  checkPoint(test, task.protocol === 'pairs' && !task.condition, own, place);
  return group;
}

/** Scores of pairs as published are all kept, and give any operating point; elsewhere it must be one of the run's. */
function checkPoint(test: ClaimTest, anyPoint: boolean, own: readonly MetricRow[], place: TestPlace): void {
  const at = pointOf(test);
  const points = [...new Set(own.map((row) => row.at))].filter((point) => point !== '');
  if (at === undefined || anyPoint || points.length === 0 || points.includes(at)) return;
  throw lacking(`its ${test.measure} is at ${points.join(', ')}, not at ${at}`, place);
}
