import type { ExtractedFace } from '../../extraction/extraction.js';

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
