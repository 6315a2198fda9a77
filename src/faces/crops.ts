import type { FaceTemplateCard } from '../catalog/model-card.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import type { Box } from '../images/box.js';
import type { Picture } from '../images/picture.js';
import { type Affine, warpAffine } from '../images/warp.js';
import { alignFace, FACE_CROPS, type FaceCrop, UnalignableFace } from './align.js';
import type { FivePoints } from './face.js';

/** A face whose five points are known. */
export interface PlacedFace {
  readonly box: Box;
  readonly points: FivePoints;
}

/** How a model wants a face cut out. */
export interface ModelCrop {
  /** Tells crops apart: models whose crops have the same name take the same picture. */
  readonly name: string;
  /** The face as the model takes it, of the size of its input. Throws UnalignableFace. */
  cut(picture: Picture, face: PlacedFace): Picture;
}

type OpenCrop = (card: FaceTemplateCard) => ModelCrop;

/** Every way to cut a face out, by the name that a card's `crop` gives. */
export const MODEL_CROPS: ReadonlyMap<string, OpenCrop> = new Map([
  ['five-points', fivePoints],
  ['box', boxOnly],
  ['upright-square', uprightSquare],
]);

/** The crop that a model takes. Throws FalsematchError for a crop that nobody has written, or an input size that has none. */
export function modelCrop(card: FaceTemplateCard): ModelCrop {
  const { crop = 'five-points' } = card;
  const open = MODEL_CROPS.get(crop);
  if (!open) throw unknownName(`crop of the model ${card.name}`, crop, [...MODEL_CROPS.keys()]);
  return open(card);
}

/** The five points brought to where InsightFace's models have them: the crop whose size is the input's. */
function fivePoints({ name, input }: FaceTemplateCard): ModelCrop {
  const [width, height] = input.size;
  for (const [crop, layout] of Object.entries(FACE_CROPS)) {
    if (layout.width !== width || layout.height !== height) continue;
    return { name: crop, cut: (picture, { points }) => alignFace(picture, points, crop as FaceCrop) };
  }
  const known = Object.values(FACE_CROPS).map((layout) => `[${layout.width}, ${layout.height}]`);
  throw new FalsematchError(
    `The model "${name}" takes ${width}x${height} pixels, expected one of ${known.join(', ')}; correct "input.size" or "crop" in its card.`,
  );
}

/** The detector's box, stretched to the input, pixel edges to pixel edges as OpenCV resizes; black outside the picture. */
function boxOnly({ input }: FaceTemplateCard): ModelCrop {
  const [width, height] = input.size;
  return {
    name: `box ${width}x${height}`,
    cut(picture, { box: [left, top, right, bottom] }) {
      const [x, y] = [width / (right - left), height / (bottom - top)];
      // Written so that NaN fails too.
      if (!(x > 0 && y > 0 && Number.isFinite(x) && Number.isFinite(y))) {
        throw new UnalignableFace('the box of the face is empty');
      }
      const map: Affine = [x, 0, (0.5 - left) * x - 0.5, 0, y, (0.5 - top) * y - 0.5];
      return warpAffine(picture, map, width, height);
    },
  };
}

/** How many times the distance from eye to mouth is in the side of the square, and where in it their centre stands. */
const SQUARE = { eyeToMouth: 0.45, x: 0.5, y: 0.43 } as const;

/**
 * An upright square around the eyes and the mouth, not turned, its corner and its side in whole pixels as face-api cuts it
 * (@vladmandic/face-api 1.7.15, FaceLandmarks.alignDlib and resizeBilinear); black outside the picture. Of the 68 points its authors
 * take the middle of all points of an eye or the mouth, here it is the eyes and the middle of the mouth's corners.
 */
function uprightSquare({ input }: FaceTemplateCard): ModelCrop {
  const [width, height] = input.size;
  return {
    name: `upright-square ${width}x${height}`,
    cut(picture, { points }) {
      const [right, left, , cornerA, cornerB] = points;
      if (!right || !left || !cornerA || !cornerB) throw new UnalignableFace('the face has no five points');
      const mouth = [(cornerA[0] + cornerB[0]) / 2, (cornerA[1] + cornerB[1]) / 2] as const;
      const toMouth = ([x, y]: readonly [number, number]) => Math.hypot(mouth[0] - x, mouth[1] - y);
      const side = Math.floor((toMouth(right) + toMouth(left)) / 2 / SQUARE.eyeToMouth);
      if (!(side >= 1)) throw new UnalignableFace('the five points fall together');
      const corner = (axis: 0 | 1, share: number) =>
        Math.floor(Math.max(0, (right[axis] + left[axis] + mouth[axis]) / 3 - share * side));
      const [x, y] = [corner(0, SQUARE.x), corner(1, SQUARE.y)];
      const map: Affine = [width / side, 0, (-x * width) / side, 0, height / side, (-y * height) / side];
      return warpAffine(picture, map, width, height);
    },
  };
}
