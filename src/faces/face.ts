/** Left, top, right, bottom in pixels of the decoded picture; may reach outside it. */
export type Box = readonly [left: number, top: number, right: number, bottom: number];

/** Right eye, left eye, nose, right and left mouth corner as seen (image left first): x, y in pixels of the picture. */
export type FivePoints = readonly (readonly [x: number, y: number])[];

/** One face that a detector found. */
export interface DetectedFace {
  readonly box: Box;
  /** The detector's confidence, 0 to 1. */
  readonly score: number;
  /** Absent when the detector gives boxes only and no landmark model was asked. */
  readonly points?: FivePoints;
}
