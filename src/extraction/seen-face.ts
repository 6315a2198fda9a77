import type { Point } from '../images/box.js';
import type { MarkedFace } from '../images/marked-face.js';
import type { LoadedPicture } from './load-picture.js';

/** The face that a dataset marks, in pixels of the picture as a condition delivers it. */
export function seenFace(face: MarkedFace, { scaleX, scaleY }: Pick<LoadedPicture, 'scaleX' | 'scaleY'>): MarkedFace {
  if (scaleX === 1 && scaleY === 1) return face;
  return { ...face, points: face.points.map(([x, y]): Point => [x * scaleX, y * scaleY]) };
}
