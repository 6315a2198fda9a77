import type { Point } from './box.js';

/**
 * Right eye, left eye, nose, right and left mouth corner (image left first) where InsightFace's and ArcFace's published
 * alignment puts them in a crop of 112x112 pixels.
 */
export const ALIGNED_112: readonly Point[] = [
  [38.2946, 51.6963],
  [73.5318, 51.5014],
  [56.0252, 71.7366],
  [41.5493, 92.3655],
  [70.7299, 92.2041],
];

/** A face that the dataset marks in a picture. */
export interface MarkedFace {
  /** Its five points, in that order, in pixels of the picture as published. */
  readonly points: readonly Point[];
  /** How sure whoever marked it was, 0 to 1, where the dataset says it. */
  readonly score?: number;
}
