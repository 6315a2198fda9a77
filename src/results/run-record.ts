import { z } from 'zod';
import { sha256Schema } from '../catalog/card-parts.js';
import { faceSystemRecord, plateSystemRecord } from './system-record.js';

/** The layout of a run directory that this version writes. */
export const RUN_SCHEMA = 'falsematch-run/2';

/** A list of what the samples of a dataset are, that another dataset holds. */
const attributeListRecord = z.strictObject({
  dataset: z.string(),
  digest: sha256Schema,
  provides: z.array(z.string()),
  /** Who says so. */
  by: z.string(),
  /** Samples of the dataset that got a value from it. */
  samples: z.int(),
  /** Lines that were not readable, entries of no sample of the dataset, samples with two different values. */
  ignored: z.strictObject({ malformed: z.int(), absent: z.int(), contradictory: z.int() }),
});

const datasetRecord = z.strictObject({
  /** The key of the suite's `data` that it stands for. */
  key: z.string(),
  name: z.string(),
  title: z.string(),
  /** Content digest of what was on disk when the run read it. */
  digest: sha256Schema,
  samples: z.int(),
  subjects: z.int().optional(),
  licence: z.string(),
  consent: z.string(),
  /** Made by a generator on the machine that measured: drawings, no photographs. */
  drawn: z.literal(true).optional(),
  /** False-match rates below this measure the labels of the dataset, not the systems. */
  labelFloor: z.strictObject({ fmr: z.number().gt(0).lt(1), note: z.string() }).optional(),
  /** Lists of other datasets that the attributes of the subjects come from. */
  attributeLists: z.array(attributeListRecord).optional(),
});

/** How a search is made. */
const searchRecord = z.strictObject({
  /** Where the lists come from: published ones by name, or how they were drawn. */
  lists: z.string(),
  sha256: sha256Schema.optional(),
  /** Whether the lists are repetitions of one experiment, over which a mean is taken, or differ in size. */
  kind: z.enum(['splits', 'sizes']),
  /** Whether nobody stands on two of the lists: then they are no repetitions on the same people. */
  apart: z.literal(true).optional(),
  /** What a candidate's score is when several of its samples are enrolled. */
  consolidate: z.enum(['best', 'mean']),
  /** What one search is of: a sample, or the samples of a subject that agree in this attribute ("subject": all of them). */
  per: z.string(),
  /** Whose samples the non-mated probes are, where they come from another dataset. */
  passersBy: z.strictObject({ dataset: z.string(), digest: sha256Schema }).optional(),
  /** Whose samples are enrolled besides, each as a candidate of its own. */
  distractors: z.strictObject({ dataset: z.string(), digest: sha256Schema }).optional(),
  /** Target false-match rates of the comparison of all samples of a list with each other. */
  verificationAt: z.array(z.string()).optional(),
});

/** What plates are read, and how it is judged. */
const platesRecord = z.strictObject({
  /** Plates that the dataset marks or writes down, in how many pictures, of how many vehicles. */
  labels: z.int(),
  pictures: z.int(),
  vehicles: z.int(),
  /** From which intersection over union on a found plate is the marked one. */
  iou: z.number(),
  /** The characters that readers of many scripts may give. */
  alphabet: z.string().optional(),
  /** Attributes of the pictures by which figures are also given. */
  groups: z.array(z.string()).optional(),
});

/** Through what pictures went before anything was looked for in them. */
const conditionRecord = z.strictObject({
  name: z.string(),
  title: z.string(),
  side: z.enum(['probe', 'both']),
  /** The task that is measured through it; its table names what is compared. */
  of: z.string(),
  thresholdsFrom: z.string(),
  steps: z.array(z.looseObject({ step: z.string() })),
  /** What the steps do, for people. */
  does: z.array(z.string()),
  /** Of a sweep: what changes, and to what number. */
  sweep: z.strictObject({ of: z.string(), value: z.number(), unit: z.string() }).optional(),
});

/** In what ways samples are compared, searched for or read. */
export const PROTOCOLS = ['pairs', 'co-occurrence', 'recapture', 'all-pairs', 'search', 'plates'] as const;

/**
 * How the template of one picture counts in a template of several: all alike, or by the score with which its face was
 * found or marked, or by that and by its length before it was scaled ("score-norm", as InsightFace does).
 */
export const FUSION_WEIGHTS = ['plain', 'score', 'score-norm'] as const;

const taskRecord = z.strictObject({
  id: z.string(),
  title: z.string(),
  protocol: z.enum(PROTOCOLS),
  dataset: z.string(),
  at: z.array(z.string()),
  level: z.number(),
  caveat: z.string().optional(),
  pairs: z.string().optional(),
  pairsSha256: sha256Schema.optional(),
  comparisons: z.int().optional(),
  /** Of what lists, and how, samples are searched for. */
  search: searchRecord.optional(),
  plates: platesRecord.optional(),
  /** Of templates that are made of several samples: how many, and how a sample counts in the mean. */
  fusion: z
    .strictObject({ templates: z.int(), media: z.int(), samples: z.int(), weight: z.enum(FUSION_WEIGHTS) })
    .optional(),
  condition: conditionRecord.optional(),
  capture: z.strictObject({ scale: z.number(), jpegQuality: z.int() }).optional(),
  nonMatedFrom: z.string().optional(),
  /** By what figures are also given: an attribute of the subjects, or a cross of several. */
  groups: z.array(z.array(z.string()).min(1)).optional(),
  /** Who sets the thresholds of the group "held-out": another task, or a share of the subjects. */
  calibrate: z.union([z.strictObject({ task: z.string() }), z.strictObject({ share: z.number() })]).optional(),
  /** How many known errors of the dataset touch the task. */
  errata: z.int().positive().optional(),
  /** SHA-256 over everything above: what was measured, by name. */
  digest: sha256Schema,
});

export const runRecordSchema = z.strictObject({
  schema: z.literal(RUN_SCHEMA),
  tool: z.strictObject({ name: z.literal('falsematch'), version: z.string() }),
  suite: z.strictObject({
    name: z.string(),
    title: z.string(),
    description: z.string().optional(),
    /** Of the suite as it was measured, with the steps of its conditions: what a freeze of claims names. */
    sha256: sha256Schema.optional(),
  }),
  seed: z.int(),
  environment: z.strictObject({
    device: z.string(),
    /** Graphics processors of a machine that used one, as far as their driver names them. */
    graphics: z.array(z.string()).optional(),
    processor: z.string(),
    architecture: z.string(),
    platform: z.string(),
    node: z.string(),
    libraries: z.record(z.string(), z.string()),
  }),
  systems: z.array(z.union([faceSystemRecord, plateSystemRecord])),
  datasets: z.array(datasetRecord),
  tasks: z.array(taskRecord),
  /** What the suite names and this run could not measure. */
  notMeasured: z.array(z.strictObject({ what: z.string(), reason: z.string() })),
  /** SHA-256 of every file that the figures rest on, by its path in the run directory. */
  files: z.record(
    z
      .string()
      .regex(/^[^/\\]+(\/[^/\\]+)*$/)
      .refine((path) => !path.split('/').includes('..')),
    sha256Schema,
  ),
});

export type RunRecord = z.output<typeof runRecordSchema>;
export type TaskRecord = RunRecord['tasks'][number];
export type SystemRecord = RunRecord['systems'][number];
export type PlateSystemRecord = Extract<SystemRecord, { reader: unknown }>;
export type DatasetRecord = RunRecord['datasets'][number];

/** The files of a task that do not depend on the system, as paths in the run directory. */
export function taskTablePaths(task: string) {
  const folder = `scores/${task}`;
  return {
    subjects: `${folder}/subjects.csv`,
    errata: `${folder}/errata.csv`,
    samples: `${folder}/samples.csv`,
    lists: `${folder}/lists.csv`,
    pairs: `${folder}/pairs.csv`,
    templates: `${folder}/templates.csv`,
    labels: `readings/${task}/labels.csv`,
  } as const;
}

/** The files of a task under one system, as paths in the run directory; which there are depends on the protocol. */
export function tablePaths(task: string, system: string) {
  const folder = `scores/${task}/${system}`;
  return {
    comparisons: `${folder}/comparisons.csv`,
    scores: `${folder}/scores.npy`,
    quality: `${folder}/quality.npy`,
    samples: `${folder}/samples.csv`,
    failures: `${folder}/failures.csv`,
    leftOut: `${folder}/left-out.csv`,
    mated: `${folder}/mated.npy`,
    nonMatedCounts: `${folder}/non-mated-counts.csv`,
    tail: `${folder}/tail.csv`,
    falseMatches: `${folder}/false-matches.csv`,
    falseMatchesBySubject: `${folder}/false-matches-by-subject.csv`,
    searches: `${folder}/searches.csv`,
    found: `${folder}/searches.npy`,
    alarms: `${folder}/alarms.csv`,
    accepted: `${folder}/accepted.csv`,
    misses: `${folder}/misses.csv`,
    readings: `readings/${task}/${system}.csv`,
  } as const;
}

export type TablePaths = ReturnType<typeof tablePaths>;
