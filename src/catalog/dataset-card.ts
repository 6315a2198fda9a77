import { z } from 'zod';
import { fileSchema, licenceSchema, nameSchema, sha256Schema } from './card-parts.js';

/** How the files on disk become samples; `reader` names a file of src/datasets/layouts. */
export const layoutSchema = z.strictObject({
  reader: z.string().min(1),
  /** The folder inside the dataset that holds the pictures; absent: its top. */
  root: z.string().optional(),
  /** The manifest (CSV layouts), inside the dataset. */
  manifest: z.string().optional(),
});

/** A published list of comparisons that belongs to this dataset. */
export const pairListSchema = z.strictObject({
  type: z.literal('pairs'),
  format: z.string().min(1),
  /** The dataset card that holds the list; absent: this one. */
  dataset: nameSchema.optional(),
  file: z.string().min(1),
});

export const datasetCardSchema = z.strictObject({
  name: nameSchema,
  title: z.string().min(1),
  kind: z.enum(['faces', 'plates', 'lists']),
  description: z.string().min(1).optional(),
  samples: z.int().nonnegative().optional(),
  subjects: z.int().nonnegative().optional(),
  licence: licenceSchema,
  consent: z.string().min(1),
  citation: z.string().min(1).optional(),
  files: z.array(fileSchema).default([]),
  /** Number of files after unpacking and the SHA-256 over the sorted lines `path<TAB>sha256`. */
  content: z.strictObject({ files: z.int().nonnegative(), digest: sha256Schema.optional() }),
  layout: layoutSchema,
  protocols: z.record(z.string(), pairListSchema).default({}),
  notes: z.array(z.string().min(1)).default([]),
});

export type DatasetCard = z.output<typeof datasetCardSchema>;
export type DatasetLayout = z.output<typeof layoutSchema>;
export type PairListCard = z.output<typeof pairListSchema>;
