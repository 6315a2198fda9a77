import { z } from 'zod';
import { fileSchema, licenceSchema, nameSchema, sha256Schema } from './card-parts.js';

/** How the files on disk become samples; `reader` names a file of src/datasets/layouts. */
export const layoutSchema = z.strictObject({
  reader: z.string().min(1),
  /** The folder inside the dataset that holds the pictures; absent: its top. */
  root: z.string().optional(),
  /** The manifest (CSV layouts), inside the dataset. */
  manifest: z.string().optional(),
  /** The classes that are plates, by number (yolo) or name (voc), where they are not the reader's own. */
  classes: z
    .array(z.union([z.int().nonnegative(), z.string().min(1)]))
    .min(1)
    .optional(),
  /** Whether the pictures are faces cut out and aligned, and how: where the five points of each lie is known then. */
  aligned: z.literal('arcface-112').optional(),
});

/** A published list of comparisons that belongs to this dataset. */
export const pairListSchema = z.strictObject({
  type: z.literal('pairs'),
  format: z.string().min(1),
  /** The dataset card that holds the list; absent: this one. */
  dataset: nameSchema.optional(),
  /** The file; of formats that have several, the folder that holds them. */
  file: z.string().min(1),
});

/** Published splits of this dataset into a gallery and probes, for searches. */
export const splitsSchema = z.strictObject({
  type: z.literal('splits'),
  /** Names a file of src/datasets/search-lists. */
  format: z.string().min(1),
  /** The dataset card that holds the lists; absent: this one. */
  dataset: nameSchema.optional(),
  /** The folder inside that dataset that holds the lists; absent: its top. */
  root: z.string().min(1).optional(),
});

/** What a dataset publishes to be measured by; `type` says what kind of list it is. */
export const protocolSchema = z.discriminatedUnion('type', [pairListSchema, splitsSchema]);

/** A list of what the samples are (gender, ...) that another dataset card holds. */
export const attributeListSchema = z.strictObject({
  /** Names a file of src/datasets/attribute-lists. */
  format: z.string().min(1),
  /** The dataset card that holds the list. */
  dataset: nameSchema,
  /** The attributes that it gives. */
  provides: z.array(z.string().min(1)).min(1),
  /** Who says so: the subjects themselves, or somebody who looked at the pictures. */
  by: z.string().min(1),
});

const erratumBase = {
  /** Who published it: an address or a citation. */
  source: z.string().min(1),
  note: z.string().min(1).optional(),
};

/** Something in a dataset that is published as wrong. */
export const erratumSchema = z.discriminatedUnion('kind', [
  /** Samples that do not show the subject that they are filed under. */
  z.strictObject({ kind: z.literal('wrong-label'), samples: z.array(z.string().min(1)).min(1), ...erratumBase }),
  /** Subjects that are one person under several names. */
  z.strictObject({ kind: z.literal('same-person'), subjects: z.array(z.string().min(1)).min(2), ...erratumBase }),
  /** Samples that are one picture filed under several subjects. */
  z.strictObject({ kind: z.literal('duplicate'), samples: z.array(z.string().min(1)).min(2), ...erratumBase }),
]);

/** Whom to ask for a dataset that cannot simply be fetched; whoever has a copy imports that as it is. */
export const accessSchema = z.strictObject({
  /** An address or a name. */
  ask: z.string().min(1),
  /** What has to be agreed to, as far as it is known. */
  terms: z.string().min(1),
});

/** Which samples make one template, where a dataset compares templates of several. */
const templatesSchema = z.strictObject({
  /** The attribute that the samples of a template agree in. */
  by: z.string().min(1),
  /** The attribute that those of them agree in that are of one medium, such as the frames of a video. */
  media: z.string().min(1),
});

/** A false-match rate below which the labels are measured, not the systems. */
const labelFloorSchema = z.strictObject({ fmr: z.number().gt(0).lt(1), note: z.string().min(1) });

/** How many pixels of a picture a metre at its subject is. */
const pixelDensitySchema = z.strictObject({
  /** Of every picture alike. */
  perMetre: z.number().positive(),
  /** How that is known. */
  by: z.string().min(1),
});

/** How wide a plate is in truth, in metres: all of them, or by the value of an attribute. */
const plateWidthSchema = z.union([
  z.number().positive(),
  z.strictObject({ by: z.string().min(1), metres: z.record(z.string(), z.number().positive()) }),
]);

/** How the samples are made on this machine, for a dataset that is not fetched; the same settings give the same ones. */
export const generateSchema = z.strictObject({
  /** Names what makes them; its number goes up whenever it makes other ones of the same settings. */
  generator: z.literal('synthetic-plates'),
  version: z.int().positive(),
  seed: z.int().nonnegative(),
  count: z.int().positive(),
  formats: z.array(z.string().min(1)).min(1),
  conditions: z.array(z.string().min(1)).min(1),
  /** Of the pictures, in pixels. */
  width: z.int().positive(),
  height: z.int().positive(),
});

const contentSchema = z.strictObject({ files: z.int().nonnegative(), digest: sha256Schema.optional() });

export const datasetCardSchema = z
  .strictObject({
    name: nameSchema,
    title: z.string().min(1),
    kind: z.enum(['faces', 'plates', 'lists']),
    description: z.string().min(1).optional(),
    samples: z.int().nonnegative().optional(),
    subjects: z.int().nonnegative().optional(),
    licence: licenceSchema,
    consent: z.string().min(1),
    /** What capture conditions must know of pictures of faces. */
    pixelDensity: pixelDensitySchema.optional(),
    /** The same of pictures of plates, where each says how wide its plate is in pixels. */
    plateWidth: plateWidthSchema.optional(),
    /** The characters that its plates are written in. */
    alphabet: z.string().min(1).optional(),
    citation: z.string().min(1).optional(),
    files: z.array(fileSchema).default([]),
    /** In place of `files`. */
    access: accessSchema.optional(),
    /** In place of `files`. */
    generate: generateSchema.optional(),
    /** Whether the pictures are drawings that were made elsewhere. */
    drawn: z.literal(true).optional(),
    /** Number of files after unpacking and the SHA-256 over the sorted lines `path<TAB>sha256`. */
    content: contentSchema.optional(),
    layout: layoutSchema,
    templates: templatesSchema.optional(),
    protocols: z.record(z.string(), protocolSchema).default({}),
    attributes: z.array(attributeListSchema).default([]),
    errata: z.array(erratumSchema).default([]),
    /** Another card of the same samples, whose errata hold here too. */
    errataFrom: nameSchema.optional(),
    labelFloor: labelFloorSchema.optional(),
    notes: z.array(z.string().min(1)).default([]),
  })
  .refine(({ content, access }) => content !== undefined || access !== undefined, {
    path: ['content'],
    message: 'expected the number of files, which only a card with "access" may leave out, found nothing',
  });

export type DatasetCard = z.output<typeof datasetCardSchema>;
export type GenerateCard = z.output<typeof generateSchema>;
export type DatasetLayout = z.output<typeof layoutSchema>;
export type AttributeListCard = z.output<typeof attributeListSchema>;
export type TemplatesCard = z.output<typeof templatesSchema>;
export type ProtocolCard = z.output<typeof protocolSchema>;
