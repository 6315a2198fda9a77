import { FalsematchError, unknownName } from '../files/errors.js';
import { isAbout, MAX_SEED, type Suite, type SuiteTask, systemName } from './suite.js';

/** What the caller may change in a suite without editing it. */
export interface SuiteOverrides {
  /** Dataset names by the keys of the suite's `data`. */
  readonly data?: Readonly<Record<string, string>>;
  /** Measure only these systems. */
  readonly models?: readonly string[];
  /** Face models to measure besides, each as a system of the suite's defaults. */
  readonly with?: readonly string[];
  readonly seed?: number;
}

/**
 * The suite with the overrides applied; tasks for which no system is left are left out, and titles and caveats of tasks on
 * other data, since they speak of the suite's own. Throws for a key or a system that
 * the suite does not have.
 */
export function overrideSuite(asked: Suite, { data = {}, models, seed, with: more = [] }: SuiteOverrides): Suite {
  const suite = { ...asked, systems: [...asked.systems, ...more.map((model) => ({ model }))] };
  for (const key of Object.keys(data)) {
    if (!Object.hasOwn(suite.data, key))
      throw unknownName(`key of "data" in suite ${suite.name}`, key, Object.keys(suite.data));
  }
  if (seed !== undefined && seed > MAX_SEED)
    throw new FalsematchError(`--seed must be at most ${MAX_SEED}, not ${seed}.`);
  const named = suite.systems.map(systemName);
  for (const model of models ?? []) {
    if (!named.includes(model)) throw unknownName(`system in suite ${suite.name}`, model, named);
  }
  const systems = models ? suite.systems.filter((system) => models.includes(systemName(system))) : suite.systems;
  const isLeft = (task: SuiteTask) => systems.some((system) => isAbout(task, system));
  return {
    ...suite,
    seed: seed ?? suite.seed,
    data: { ...suite.data, ...data },
    systems,
    tasks: suite.tasks.filter((task) => !models || isLeft(task)).map((task) => aboutOther(task, suite, data)),
  };
}

/** What a suite for anybody's pictures names in place of a dataset. */
const ANYBODYS = 'my-set';

/** A task on other data than its suite was written for, without what the suite says of those. */
function aboutOther(task: SuiteTask, { data: own }: Suite, data: Readonly<Record<string, string>>): SuiteTask {
  const choice = own[task.data] ?? ANYBODYS;
  const known = typeof choice === 'string' ? [choice] : choice.anyOf;
  const chosen = data[task.data];
  if (chosen === undefined || known.includes(chosen) || known.includes(ANYBODYS)) return task;
  const { title: _, caveat: __, ...rest } = task;
  return rest;
}
