import { z } from 'zod';
import { nameSchema } from '../catalog/card-parts.js';
import { marginSchema } from '../catalog/model-card.js';
import { FACE_POLICIES } from '../faces/choose-face.js';
import { FUSION_WEIGHTS } from '../results/run-record.js';
import { conditionsSchema } from './conditions/condition-schema.js';

/** Seeds of 48 bits: what is added to one stays a whole number. */
export const MAX_SEED = 2 ** 48;

/** A thing that may be one of several, the first that can be had. */
const choiceSchema = z.union([nameSchema, z.strictObject({ anyOf: z.array(nameSchema).min(1) })]);

/** How every system goes from picture to template unless it says otherwise. */
const defaultsSchema = z.strictObject({
  detector: nameSchema.default('scrfd-500m'),
  /** Which face of a picture counts. */
  policy: z.enum(FACE_POLICIES).default('most-central'),
  /** Whether the template of the mirrored face is added. */
  flipSum: z.boolean().default(false),
});

const faceSystemSchema = z.strictObject({
  model: nameSchema,
  /** The name under which results are reported; absent: the model's. */
  name: nameSchema.optional(),
  detector: nameSchema.optional(),
  policy: z.enum(FACE_POLICIES).optional(),
  flipSum: z.boolean().optional(),
});

/** A way from picture to the text of a number plate. */
const plateSystemSchema = z.strictObject({
  reader: nameSchema,
  detector: nameSchema,
  /** The name under which results are reported; absent: "DETECTOR_READER". */
  name: nameSchema.optional(),
  /**
   * What this reader wants around a plate as this detector marks it, as shares of the plate's width and height on each
   * side: readers differ strongly in it, and detectors in what they mark. Absent: what the reader's card says.
   */
  margin: marginSchema.optional(),
  /** The same around a plate as the dataset marks it; absent: `margin`. */
  labelMargin: marginSchema.optional(),
});

const systemSchema = z.union([faceSystemSchema, plateSystemSchema]);

/** How the pictures of a template of several count in it. */
const fusionSchema = z.enum(FUSION_WEIGHTS).optional();

/** A target FMR as it is printed: "1e-3". */
const operatingPointSchema = z
  .union([z.number(), z.string().regex(/^[1-9](\.\d+)?e-[1-9]\d?$/, 'write a false-match rate such as 1e-3')])
  .refine((rate) => Number(rate) > 0 && Number(rate) < 1, 'write a false-match rate between 0 and 1, such as 1e-3')
  .transform((rate) => Number(rate).toExponential());

const anyTask = {
  id: nameSchema,
  title: z.string().min(1).optional(),
  /** A key of `data`. */
  data: z.string().min(1),
  /** What the numbers can and cannot show, printed beside them. */
  caveat: z.string().min(1).optional(),
};

const taskBase = {
  ...anyTask,
  /** Target false-match rates; of searches, target false-positive identification rates (FPIR). */
  at: z.array(operatingPointSchema).min(1),
};

/** Attributes of samples with the value that each must have. */
const sampleFilterSchema = z
  .record(z.string().min(1), z.string())
  .refine((filter) => Object.keys(filter).length > 0, 'name at least one attribute');

const drawnPairsSchema = z
  .strictObject({
    /** A list to take in their place where the dataset has one of this name. */
    list: z.string().min(1).optional(),
    mated: z.int().positive(),
    nonMated: z.int().positive(),
    /** At most so many mated pairs of one subject. */
    perSubject: z.int().positive().optional(),
    /** The attributes of the first and of the second sample of each pair, where pairs are drawn between two kinds of samples. */
    references: sampleFilterSchema.optional(),
    probes: sampleFilterSchema.optional(),
  })
  .refine(({ references, probes }) => (references === undefined) === (probes === undefined), {
    path: ['references'],
    message: 'expected "references" and "probes" together, found one of them',
  });

/** A seeded part of a published list that is too long to be compared whole. */
const listPartSchema = z.strictObject({
  from: z.string().min(1),
  /** At most so many; absent: all of them. */
  mated: z.int().positive().optional(),
  nonMated: z.int().positive().optional(),
});

/** An attribute of the subjects, or a cross of several. */
const groupSchema = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1)], 'name an attribute, or list those of a cross')
  .transform((names) => (typeof names === 'string' ? [names] : names))
  .refine((names) => new Set(names).size === names.length, 'a cross names each attribute once');

/** The groups of a task; the order of a cross does not make it another. */
const groupsSchema = z
  .array(groupSchema)
  .min(1)
  .refine(
    (groups) => new Set(groups.map((names) => JSON.stringify([...names].sort()))).size === groups.length,
    'name each attribute or cross once',
  );

const pairsTaskSchema = z.strictObject({
  ...taskBase,
  protocol: z.literal('pairs'),
  fusion: fusionSchema,
  /** The name of a published list of the dataset, a part of one, or how pairs are drawn from its subjects. */
  pairs: z.union([z.string().min(1), listPartSchema, drawnPairsSchema]),
  /** By what figures are also given. */
  groups: groupsSchema.optional(),
  /**
   * Who sets the thresholds of a second set of figures, of people held out: another task above this one, whose subjects
   * are others, or a share of this task's subjects, who are then not reported on.
   */
  calibrate: z
    .union([z.strictObject({ task: nameSchema }), z.strictObject({ share: z.number().gt(0).lt(1) })])
    .optional(),
  conditions: conditionsSchema.optional(),
});

const coOccurrenceTaskSchema = z.strictObject({ ...taskBase, protocol: z.literal('co-occurrence') });

const recaptureTaskSchema = z.strictObject({
  ...taskBase,
  protocol: z.literal('recapture'),
  /** How the second picture is taken: its size as a share of the first, and its JPEG quality. */
  capture: z.strictObject({ scale: z.number().gt(0).max(1), jpegQuality: z.int().min(1).max(100) }),
  /** The task whose non-mated scores set the thresholds. */
  nonMatedFrom: nameSchema,
});

const allPairsTaskSchema = z.strictObject({
  ...taskBase,
  protocol: z.literal('all-pairs'),
  fusion: fusionSchema,
  /** By what rates are also given. */
  groups: groupsSchema.optional(),
});

/** Watch-lists that are drawn from the subjects. */
const drawnSearchSchema = z.strictObject({
  gallery: z.strictObject({
    /** How many subjects are on the list; several numbers make several lists, each the beginning of the next. */
    subjects: z.union([z.int().positive(), z.array(z.int().positive()).min(1)]),
    samplesPerSubject: z.int().positive().default(1),
    /** What a candidate's score is: the best of its samples', or that of the mean of their templates. */
    consolidate: z.enum(['best', 'mean']).default('best'),
    /** A key of `data` whose pictures are enrolled too, in every list, each a candidate of its own and nobody's mate. */
    distractors: z.string().min(1).optional(),
  }),
  probes: z
    .strictObject({
      /** At most so many samples of one subject. */
      perSubject: z.int().positive().optional(),
      /** What one search is of: a sample; or the samples of a subject, all of them or those that agree in an attribute. */
      per: z.string().min(1).default('sample'),
      /** A key of `data` whose people pass by: the non-mated probes in place of this dataset's own. */
      passersBy: z.string().min(1).optional(),
    })
    .prefault({}),
  seed: z.int().nonnegative().max(MAX_SEED).optional(),
});

const searchTaskSchema = z.strictObject({
  ...taskBase,
  protocol: z.literal('search'),
  fusion: fusionSchema,
  /** The name of published splits of the dataset, or how watch-lists are drawn from its subjects. */
  search: z.union([z.string().min(1), drawnSearchSchema]),
  /** Target false-match rates of all samples of a published split with each other. */
  verificationAt: z.array(operatingPointSchema).min(1).optional(),
  conditions: conditionsSchema.optional(),
});

const platesTaskSchema = z.strictObject({
  ...anyTask,
  protocol: z.literal('plates'),
  /** From which intersection over union on a plate that was found is the one that the dataset marks. */
  iou: z
    .number()
    .refine((overlap) => overlap > 0 && overlap < 1, 'write a share between 0 and 1, such as 0.5')
    .default(0.5),
  /** The characters that readers of many scripts may give; absent: those that the dataset's card names. */
  alphabet: z.string().min(1, 'name at least one character, or leave it out').optional(),
  /** Attributes of the pictures by which figures are also given. */
  groups: z
    .array(z.string().min(1))
    .min(1)
    .refine((names) => new Set(names).size === names.length, 'name each attribute once')
    .optional(),
  conditions: conditionsSchema.optional(),
});

export const taskSchema = z.discriminatedUnion('protocol', [
  pairsTaskSchema,
  coOccurrenceTaskSchema,
  recaptureTaskSchema,
  allPairsTaskSchema,
  searchTaskSchema,
  platesTaskSchema,
]);

export const suiteSchema = z.strictObject({
  name: nameSchema,
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  seed: z.int().nonnegative().max(MAX_SEED).default(1),
  /** Confidence of every interval. */
  level: z.number().gt(0.5).lt(1).default(0.95),
  data: z.record(z.string(), choiceSchema),
  defaults: defaultsSchema.prefault({}),
  systems: z.array(systemSchema).min(1),
  tasks: z.array(taskSchema).min(1),
});

export type Suite = z.output<typeof suiteSchema>;
export type SuiteSystem = Suite['systems'][number];
export type SuiteTask = z.output<typeof taskSchema>;
export type FusionWeight = (typeof FUSION_WEIGHTS)[number];
export type SuiteChoice = z.output<typeof choiceSchema>;
/** How watch-lists are drawn. */
export type DrawnSearch = z.output<typeof drawnSearchSchema>;

/** The name under which a system's results are reported. */
export function systemName(system: SuiteSystem): string {
  if (system.name !== undefined) return system.name;
  return 'reader' in system ? `${system.detector}_${system.reader}` : system.model;
}

/** Whether a task is about what a system gives: the text of plates, or templates of faces. */
export function isAbout({ protocol }: Pick<SuiteTask, 'protocol'>, system: object): boolean {
  return 'reader' in system === (protocol === 'plates');
}
