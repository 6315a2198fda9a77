import type { FaceLandmarksCard } from '../catalog/model-card.js';
import { FalsematchError } from '../files/errors.js';
import type { Box } from '../images/box.js';
import { cropPicture } from '../images/crop.js';
import { createLetterbox } from '../images/letterbox.js';
import type { Picture } from '../images/picture.js';
import { resizeInto } from '../images/resize.js';
import { createTensorWriter, tensorLength, tensorShape } from '../images/tensor.js';
import type { OpenNetwork } from '../runtimes/network.js';
import { asNetworkAllows } from '../runtimes/one-at-a-time.js';
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
export async function openLandmarks68(card: FaceLandmarksCard, open: OpenNetwork): Promise<Landmarks68> {
  if (card.points !== 68) {
    throw new FalsematchError(
      `The model "${card.name}" gives ${card.points} points, expected 68; correct "points" in its card.`,
    );
  }
  const network = await open();
  const [width, height] = card.input.size;
  const regionOf = card.region === 'box' ? faceBox : faceSquare;
  const show = card.region === 'box' ? fitInside(width, height) : stretch(width, height);
  const write = createTensorWriter(card.input);
  const tensor = { data: new Float32Array(tensorLength(card.input)), dims: tensorShape(card.input) };
  const input = network.inputNames[0] ?? '';
  const locate = async ({ picture, face }: { picture: Picture; face: DetectedFace }): Promise<DetectedFace> => {
    const region = regionOf(face.box, picture);
    if (region === undefined) return face;
    const crop = cropPicture(picture, region.left, region.top, region.width, region.height);
    const { seen, left, top, spanX, spanY } = show(crop);
    write(seen, tensor.data);
    const values = Object.values(await network.run({ [input]: tensor }))[0]?.data;
    if (values?.length !== 136) {
      throw new FalsematchError(
        `The model "${card.name}" gives ${values?.length ?? 0} numbers, expected 136 (68 points); correct "file" in its card.`,
      );
    }
    const points = fivePoints((i) => [
      region.left + (values[i * 2]! - left) * spanX,
      region.top + (values[i * 2 + 1]! - top) * spanY,
    ]);
    return { ...face, points };
  };
  // Pictures of one network must not overwrite each other's input before it is read.
  const next = asNetworkAllows(network, locate);
  return { release: () => network.release(), locate: (picture, face) => next({ picture, face }) };
}

/** A region as the network sees it: where it begins in parts of the input, and how many of its pixels the input spans. */
interface SeenRegion {
  readonly seen: Picture;
  readonly left: number;
  readonly top: number;
  readonly spanX: number;
  readonly spanY: number;
}

function stretch(width: number, height: number): (region: Picture) => SeenRegion {
  const seen = { width, height, data: new Uint8Array(width * height * 3) };
  return (region) => {
    resizeInto(region, width, height, seen.data, width);
    return { seen, left: 0, top: 0, spanX: region.width, spanY: region.height };
  };
}

function fitInside(width: number, height: number): (region: Picture) => SeenRegion {
  const letterbox = createLetterbox(width, height, { place: 'centre' });
  return (region) => {
    const { picture, scaleX, scaleY, left, top } = letterbox(region);
    return { seen: picture, left: left / width, top: top / height, spanX: width / scaleX, spanY: height / scaleY };
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

/** The detector's box in whole pixels, cut off where the picture ends. Source: face-api, extractFaceTensors. */
export function faceBox([left, top, right, bottom]: Box, picture: Picture): Region | undefined {
  const fromX = Math.max(Math.floor(left), 0);
  const fromY = Math.max(Math.floor(top), 0);
  const width = Math.floor(Math.min(right, picture.width)) - fromX;
  const height = Math.floor(Math.min(bottom, picture.height)) - fromY;
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
