import { z } from 'zod';
import { nameSchema } from '../../catalog/card-parts.js';

/** A step as a card writes it; a sweep fills one parameter in, so it is checked when that is done. */
const rawStepSchema = z.looseObject({ step: z.string().min(1) });

/** Many conditions that differ in one number. */
const sweepSchema = z.strictObject({
  /** The step whose parameter changes. */
  sweep: z.string().min(1),
  /** The parameter; absent: the one that the step is mostly about. */
  parameter: z.string().min(1).optional(),
  /** With units, or bare numbers of that parameter's own unit. */
  values: z.array(z.union([z.number(), z.string().min(1)])).min(2),
  /** The step's other parameters. */
  with: z.record(z.string(), z.unknown()).optional(),
  /** Steps before and after it. */
  before: z.array(rawStepSchema).default([]),
  after: z.array(rawStepSchema).default([]),
  /** What the conditions are called, with the number behind it; absent: the step's name. */
  name: nameSchema.optional(),
});

/** From the folder that one stands in. */
const fileSchema = z.string().regex(/\.ya?ml$/i, 'the path of a .yaml file');

const ownConditionSchema = z.strictObject({
  name: nameSchema,
  title: z.string().min(1).optional(),
  steps: z.array(rawStepSchema),
});

/** Through what a task is measured again. */
export const conditionsSchema = z.strictObject({
  /** Whose pictures go through the condition: the probes', against references as published, or both sides'. */
  side: z.enum(['probe', 'both']).default('probe'),
  /** The task, above this one or itself, that sets the thresholds on pictures as published; absent: itself. */
  thresholdsFrom: nameSchema.optional(),
  /** Names of condition cards or paths of their files, conditions written out, and sweeps. */
  through: z
    .array(
      z.union(
        [nameSchema, fileSchema, ownConditionSchema, sweepSchema],
        'name a condition, write its steps, or a sweep',
      ),
    )
    .min(1),
});

export type Conditions = z.output<typeof conditionsSchema>;
export type Sweep = z.output<typeof sweepSchema>;
export type OwnCondition = z.output<typeof ownConditionSchema>;
