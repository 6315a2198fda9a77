import { z } from 'zod';
import { sha256Schema } from '../catalog/card-parts.js';

/** The layout of a run directory that this version writes. */
export const RUN_SCHEMA = 'falsematch-run/1';

const modelRecord = z.strictObject({ name: z.string(), sha256: sha256Schema, licence: z.string() });

const systemRecord = z.strictObject({
  name: z.string(),
  model: modelRecord.extend({ rewrites: z.array(z.string()), crop: z.tuple([z.int(), z.int()]) }),
  detector: modelRecord.extend({
    scoreThreshold: z.number(),
    nmsThreshold: z.number(),
    input: z.tuple([z.int(), z.int()]),
  }),
  landmarks: modelRecord.optional(),
  policy: z.string(),
  flipSum: z.boolean(),
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
});

const taskRecord = z.strictObject({
  id: z.string(),
  title: z.string(),
  protocol: z.enum(['pairs', 'co-occurrence', 'recapture']),
  dataset: z.string(),
  at: z.array(z.string()),
  level: z.number(),
  caveat: z.string().optional(),
  pairs: z.string().optional(),
  pairsSha256: sha256Schema.optional(),
  comparisons: z.int().optional(),
  capture: z.strictObject({ scale: z.number(), jpegQuality: z.int() }).optional(),
  nonMatedFrom: z.string().optional(),
  /** SHA-256 over everything above: what was measured, by name. */
  digest: sha256Schema,
});

export const runRecordSchema = z.strictObject({
  schema: z.literal(RUN_SCHEMA),
  tool: z.strictObject({ name: z.literal('falsematch'), version: z.string() }),
  suite: z.strictObject({ name: z.string(), title: z.string(), description: z.string().optional() }),
  seed: z.int(),
  environment: z.strictObject({
    device: z.string(),
    processor: z.string(),
    architecture: z.string(),
    platform: z.string(),
    node: z.string(),
    libraries: z.record(z.string(), z.string()),
  }),
  systems: z.array(systemRecord),
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
export type DatasetRecord = RunRecord['datasets'][number];

/** The files of a run's tables, as paths in the run directory. */
export function tablePaths(task: string, system: string): { readonly comparisons: string; readonly samples: string } {
  return { comparisons: `scores/${task}/${system}/comparisons.csv`, samples: `scores/${task}/${system}/samples.csv` };
}
