import { FalsematchError } from '../../files/errors.js';
import { loadCondition } from '../../images/conditions/load-conditions.js';
import type { Suite, SuiteTask } from '../suite.js';
import { drawnListsOf } from './check-condition.js';

/**
 * The suite with conditions added to every task that they can be put before: pairs, searches in one drawn list, plates.
 * A condition about faces is not put before tasks of plates, nor the reverse. Throws for a condition that there is not,
 * and for one that none of the tasks can be measured through.
 */
export async function addConditions(suite: Suite, names: readonly string[]): Promise<Suite> {
  const cards = await Promise.all(names.map(async (given) => ({ given, about: (await loadCondition(given)).about })));
  const fitting = (task: SuiteTask) =>
    takesConditions(task)
      ? cards.filter(({ about }) => about === 'any' || about === (task.protocol === 'plates' ? 'plates' : 'faces'))
      : [];
  const idle = cards.find((card) => !suite.tasks.some((task) => fitting(task).includes(card)));
  if (idle) {
    throw new FalsematchError(
      `Suite ${suite.name} has no task that could be measured through ${idle.given}, which is about ${idle.about === 'any' ? 'faces or plates' : idle.about}; it needs pairs, a search in one drawn list, or plates.`,
    );
  }
  return {
    ...suite,
    tasks: suite.tasks.map((task) =>
      throughMore(
        task,
        fitting(task).map(({ given }) => given),
      ),
    ),
  };
}

function takesConditions(task: SuiteTask): boolean {
  switch (task.protocol) {
    case 'pairs':
    case 'plates':
      return true;
    case 'search': {
      const { search } = task;
      return typeof search !== 'string' && search.probes.passersBy === undefined && drawnListsOf(search) === 1;
    }
    default:
      return false;
  }
}

function throughMore(task: SuiteTask, names: readonly string[]): SuiteTask {
  if (names.length === 0 || !(task.protocol === 'pairs' || task.protocol === 'search' || task.protocol === 'plates')) {
    return task;
  }
  const { side = 'probe', through = [], ...rest } = task.conditions ?? {};
  return { ...task, conditions: { ...rest, side, through: [...through, ...names] } };
}
