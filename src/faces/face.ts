import type { Box, Point } from '../images/box.js';

/** Right eye, left eye, nose, right and left mouth corner as seen (image left first): x, y in pixels of the picture. */
export type FivePoints = readonly Point[];

/** One face that a detector found. */
export interface DetectedFace {
  readonly box: Box;
  /** The detector's confidence, 0 to 1. */
  readonly score: number;
  /** Absent when the detector gives boxes only and no landmark model was asked. */
  readonly points?: FivePoints;
}
