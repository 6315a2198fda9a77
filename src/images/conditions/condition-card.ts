import { z } from 'zod';
import { nameSchema } from '../../catalog/card-parts.js';
import { stepSchema } from './step-schema.js';

/** A condition as its card describes it: what stands between a subject and the picture of it, step by step. */
export const conditionCardSchema = z.strictObject({
  /** The same as the file's name. */
  name: nameSchema,
  title: z.string().trim().min(1),
  description: z.string().trim().min(1).optional(),
  /** Which pictures it makes sense for. */
  about: z.enum(['faces', 'plates', 'any']).default('any'),
  /** In the order in which they happen; none: the picture as published. */
  steps: z.array(stepSchema, 'expected a list of steps'),
  notes: z.string().trim().min(1).optional(),
});

export type ConditionCard = z.output<typeof conditionCardSchema>;
