import type { ExtractedFace } from '../../extraction/extraction.js';
import type { Box } from '../../faces/face.js';

/** A face of a picture without labels, under a name that says where it is: `photo.jpg#1` is the leftmost. */
export interface NumberedFace {
  readonly id: string;
  readonly face: ExtractedFace;
}

/** Names faces from left to right (then from top to bottom), so that a name does not hang on detector scores. */
export function numberFaces(picture: string, faces: readonly ExtractedFace[]): NumberedFace[] {
  return [...faces]
    .sort((p, q) => p.box[0] - q.box[0] || p.box[1] - q.box[1])
    .map((face, index) => ({ id: `${picture}#${index + 1}`, face }));
}

/** Intersection over union of two boxes, 0 to 1. */
export function overlap(p: Box, q: Box): number {
  const width = Math.min(p[2], q[2]) - Math.max(p[0], q[0]);
  const height = Math.min(p[3], q[3]) - Math.max(p[1], q[1]);
  if (width <= 0 || height <= 0) return 0;
  const area = (box: Box) => (box[2] - box[0]) * (box[3] - box[1]);
  return (width * height) / (area(p) + area(q) - width * height);
}
