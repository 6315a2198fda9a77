import { areaOf, type Box } from '../images/box.js';
import type { Picture } from '../images/picture.js';
import type { DetectedFace } from './face.js';

/** Which of the faces that a detector finds in a picture count. */
export const DETECTED_POLICIES = ['most-central', 'largest', 'highest-score', 'all'] as const;
export type DetectedPolicy = (typeof DETECTED_POLICIES)[number];

/**
 * Which faces of a picture count; the name is recorded in the run. "given": the one that the dataset marks, without a
 * detector.
 */
export const FACE_POLICIES = [...DETECTED_POLICIES, 'given'] as const;
export type FacePolicy = (typeof FACE_POLICIES)[number];

/**
 * The faces that the policy takes: one at most, or every one for "all", in the order given.
 * "most-central": the box whose centre is nearest to the picture's centre. Equal ones: the first, so faces come in
 * the detector's order (highest score first).
 */
export function chooseFaces(
  faces: readonly DetectedFace[],
  policy: DetectedPolicy,
  picture: Pick<Picture, 'width' | 'height'>,
): DetectedFace[] {
  switch (policy) {
    case 'all':
      return [...faces];
    case 'highest-score':
      return best(faces, (face) => face.score);
    case 'largest':
      return best(faces, (face) => areaOf(face.box));
    case 'most-central':
      return best(faces, (face) => -distanceToCentre(face.box, picture));
  }
}

function best(faces: readonly DetectedFace[], worth: (face: DetectedFace) => number): DetectedFace[] {
  let chosen: DetectedFace | undefined;
  for (const face of faces) if (chosen === undefined || worth(face) > worth(chosen)) chosen = face;
  return chosen === undefined ? [] : [chosen];
}

function distanceToCentre(
  [left, top, right, bottom]: Box,
  { width, height }: Pick<Picture, 'width' | 'height'>,
): number {
  return Math.hypot((left + right - width) / 2, (top + bottom - height) / 2);
}
