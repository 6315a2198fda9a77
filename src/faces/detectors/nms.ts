import type { Box, DetectedFace } from '../face.js';

/** Intersection over union of two boxes, 0 to 1. */
export function overlapOf(a: Box, b: Box): number {
  const width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  if (!(width > 0 && height > 0)) return 0;
  const shared = width * height;
  return shared / (areaOf(a) + areaOf(b) - shared);
}

export function areaOf([left, top, right, bottom]: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top);
}

/** Order of faces: higher score first; equal scores by left, top, right, bottom, so that the order is always the same. */
export function compareFaces(a: DetectedFace, b: DetectedFace): number {
  if (a.score !== b.score) return b.score - a.score;
  for (let side = 0; side < 4; side++) if (a.box[side] !== b.box[side]) return a.box[side]! - b.box[side]!;
  return 0;
}

/**
 * The faces that are left when each one takes away all lower ones that overlap it by more than `threshold` (greedy
 * non-maximum suppression); highest score first.
 */
export function suppressOverlaps(faces: readonly DetectedFace[], threshold: number): DetectedFace[] {
  const kept: DetectedFace[] = [];
  for (const face of [...faces].sort(compareFaces)) {
    if (kept.every((higher) => overlapOf(higher.box, face.box) <= threshold)) kept.push(face);
  }
  return kept;
}
