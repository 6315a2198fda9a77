import { z } from 'zod';

/** A figure as it was printed: a percentage, a share, or "1 in 6,000". */
const printedSchema = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => PRINTED.test(text.trim()), 'write a figure as it was printed, such as "92%", 0.92 or "1 in 6,000"')
  .refine((text) => !text.includes('%') || Number.parseFloat(text) <= 100, 'a share is at most 100%')
  .refine(
    (text) => !/^[\d.]+$/.test(text.trim()) || Number(text) <= 1,
    'a share is at most 1; write 92% for a percentage',
  );

const PRINTED = /^(\d+(\.\d+)?\s*%|[01](\.\d+)?|\.\d+|1\s*(in|\/)\s*[1-9][\d,]*(\.\d+)?)$/i;

const readingSchema = z
  .strictObject({
    /** What the trials are: "alerts", "faces scanned". */
    of: z.string().min(1),
    /** What was counted among them: "false alerts". */
    counted: z.string().min(1),
    /** Absent: the source does not tell. */
    errors: z.int().nonnegative().optional(),
    trials: z.int().positive().optional(),
  })
  .superRefine(({ errors, trials }, context) => {
    if (errors === undefined || trials === undefined || errors <= trials) return;
    context.addIssue({
      code: 'custom',
      path: ['errors'],
      message: `what is counted cannot be more than the ${trials} trials`,
      input: errors,
    });
  });

/** Counts that somebody has reported, and the figure that was made of them. */
export const countsSchema = z.strictObject({
  reported: printedSchema,
  /** The ways in which the figure can be read; the first is how it is put. */
  readings: z.array(readingSchema).min(1),
});

export type Counts = z.output<typeof countsSchema>;
export type CountedReading = Counts['readings'][number];
