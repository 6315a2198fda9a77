import { ALIGNED_112 } from '../images/marked-face.js';
import type { Picture } from '../images/picture.js';
import { type Affine, warpAffine } from '../images/warp.js';
import type { FivePoints } from './face.js';

/** The crops that template models take, width x height of the result in pixels (112x96 is 96 wide and 112 high). */
export type FaceCrop = '112x112' | '112x96' | '160x160';

/** Why a face could not be brought into a crop; extraction counts it as a failure to acquire. */
export class UnalignableFace extends Error {
  override readonly name = 'UnalignableFace';
}

interface CropLayout {
  readonly width: number;
  readonly height: number;
  readonly points: FivePoints;
}

/** Where the five points come to lie in each crop. */
export const FACE_CROPS: Readonly<Record<FaceCrop, CropLayout>> = {
  '112x112': { width: 112, height: 112, points: ALIGNED_112 },
  '112x96': { width: 96, height: 112, points: ALIGNED_112.map(([x, y]) => [x - 8, y] as const) },
  '160x160': {
    width: 160,
    height: 160,
    points: ALIGNED_112.map(([x, y]) => [(x * 160) / 112, (y * 160) / 112] as const),
  },
};

/** Points that spread less than this many pixels (root mean square) around their centre say nothing about a face. */
const SMALLEST_SPREAD = 1;

/** A map that enlarges more than this, or shrinks to less than one part of it, comes from points that are no face's. */
const LARGEST_SCALE = 1000;

/**
 * The rotation, uniform scale and shift that bring `from` nearest to `to` in the least-squares sense, never a
 * reflection (Umeyama 1991; in the plane it is one complex regression coefficient).
 * Throws UnalignableFace when the points do not determine it.
 */
export function similarityTransform(from: FivePoints, to: FivePoints): Affine {
  const [fromX, fromY] = centreOf(from);
  const [toX, toY] = centreOf(to);
  let spread = 0;
  let along = 0;
  let across = 0;
  from.forEach(([x, y], i) => {
    const [px, py] = [x - fromX, y - fromY];
    const [qx, qy] = [to[i]![0] - toX, to[i]![1] - toY];
    spread += px * px + py * py;
    along += px * qx + py * qy;
    across += px * qy - py * qx;
  });
  // Written so that NaN fails too.
  if (!(spread / from.length >= SMALLEST_SPREAD ** 2)) throw new UnalignableFace('the five points fall together');
  const [a, b] = [along / spread, across / spread];
  const scale = Math.hypot(a, b);
  if (!(scale > 1 / LARGEST_SCALE && scale < LARGEST_SCALE)) {
    throw new UnalignableFace('the five points do not lie like those of a face');
  }
  return [a, -b, toX - a * fromX + b * fromY, b, a, toY - b * fromX - a * fromY];
}

function centreOf(points: FivePoints): [number, number] {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += point[0];
    y += point[1];
  }
  return [x / points.length, y / points.length];
}

/**
 * The face with its five points brought to where the crop has them; black where the picture ends.
 * `target`, when given, holds the result (width x height x 3 bytes of the crop). Throws UnalignableFace.
 */
export function alignFace(picture: Picture, points: FivePoints, crop: FaceCrop, target?: Uint8Array): Picture {
  const layout = FACE_CROPS[crop];
  if (points.length !== 5) throw new UnalignableFace(`expected five points, got ${points.length}`);
  return warpAffine(picture, similarityTransform(points, layout.points), layout.width, layout.height, target);
}
