import type { FaceLandmarksCard } from '../catalog/model-card.js';
import { FalsematchError } from '../files/errors.js';
import type { Box } from '../images/box.js';
import { cropPicture } from '../images/crop.js';
import type { Picture } from '../images/picture.js';
import { resizeInto } from '../images/resize.js';
import { createTensorWriter, tensorLength } from '../images/tensor.js';
import { openOnnx } from '../runtimes/onnx-runtime.js';
import type { DetectedFace, FivePoints } from './face.js';

/** A model of 68 points, opened. */
export interface Landmarks68 {
  /** The face with its five points; without them when its box has no pixel inside the picture. */
  locate(picture: Picture, face: DetectedFace): Promise<DetectedFace>;
  release(): Promise<void>;
}

/**
 * A network that gives 68 points (the iBUG 300-W numbering) for a face's square, as x, y in parts of the square.
 * Throws FalsematchError when the card or the file is not such a model.
 */
export async function openLandmarks68(card: FaceLandmarksCard, bytes: Uint8Array): Promise<Landmarks68> {
  if (card.points !== 68) {
    throw new FalsematchError(
      `The model "${card.name}" gives ${card.points} points, expected 68; correct "points" in its card.`,
    );
  }
  const network = await openOnnx(bytes, { name: card.file.name });
  const [width, height] = card.input.size;
  const canvas = { width, height, data: new Uint8Array(width * height * 3) };
  const write = createTensorWriter(card.input);
  const channels = card.input.colour === 'grey' ? 1 : 3;
  const tensor = { data: new Float32Array(tensorLength(card.input)), dims: [1, channels, height, width] };
  const input = network.inputNames[0] ?? '';
  const output = network.outputNames[0] ?? '';
  return {
    release: () => network.release(),
    async locate(picture, face) {
      const square = faceSquare(face.box, picture);
      if (square === undefined) return face;
      const crop = cropPicture(picture, square.left, square.top, square.width, square.height);
      resizeInto(crop, width, height, canvas.data, width);
      write(canvas, tensor.data);
      const values = (await network.run({ [input]: tensor }))[output]?.data;
      if (values?.length !== 136) {
        throw new FalsematchError(
          `The model "${card.name}" gives ${values?.length ?? 0} numbers, expected 136 (68 points); correct "file" in its card.`,
        );
      }
      const points = fivePoints((i) => [
        square.left + values[i * 2]! * square.width,
        square.top + values[i * 2 + 1]! * square.height,
      ]);
      return { ...face, points };
    },
  };
}

/** Whole pixels inside a picture. */
interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * The square that the 68-point model was made for: as high as the detector's box, around its centre, cut off where the
 * picture ends. Source: faceplugin-face-recognition-js, scaleResult and alignLandmarkImage.
 */
export function faceSquare([left, top, right, bottom]: Box, picture: Picture): Region | undefined {
  const half = (bottom - top) / 2;
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  const inside = (value: number, length: number): number => Math.min(Math.max(Math.round(value), 0), length);
  const fromX = inside(x - half, picture.width);
  const fromY = inside(y - half, picture.height);
  const width = inside(x + half, picture.width) - fromX;
  const height = inside(y + half, picture.height) - fromY;
  return width >= 1 && height >= 1 ? { left: fromX, top: fromY, width, height } : undefined;
}

/**
 * Five points of 68: each eye the mean of its four lid points, the tip of the nose, each mouth corner the mean of its
 * outer and inner point. Source: faceplugin-face-recognition-js, convert68pts5pts.
 */
export function fivePoints(point: (index: number) => readonly [x: number, y: number]): FivePoints {
  const mean = (...indices: number[]): readonly [number, number] => {
    let [x, y] = [0, 0];
    for (const index of indices) {
      x += point(index)[0];
      y += point(index)[1];
    }
    return [x / indices.length, y / indices.length];
  };
  return [mean(37, 38, 40, 41), mean(43, 44, 46, 47), mean(30), mean(48, 60), mean(54, 64)];
}
