import { z } from 'zod';

/** YAML takes a year alone for a number. */
const dateSchema = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine((text) => /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text), 'write a date such as 2019, 2019-03 or 2019-03-29');

const publicationSchema = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  date: dateSchema,
  address: z.url('write an address that begins with https:// or http://'),
  /** A copy that an archive keeps. */
  archived: z.url().optional(),
});

/** A publication that makes a claim. */
const madeInSchema = z
  .strictObject({
    title: z.string().min(1),
    publisher: z.string().min(1),
    date: dateSchema.optional(),
    address: z.url('write an address that begins with https:// or http://').optional(),
    archived: z.url().optional(),
    /** Whether the publisher has taken it down. */
    removed: z.boolean().default(false),
    /** Where its content was read, where that is not the publication itself. */
    readIn: publicationSchema.optional(),
  })
  .superRefine(({ readIn, address, date }, context) => {
    for (const [field, value] of Object.entries({ address, date })) {
      if (readIn !== undefined || value !== undefined) continue;
      context.addIssue({
        code: 'custom',
        path: [field],
        message: `a source needs its ${field}, or "readIn": where its content was read`,
      });
    }
  });

/** Who claims something, and where; "own" for limits of one's own. */
export const sourceSchema = z.union([z.literal('own'), madeInSchema]);

export type ClaimSource = z.output<typeof sourceSchema>;
export type Publication = z.output<typeof madeInSchema>;
