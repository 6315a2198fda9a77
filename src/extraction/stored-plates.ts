import { z } from 'zod';

const share = z.number().min(0).max(1);

const pointSchema = z.tuple([z.number(), z.number()]);

const readingSchema = z
  .strictObject({
    text: z.string(),
    confidence: share,
    characters: z.array(share),
    ranked: z.array(z.strictObject({ text: z.string(), confidence: share })).optional(),
  })
  .refine(({ text, characters }) => [...text].length === characters.length);

/** Readings of plates as the cache keeps them. */
export const storedPlatesSchema = z.strictObject({
  state: z.literal('ok'),
  plates: z.array(
    z.strictObject({
      box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
      score: share,
      corners: z.tuple([pointSchema, pointSchema, pointSchema, pointSchema]).optional(),
      lines: z.union([z.literal(1), z.literal(2)]).optional(),
      reading: readingSchema.optional(),
    }),
  ),
  given: z.array(readingSchema.nullable()),
});
