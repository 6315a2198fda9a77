import type { FaceTemplateCard } from '../catalog/model-card.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { mirrorPicture } from '../images/mirror.js';
import type { Picture } from '../images/picture.js';
import { createTensorWriter, tensorLength, tensorShape } from '../images/tensor.js';
import type { OpenNetwork, Outputs } from '../runtimes/network.js';
import { asNetworkAllows } from '../runtimes/one-at-a-time.js';
import { type ModelCrop, modelCrop } from './crops.js';

/** What a template model says of one face. */
export interface FaceTemplate {
  /** At unit length, an array of the caller's. */
  readonly values: Float32Array;
  /** The length of the network's output before it was scaled, or of the sum of outputs. */
  readonly norm: number;
}

/** A network that gave no direction for a picture: numbers that are not finite, or all zero. */
export class UnusableTemplate extends Error {
  override readonly name = 'UnusableTemplate';
}

/** An open template model; it belongs to the thread that opened it. */
export interface FaceTemplateModel {
  /** Cuts out what `template` takes. */
  readonly crop: ModelCrop;
  /** Length of a template. */
  readonly dimensions: number;
  /**
   * The face's template: the network's output scaled to unit length, `dimensions` numbers, and its length before that.
   * Throws UnusableTemplate when the output is not finite or is all zero, FalsematchError when it has another length.
   */
  template(crop: Picture): Promise<FaceTemplate>;
  release(): Promise<void>;
}

/**
 * The template model of a card, on its network, which is released when it does not fit. With `flipSum` a template is the sum
 * of the network's outputs for the crop and for its mirror image, scaled to unit length. Calls wait for one another where
 * the network takes one at a time.
 * Throws FalsematchError for a crop that nobody has written, or a network that gives no such vector.
 */
export async function openTemplateModel(
  card: FaceTemplateCard,
  open: OpenNetwork,
  options: { flipSum?: boolean } = {},
): Promise<FaceTemplateModel> {
  const { input, dimensions } = card;
  const crop = modelCrop(card);
  const network = await open();
  const [width, height] = input.size;
  const write = createTensorWriter(input);
  const tensor = { data: new Float32Array(tensorLength(input)), dims: tensorShape(input) };
  const mirrored = new Uint8Array(width * height * 3);
  const inputName = network.inputNames[0] ?? '';

  const output = async (picture: Picture): Promise<Float32Array> => {
    write(picture, tensor.data);
    const outputs = await network.run({ [inputName]: tensor });
    return vectorOf(card, outputs);
  };

  // A card that does not fit its model is a mistake to be told at once, not a failure of every picture.
  try {
    await output({ width, height, data: new Uint8Array(width * height * 3) });
  } catch (thrown) {
    await network.release();
    throw thrown;
  }

  const template = async (picture: Picture): Promise<FaceTemplate> => {
    const sum = Float64Array.from(await output(picture));
    if (options.flipSum) {
      const values = await output(mirrorPicture(picture, mirrored));
      for (let i = 0; i < dimensions; i++) sum[i]! += values[i]!;
    }
    const found = unitLength(sum);
    if (found) return found;
    throw new UnusableTemplate(
      `The model "${card.name}" gives an output that is not finite or is all zero; check "input" in its card and the file's SHA-256.`,
    );
  };

  return {
    crop,
    dimensions,
    release: () => network.release(),
    template: asNetworkAllows(network, template),
  };
}

/** The output that is the template. Throws FalsematchError when it is not there, or is no vector of the card's length. */
function vectorOf(card: FaceTemplateCard, outputs: Outputs): Float32Array {
  const name = card.output ?? Object.keys(outputs)[0] ?? '';
  const found = outputs[name];
  if (!found) throw unknownName(`output of the model ${card.name}`, name, Object.keys(outputs));
  const sides = found.dims.filter((side) => side !== 1);
  if (found.data.length !== card.dimensions) {
    throw new FalsematchError(
      `The model "${card.name}" gives ${found.data.length} numbers, its card says ${card.dimensions}; correct "dimensions", "output" or "file" in the card.`,
    );
  }
  if (sides.length > 1) {
    throw new FalsematchError(
      `The model "${card.name}" gives ${found.dims.join(' x ')} numbers as "${name}", expected a vector; correct "output" or "file" in the card.`,
    );
  }
  return found.data;
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
