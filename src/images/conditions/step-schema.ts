import { z } from 'zod';
import { schemaProblem } from '../../catalog/schema-problem.js';
import { nearestName, unknownName } from '../../files/errors.js';
import type { Step, StepKind, StepNeed } from './step.js';
import { STEP_KINDS } from './steps.js';

const KINDS: ReadonlyMap<string, StepKind> = new Map(STEP_KINDS.map((kind) => [kind.name, kind]));

/** The kind of step of that name; throws with the nearest name. */
export function stepKind(name: string): StepKind {
  const kind = KINDS.get(name);
  if (!kind) throw unknownName('step', name, [...KINDS.keys()]);
  return kind;
}

type Schemas = readonly [z.ZodType<Step>, ...z.ZodType<Step>[]];

/** A step as cards and suites write it, with units; what comes out is plain numbers. */
export const stepSchema = z.discriminatedUnion(
  'step',
  STEP_KINDS.map(({ schema }) => schema) as unknown as Parameters<typeof z.discriminatedUnion>[1],
  { error: wrongStep },
) as unknown as Schemas[0];

/** What was expected of a step that is no object, or has no name that is known. */
function wrongStep({ code, input }: { readonly code?: string; readonly input?: unknown }): string | undefined {
  if (code === 'invalid_type') return 'expected a step with its parameters, such as { step: jpeg, quality: 80 }';
  if (code !== 'invalid_union') return undefined;
  const name = (input as { readonly step?: unknown }).step;
  const near = typeof name === 'string' ? nearestName(name, [...KINDS.keys()]) : undefined;
  // Where one is near, whoever tells the problem names it.
  if (near) return 'expected the name of a step';
  return 'expected the name of a step ("falsematch conditions steps" lists them)';
}

/**
 * Steps as cards and suites write them, with units, made ready for `applyCondition`. Throws FalsematchError, naming
 * `where` and the parameter, for what is no step.
 */
export function readSteps(steps: readonly unknown[], where: string): Step[] {
  return steps.map((step, at) => {
    const result = stepSchema.safeParse(step);
    if (!result.success) throw schemaProblem(`${where}, step ${at + 1}`, stepSchema, result.error, step);
    return result.data;
  });
}

/** What steps need to know of a picture, or find on the machine. */
export function needsOf(steps: readonly Step[]): Set<StepNeed> {
  return new Set(steps.flatMap((step) => stepKind(step.step).needs(step as never)));
}

/** What steps do, for people, one text each. */
export function stepTexts(steps: readonly Step[]): string[] {
  return steps.map((step) => stepKind(step.step).text(step as never));
}
