import { canonicalJson } from '../../files/canonical-json.js';
import { stepTexts } from '../../images/conditions/step-schema.js';
import type { RunRecord, TaskRecord } from '../run-record.js';
import type { SystemTables } from '../run-tables.js';

/** Where a task through a condition contradicts itself or the task that it is of, a sentence each. */
export function conditionContradictions(
  record: Pick<RunRecord, 'tasks'>,
  task: TaskRecord,
  systems: ReadonlyMap<string, SystemTables>,
): string[] {
  const { condition } = task;
  if (!condition) return [];
  const published = (id: string) => record.tasks.find((other) => other.id === id && !other.condition);
  const of = published(condition.of);
  const source = published(condition.thresholdsFrom);
  if (!of || !source) return ['its pictures as published, or those that set its thresholds, are no task of the run'];
  const problems: string[] = [];
  if (canonicalJson(comparedIn(of)) !== canonicalJson(comparedIn(task))) {
    problems.push(`what is compared in it is not what is compared in ${of.id}`);
  }
  if (task.protocol !== 'plates' && task.at.some((point) => !source.at.includes(point))) {
    problems.push(`${source.id} does not set all of its operating points`);
  }
  if (condition.does.join('\n') !== stepTexts(condition.steps).join('\n')) {
    problems.push('what it is said to do is not what its steps do');
  }
  const wanted = task.protocol === 'pairs' && !condition.sweep;
  if ([...systems.values()].some(({ quality }) => (quality !== undefined) !== wanted)) {
    problems.push(`the quality of its probes is ${wanted ? 'missing' : 'there, and nobody asked for it'}`);
  }
  return problems;
}

/** What must be the same in both. */
function comparedIn({ protocol, dataset, at, level, pairs, pairsSha256, comparisons, search, plates }: TaskRecord) {
  const iou = plates?.iou ?? null;
  return [
    protocol,
    dataset,
    at,
    level,
    pairs ?? null,
    pairsSha256 ?? null,
    comparisons ?? null,
    search?.lists ?? null,
    iou,
  ];
}
