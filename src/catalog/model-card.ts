import { z } from 'zod';
import { fileSchema, licenceSchema, nameSchema, publishedFigureSchema } from './card-parts.js';

/**
 * What a file of a network is: ONNX; a TensorFlow.js graph (its JSON; the weights are companions); or the weights of one of
 * face-api's networks, whose graphs stand in src/runtimes/tfjs/face-api.
 */
export const NETWORK_FORMATS = [
  'onnx',
  'tfjs-graph',
  'face-api-recognition',
  'face-api-landmarks-68',
  'face-api-ssd-mobilenet',
  'face-api-tiny-face-detector',
] as const;

/** The numbers that a network computes with; a network of another precision is a model of its own. */
export const PRECISIONS = ['float32', 'float16', 'int8'] as const;

const shared = {
  name: nameSchema,
  title: z.string().min(1),
  description: z.string().min(1).optional(),
  file: fileSchema,
  /** Files that it needs besides: the weights of a network whose file holds its graph only, a reader's list of characters. */
  companions: z.array(fileSchema).default([]),
  /** Absent: onnx. */
  format: z.enum(NETWORK_FORMATS).optional(),
  /** Absent: float32. */
  precision: z.enum(PRECISIONS).optional(),
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
  /** Whether the channels are planes of their own (NCHW, where nothing is said) or stand together pixel by pixel. */
  layout: z.enum(['NCHW', 'NHWC']).optional(),
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
  /**
   * What of the picture it takes: a square as high as the detector's box (where nothing is said), or the box itself, black
   * around it where it is no square.
   */
  region: z.enum(['square', 'box']).optional(),
});

export const faceTemplateCardSchema = z.strictObject({
  ...shared,
  kind: z.literal('face-template'),
  input: inputSchema,
  /** Length of the template. */
  dimensions: z.int().positive(),
  /** How a face is brought into the input, a name of FACE_CROPS in src/faces; absent: "five-points". */
  crop: z.string().min(1).optional(),
  /** Which output is the template, for a network with several; absent: the first. */
  output: z.string().min(1).optional(),
  rewrites: z.array(rewriteSchema).default([]),
});

export const plateDetectorCardSchema = z.strictObject({
  ...shared,
  kind: z.literal('plate-detector'),
  /** Which file of src/plates/detectors reads this network's output. */
  detector: z.string().min(1),
  /** A detector that takes pictures of any size: `size` is the largest that it is given. */
  input: inputSchema,
  /** What stands around a picture that does not fill the input, 0 (black) to 255. */
  pad: z.int().min(0).max(255).default(0),
  /** Where the picture stands in the input. */
  place: z.enum(['top-left', 'centre']).default('top-left'),
  scoreThreshold: z.number().min(0).max(1),
  nmsThreshold: z.number().min(0).max(1),
});

/** How much of a plate's surroundings a crop shows, on each side, in parts of the plate's width and height. */
export const marginSchema = z.strictObject({ x: z.number().min(-0.4).max(2), y: z.number().min(-0.4).max(2) });

export const plateReaderCardSchema = z.strictObject({
  ...shared,
  kind: z.literal('plate-reader'),
  /** Which file of src/plates/readers reads this network's output. */
  reader: z.string().min(1),
  /** A reader that takes crops of any width: `size` has the narrowest that it is fed. */
  input: inputSchema,
  /** The crop that it reads best: how far beyond the plate's outline. */
  margin: marginSchema,
  /** The characters that it may write; for a reader of slots, in the order of its output, with the one for "nothing". */
  alphabet: z.string().min(1).optional(),
  /** The character of the alphabet that stands for "nothing" in a slot. */
  padding: z.string().length(1).optional(),
});

export const modelCardSchema = z.discriminatedUnion('kind', [
  faceDetectorCardSchema,
  faceLandmarksCardSchema,
  faceTemplateCardSchema,
  plateDetectorCardSchema,
  plateReaderCardSchema,
]);

export type NetworkInput = z.output<typeof inputSchema>;
export type GraphRewrite = z.output<typeof rewriteSchema>;
export type FaceDetectorCard = z.output<typeof faceDetectorCardSchema>;
export type FaceLandmarksCard = z.output<typeof faceLandmarksCardSchema>;
export type FaceTemplateCard = z.output<typeof faceTemplateCardSchema>;
export type PlateDetectorCard = z.output<typeof plateDetectorCardSchema>;
export type PlateReaderCard = z.output<typeof plateReaderCardSchema>;
export type PlateMargin = z.output<typeof marginSchema>;
export type NetworkFormat = (typeof NETWORK_FORMATS)[number];
export type Precision = (typeof PRECISIONS)[number];
export type ModelCard = z.output<typeof modelCardSchema>;
