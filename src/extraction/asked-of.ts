import type { ExtractionSample } from './extraction.js';
import type { LoadedPicture } from './load-picture.js';
import { seenQuestion } from './plates-seen.js';
import { seenFace } from './seen-face.js';
import type { Asked } from './stages.js';

/** What is asked of a picture, in pixels of the picture as a condition delivers it. */
export function askedOf({ plates, face }: Pick<ExtractionSample, 'plates' | 'face'>, loaded: LoadedPicture): Asked {
  return {
    ...(plates ? { plates: seenQuestion(plates, loaded) } : {}),
    ...(face ? { face: seenFace(face, loaded) } : {}),
  };
}
