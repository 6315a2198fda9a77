import { z } from 'zod';
import { fileSchema, licenceSchema, nameSchema, publishedFigureSchema } from './card-parts.js';

const shared = {
  name: nameSchema,
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  file: fileSchema,
  licence: licenceSchema,
  /** What is known of the data that the model was trained on; "unknown" is an answer. */
  trainedOn: z.string().min(1),
  published: z.array(publishedFigureSchema).default([]),
  notes: z.array(z.string().min(1)).default([]),
};

/** How a picture becomes the numbers that a network takes: (value - mean) / divisor, channel by channel. */
export const inputSchema = z.strictObject({
  /** Width and height in pixels. */
  size: z.tuple([z.int().positive(), z.int().positive()]),
  colour: z.enum(['RGB', 'BGR', 'grey']),
  mean: z.number(),
  divisor: z.number().positive(),
});

/** Changes to the graph that leave its results as they are; see src/runtimes/graph/. */
export const rewriteSchema = z.enum(['prelu-as-relu', 'reshape-keeps-batch']);

export const faceDetectorCardSchema = z.strictObject({
  ...shared,
  kind: z.literal('face-detector'),
  /** Which file of src/faces/detectors reads this network's output. */
  detector: z.string().min(1),
  input: inputSchema,
  scoreThreshold: z.number().min(0).max(1),
  nmsThreshold: z.number().min(0).max(1),
  /** The model that finds the points, for a detector that gives boxes only. */
  landmarks: nameSchema.optional(),
});

export const faceLandmarksCardSchema = z.strictObject({
  ...shared,
  kind: z.literal('face-landmarks'),
  input: inputSchema,
  /** How many points the network gives. */
  points: z.int().positive(),
});

export const faceTemplateCardSchema = z.strictObject({
  ...shared,
  kind: z.literal('face-template'),
  input: inputSchema,
  /** Length of the template. */
  dimensions: z.int().positive(),
  rewrites: z.array(rewriteSchema).default([]),
});

/** Plate models are listed, pulled and checked here; the plate rooms say how they are fed. */
export const plateCardSchema = z.strictObject({
  ...shared,
  kind: z.enum(['plate-detector', 'plate-reader', 'text-detector', 'text-reader']),
  input: z.strictObject({ size: z.tuple([z.int(), z.int()]), description: z.string().min(1) }),
  alphabet: z.string().min(1).optional(),
  companions: z.array(fileSchema).default([]),
});

export const modelCardSchema = z.discriminatedUnion('kind', [
  faceDetectorCardSchema,
  faceLandmarksCardSchema,
  faceTemplateCardSchema,
  plateCardSchema,
]);

export type NetworkInput = z.output<typeof inputSchema>;
export type GraphRewrite = z.output<typeof rewriteSchema>;
export type FaceDetectorCard = z.output<typeof faceDetectorCardSchema>;
export type FaceLandmarksCard = z.output<typeof faceLandmarksCardSchema>;
export type FaceTemplateCard = z.output<typeof faceTemplateCardSchema>;
export type ModelCard = z.output<typeof modelCardSchema>;
