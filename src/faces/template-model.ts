import type { FaceTemplateCard } from '../catalog/model-card.js';
import { FalsematchError } from '../files/errors.js';
import { mirrorPicture } from '../images/mirror.js';
import type { Picture } from '../images/picture.js';
import { createTensorWriter, tensorLength } from '../images/tensor.js';
import { oneAtATime } from '../runtimes/one-at-a-time.js';
import { openOnnx } from '../runtimes/onnx-runtime.js';
import { FACE_CROPS, type FaceCrop } from './align.js';

/** What a template model says of one face. */
export interface FaceTemplate {
  /** At unit length, an array of the caller's. */
  readonly values: Float32Array;
  /** The length of the network's output before it was scaled, or of the sum of outputs. */
  readonly norm: number;
}

/** An open template model; it belongs to the thread that opened it. */
export interface FaceTemplateModel {
  /** The crop that `template` takes. */
  readonly crop: FaceCrop;
  /** Length of a template. */
  readonly dimensions: number;
  /**
   * The face's template: the network's output scaled to unit length, `dimensions` numbers, and its length before that.
   * Throws FalsematchError when the output has another length, is not finite or is all zero.
   */
  template(crop: Picture): Promise<FaceTemplate>;
  release(): Promise<void>;
}

/**
 * The template model of a card, with its card's graph rewrites. With `flipSum` a template is the sum of the network's
 * outputs for the crop and for its mirror image, scaled to unit length. Calls wait for one another.
 * Throws FalsematchError for an input size that is no face crop, or a file that is no such model.
 */
export async function openTemplateModel(
  card: FaceTemplateCard,
  bytes: Uint8Array,
  options: { flipSum?: boolean } = {},
): Promise<FaceTemplateModel> {
  const { input, dimensions } = card;
  const crop = cropOf(card);
  const network = await openOnnx(bytes, { rewrites: card.rewrites, name: card.file.name });
  const [width, height] = input.size;
  const write = createTensorWriter(input);
  const tensor = {
    data: new Float32Array(tensorLength(input)),
    dims: [1, input.colour === 'grey' ? 1 : 3, height, width],
  };
  const mirrored = new Uint8Array(width * height * 3);
  const sum = new Float64Array(dimensions);
  const inputName = network.inputNames[0] ?? '';
  const outputName = network.outputNames[0] ?? '';

  const addOutput = async (picture: Picture): Promise<void> => {
    write(picture, tensor.data);
    const output = (await network.run({ [inputName]: tensor }))[outputName]?.data;
    if (output?.length !== dimensions) {
      throw new FalsematchError(
        `The model "${card.name}" gives ${output?.length ?? 0} numbers, its card says ${dimensions}; correct "dimensions" or "file" in the card.`,
      );
    }
    for (let i = 0; i < dimensions; i++) sum[i]! += output[i]!;
  };

  // A card that does not fit its model is a mistake to be told at once, not a failure of every picture.
  try {
    await addOutput({ width, height, data: new Uint8Array(width * height * 3) });
  } catch (thrown) {
    await network.release();
    throw thrown;
  }

  return {
    crop,
    dimensions,
    release: () => network.release(),
    template: oneAtATime(async (picture: Picture) => {
      sum.fill(0);
      await addOutput(picture);
      if (options.flipSum) await addOutput(mirrorPicture(picture, mirrored));
      const template = unitLength(sum);
      if (template === undefined) {
        throw new FalsematchError(
          `The model "${card.name}" gives an output that is not finite or is all zero; check "input" in its card and the file's SHA-256.`,
        );
      }
      return template;
    }),
  };
}

/** The crop whose size is the card's input size. */
function cropOf(card: FaceTemplateCard): FaceCrop {
  const [width, height] = card.input.size;
  for (const [name, crop] of Object.entries(FACE_CROPS)) {
    if (crop.width === width && crop.height === height) return name as FaceCrop;
  }
  const known = Object.values(FACE_CROPS).map((crop) => `[${crop.width}, ${crop.height}]`);
  throw new FalsematchError(
    `The model "${card.name}" takes ${width}x${height} pixels, expected one of ${known.join(', ')}; correct "input.size" in its card.`,
  );
}

/**
 * The vector at unit length, with the length that it had: the sum of squares runs in index order in double precision, the
 * result is float32. Undefined where there is no direction.
 */
export function unitLength(vector: Float64Array | Float32Array): FaceTemplate | undefined {
  let squares = 0;
  for (const value of vector) squares += value * value;
  const norm = Math.sqrt(squares);
  if (!(norm > 0 && Number.isFinite(norm))) return undefined;
  return { values: Float32Array.from(vector, (value) => value / norm), norm };
}
