import type { NetworkInput } from '../catalog/model-card.js';
import type { Picture } from './picture.js';

/** Writes a picture as the float32 numbers of a network's input, at `offset` of `target`. */
export type TensorWriter = (picture: Picture, target: Float32Array, offset?: number) => void;

/** How many numbers one picture takes: width x height x channels. */
export function tensorLength({ size: [width, height], colour }: Pick<NetworkInput, 'size' | 'colour'>): number {
  return width * height * (colour === 'grey' ? 1 : 3);
}

/** The shape of one picture as a network takes it. */
export function tensorShape({ size: [width, height], colour, layout }: NetworkInput): number[] {
  const channels = colour === 'grey' ? 1 : 3;
  return layout === 'NHWC' ? [1, height, width, channels] : [1, channels, height, width];
}

/**
 * A writer for a network's input (NCHW or NHWC, one picture a call): (value - mean) / divisor for each channel, in the colour
 * order of the card. Grey is OpenCV's: (4899 R + 9617 G + 1868 B + 8192) >> 14, which is 0.299 R + 0.587 G + 0.114 B.
 * The writer throws a RangeError for a picture of another size or a target without room.
 */
export function createTensorWriter(input: NetworkInput): TensorWriter {
  const [width, height] = input.size;
  const values = new Float32Array(256);
  for (let value = 0; value < 256; value++) values[value] = (value - input.mean) / input.divisor;
  const length = tensorLength(input);
  const interleaved = input.layout === 'NHWC' ? writePixels : writeColour;
  // One channel is the same in both layouts.
  const write = input.colour === 'grey' ? writeGrey : interleaved;
  const redFirst = input.colour === 'RGB';
  return (picture, target, offset = 0) => {
    if (picture.width !== width || picture.height !== height) {
      throw new RangeError(`the network takes ${width}x${height} pixels, got ${picture.width}x${picture.height}`);
    }
    if (target.length < offset + length) throw new RangeError(`no room for ${length} numbers at ${offset}`);
    write(picture.data, values, target, offset, width * height, redFirst);
  };
}

type PictureWriter = (
  source: Uint8Array,
  values: Float32Array,
  target: Float32Array,
  offset: number,
  plane: number,
  redFirst: boolean,
) => void;

const writeColour: PictureWriter = (source, values, target, offset, plane, redFirst) => {
  const red = redFirst ? offset : offset + 2 * plane;
  const green = offset + plane;
  const blue = redFirst ? offset + 2 * plane : offset;
  for (let i = 0, from = 0; i < plane; i++, from += 3) {
    target[red + i] = values[source[from]!]!;
    target[green + i] = values[source[from + 1]!]!;
    target[blue + i] = values[source[from + 2]!]!;
  }
};

const writePixels: PictureWriter = (source, values, target, offset, plane, redFirst) => {
  const [red, blue] = redFirst ? [0, 2] : [2, 0];
  for (let i = 0; i < plane * 3; i += 3) {
    target[offset + i] = values[source[i + red]!]!;
    target[offset + i + 1] = values[source[i + 1]!]!;
    target[offset + i + 2] = values[source[i + blue]!]!;
  }
};

const writeGrey: PictureWriter = (source, values, target, offset, plane) => {
  for (let i = 0, from = 0; i < plane; i++, from += 3) {
    const grey = (4899 * source[from]! + 9617 * source[from + 1]! + 1868 * source[from + 2]! + 8192) >> 14;
    target[offset + i] = values[grey]!;
  }
};
