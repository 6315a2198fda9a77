import type { FivePoints } from '../faces/face.js';
import type { Picture } from '../images/picture.js';
import { brightness } from '../images/quality/brightness.js';
import { sharpness } from '../images/quality/sharpness.js';
import type { ExtractedFace, FaceQuality } from './extraction.js';

/** The quality measures of a face; more of each is taken for better. */
export const QUALITY_MEASURES = ['size', 'sharpness', 'brightness', 'score', 'norm'] as const;
export type QualityMeasure = (typeof QUALITY_MEASURES)[number];
export type QualityMeasures = Readonly<Record<QualityMeasure, number>>;

/** All measures of a face, the detector's score among them. */
export function measuresOf({ score, quality }: Pick<ExtractedFace, 'score' | 'quality'>): QualityMeasures {
  const { size, sharpness, brightness, norm } = quality;
  return { size, sharpness, brightness, score: significant(score), norm };
}

/** What a crop says of a face's quality, as it is kept. */
export function cropQuality(crop: Picture): Pick<FaceQuality, 'sharpness' | 'brightness'> {
  return { sharpness: significant(sharpness(crop)), brightness: significant(brightness(crop)) };
}

/** The quality of a face as it is kept. */
export function faceQuality(
  points: FivePoints,
  crop: Pick<FaceQuality, 'sharpness' | 'brightness'>,
  norm: number,
): FaceQuality {
  return { size: significant(eyeDistance(points)), ...crop, norm: significant(norm) };
}

/** The distance of the two eyes in pixels. */
export function eyeDistance([right, left]: FivePoints): number {
  if (!right || !left) throw new RangeError('The distance of the eyes needs two eyes.');
  return Math.hypot(left[0] - right[0], left[1] - right[1]);
}

/** Four significant digits: coarser than what differs between machines, but for a rare one that rounds the other way. */
function significant(value: number): number {
  return Number(value.toPrecision(4));
}
