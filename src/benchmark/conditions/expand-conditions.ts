import { FalsematchError } from '../../files/errors.js';
import { loadCondition } from '../../images/conditions/load-conditions.js';
import { splitQuantity } from '../../images/conditions/quantity.js';
import type { Step, StepKind } from '../../images/conditions/step.js';
import { readSteps, stepKind, stepSchema, stepTexts } from '../../images/conditions/step-schema.js';
import type { Suite, SuiteTask } from '../suite.js';
import type { Conditions, OwnCondition, Sweep } from './condition-schema.js';

/** A task's condition, with everything that it does. */
export interface TaskCondition {
  readonly name: string;
  readonly title: string;
  readonly side: 'probe' | 'both';
  readonly steps: readonly Step[];
  /** The task that is measured through it. */
  readonly of: string;
  /** The task that sets the thresholds. */
  readonly thresholdsFrom: string;
  /** Of a sweep: what changes, and to what number, in its unit. */
  readonly sweep?: { readonly of: string; readonly value: number; readonly unit: string };
}

/** A task as it is measured: as the suite says it, or the same through a condition. */
export type PlannedTask = SuiteTask & { readonly condition?: TaskCondition };

/** A suite in which every condition of a task is a task of its own, after the one that it is of. */
export type PlannedSuite = Omit<Suite, 'tasks'> & { readonly tasks: readonly PlannedTask[] };

/** Makes every condition a task. Throws for a condition that there is not, and for steps that are none. */
export async function expandConditions(suite: Suite): Promise<PlannedSuite> {
  const tasks: PlannedTask[] = [];
  for (const task of suite.tasks) {
    if (!('conditions' in task) || !task.conditions) {
      tasks.push(task);
      continue;
    }
    const { conditions, ...own } = task;
    const base: SuiteTask = own;
    const where = `Suite ${suite.name}, task ${task.id}`;
    const found = await conditionsOf(conditions, task.id, where);
    const names = found.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new FalsematchError(`${where}: two conditions are called "${twice}"; rename one.`);
    tasks.push(base, ...found.map((condition) => throughCondition(base, condition)));
  }
  return { ...suite, tasks };
}

/** The task through a condition: groups and the like stay with the task as published. */
function throughCondition(task: SuiteTask, condition: TaskCondition): PlannedTask {
  const id = `${task.id}.${condition.name}`;
  const title = `${task.title ?? task.id}, ${condition.title}`;
  switch (task.protocol) {
    case 'pairs': {
      const { groups: _, calibrate: __, caveat: ___, ...rest } = task;
      return { ...rest, id, title, condition };
    }
    case 'search': {
      const { verificationAt: _, caveat: __, ...rest } = task;
      return { ...rest, id, title, condition };
    }
    default: {
      const { caveat: _, ...rest } = task;
      return { ...rest, id, title, condition };
    }
  }
}

async function conditionsOf(
  { side, thresholdsFrom, through }: Conditions,
  of: string,
  where: string,
): Promise<TaskCondition[]> {
  const common = { side, of, thresholdsFrom: thresholdsFrom ?? of };
  const found: TaskCondition[] = [];
  for (const one of through) {
    if (typeof one === 'string') {
      const { name, title, steps } = await loadCondition(one);
      found.push({ name, title, steps, ...common });
    } else if ('sweep' in one) {
      found.push(...sweepConditions(one, where).map((own) => ({ ...own, ...common })));
    } else {
      found.push({ ...ownCondition(one, where), ...common });
    }
  }
  return found;
}

function ownCondition({ name, title, steps: raw }: OwnCondition, where: string) {
  const steps = readSteps(raw, `${where}, condition ${name}`);
  return { name, title: title ?? (stepTexts(steps).join('; ') || 'as published'), steps };
}

function sweepConditions(sweep: Sweep, where: string) {
  const kind = stepKind(sweep.sweep);
  const parameter = sweep.parameter ?? kind.sweep?.parameter;
  if (parameter === undefined) {
    throw new FalsematchError(`${where}: the step "${kind.name}" has no number to sweep; name its "parameter".`);
  }
  return sweep.values.map((value) => {
    const text = withUnit(value, parameter, sweep, kind);
    const name = `${sweep.name ?? kind.name}-${nameOf(value)}`;
    const swept = { ...sweep.with, step: kind.name, [parameter]: text };
    const at = `${where}, sweep of ${kind.name}`;
    const steps = readSteps([...sweep.before, swept, ...sweep.after], at);
    const isNumber = typeof steps[sweep.before.length]?.[parameter] === 'number';
    const amount = isNumber ? splitQuantity(text) : undefined;
    return {
      name,
      title: `${sweep.name ?? kind.name} ${text}`,
      steps,
      ...(amount ? { sweep: { of: sweep.name ?? kind.name, value: amount.number, unit: amount.unit } } : {}),
    };
  });
}

/** A bare number with the step's unit, where the parameter takes it: another than the usual one may have none. */
function withUnit(value: number | string, parameter: string, { with: others }: Sweep, kind: StepKind): number | string {
  if (typeof value === 'string' || !kind.sweep?.unit) return value;
  const text = `${value} ${kind.sweep.unit}`;
  const takes = (one: number | string) =>
    stepSchema.safeParse({ ...others, step: kind.name, [parameter]: one }).success;
  return parameter !== kind.sweep.parameter && !takes(text) && takes(value) ? value : text;
}

/** "1/50 s" as a part of a name: "1-50". */
function nameOf(value: number | string): string {
  const number = typeof value === 'number' ? String(value) : (/^[-+\d./]+/.exec(value.trim())?.[0] ?? value);
  return number
    .toLowerCase()
    .replace(/^-/, 'minus-')
    .replace(/[^a-z0-9.-]+/g, '-');
}
