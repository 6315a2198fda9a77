import { type Box, overlapOf } from './box.js';

/** What a detector found somewhere, with its confidence. */
export interface ScoredBox {
  readonly box: Box;
  readonly score: number;
}

/** Order of detections: higher score first; equal scores by left, top, right, bottom, so that the order is always the same. */
export function compareDetections(a: ScoredBox, b: ScoredBox): number {
  if (a.score !== b.score) return b.score - a.score;
  for (let side = 0; side < 4; side++) if (a.box[side] !== b.box[side]) return a.box[side]! - b.box[side]!;
  return 0;
}

/**
 * The detections that are left when each one takes away all lower ones that overlap it by more than `threshold` (greedy
 * non-maximum suppression); highest score first.
 */
export function suppressOverlaps<Detection extends ScoredBox>(
  detections: readonly Detection[],
  threshold: number,
): Detection[] {
  const kept: Detection[] = [];
  for (const detection of [...detections].sort(compareDetections)) {
    if (kept.every((higher) => overlapOf(higher.box, detection.box) <= threshold)) kept.push(detection);
  }
  return kept;
}
