import { z } from 'zod';
import { sha256Schema } from '../catalog/card-parts.js';

/** Where a network runs. */
const placementRecord = z.strictObject({
  device: z.string(),
  /** What its nodes run on: "webgpu", or "webgpu" and "cpu" where it leaves some to the processor; "tfjs-wasm". */
  runsOn: z.array(z.string()).min(1),
  /** Pictures of one pass. */
  batch: z.int().positive(),
  /** Whether its results were held against the processor's on that machine, and were near enough. */
  parity: z.enum(['passed', 'failed', 'not-checked']).optional(),
});

export const modelRecord = z.strictObject({
  name: z.string(),
  sha256: sha256Schema,
  licence: z.string(),
  /** Of the files of weights that belong to it. */
  companions: z.array(sha256Schema).optional(),
  /** Of its numbers; absent: float32. */
  precision: z.string().optional(),
  /** Absent: on onnxruntime's processor provider, picture by picture. */
  placement: placementRecord.optional(),
});

const detectorRecord = modelRecord.extend({
  scoreThreshold: z.number(),
  nmsThreshold: z.number(),
  input: z.tuple([z.int(), z.int()]),
});

export const faceSystemRecord = z.strictObject({
  name: z.string(),
  model: modelRecord.extend({
    rewrites: z.array(z.string()),
    crop: z.tuple([z.int(), z.int()]),
    /** How the face is cut out; absent: by its five points. */
    cropBy: z.string().optional(),
  }),
  /** Absent where the dataset marks the faces (the policy "given"). */
  detector: detectorRecord.optional(),
  landmarks: modelRecord.optional(),
  policy: z.string(),
  flipSum: z.boolean(),
});

const marginRecord = z.strictObject({ x: z.number(), y: z.number() });

export const plateSystemRecord = z.strictObject({
  name: z.string(),
  detector: detectorRecord,
  reader: modelRecord.extend({ input: z.tuple([z.int(), z.int()]) }),
  /** Shares of a plate's width and height that are added on each side before it is read. */
  margin: marginRecord,
  labelMargin: marginRecord,
});

export type ModelRecord = z.output<typeof modelRecord>;
