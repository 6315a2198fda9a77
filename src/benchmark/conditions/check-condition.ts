import { FalsematchError } from '../../files/errors.js';
import { needsOf } from '../../images/conditions/step-schema.js';
import type { SuiteTask } from '../suite.js';
import type { PlannedTask, TaskCondition } from './expand-conditions.js';

/** Refuses a condition that its task cannot be seen through, and thresholds that nobody sets. */
export function checkCondition(
  task: SuiteTask,
  { steps, side, of, thresholdsFrom }: TaskCondition,
  earlier: readonly PlannedTask[],
  where: string,
): void {
  const needs = needsOf(steps);
  if (task.protocol === 'plates' ? needs.has('face') : needs.has('plates')) {
    const [other, own] = task.protocol === 'plates' ? ['a face', 'plates'] : ['marked plates', 'faces'];
    throw new FalsematchError(`${where}: a step of its condition needs ${other}, and the task is about ${own}.`);
  }
  if (task.protocol === 'plates') return;
  if (task.protocol === 'search') checkSearch(task, side, where);
  const source = earlier.find(({ id }) => id === thresholdsFrom);
  const isOneToOne = source?.protocol === 'pairs' || source?.protocol === 'all-pairs';
  if (!source || source.condition || (task.protocol === 'search' ? thresholdsFrom !== of : !isOneToOne)) {
    const wanted =
      task.protocol === 'search'
        ? 'be left out, since a search sets its own'
        : 'name a task with pairs or all pairs above it';
    throw new FalsematchError(`${where}: thresholdsFrom must ${wanted}, and "${thresholdsFrom}" is given.`);
  }
  const set = 'at' in source ? source.at : [];
  const missing = 'at' in task ? task.at.filter((point) => !set.includes(point)) : [];
  if (missing.length === 0) return;
  throw new FalsematchError(
    `${where}: the operating points ${missing.join(', ')} are not set by ${thresholdsFrom}; add them to its "at".`,
  );
}

/** How many lists are drawn; none where they are published. */
export function drawnListsOf(search: (SuiteTask & { protocol: 'search' })['search']): number {
  return typeof search === 'string' ? 0 : [search.gallery.subjects].flat().length;
}

/** In one list a sample is enrolled or searched for, in several it may be both, and only probes go through a condition. */
function checkSearch({ search }: SuiteTask & { protocol: 'search' }, side: TaskCondition['side'], where: string): void {
  if (typeof search !== 'string' && search.probes.passersBy !== undefined) {
    throw new FalsematchError(
      `${where}: passers-by of other data do not go through a condition; leave one of both out.`,
    );
  }
  if (drawnListsOf(search) === 1 && side === 'probe') return;
  throw new FalsematchError(
    side === 'both'
      ? `${where}: a search through a condition has references as published; leave "side" out.`
      : `${where}: a search through a condition needs one list that is drawn; give "gallery" one number of subjects.`,
  );
}
