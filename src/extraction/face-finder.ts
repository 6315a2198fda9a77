import { chooseFaces } from '../faces/choose-face.js';
import { openFaceDetector } from '../faces/detectors/detectors.js';
import { FalsematchError } from '../files/errors.js';
import { boxAround } from '../images/box.js';
import type { MarkedFace } from '../images/marked-face.js';
import type { Picture } from '../images/picture.js';
import { type ExtractedFace, type FaceFinding, type FailedExtraction, failedExtraction } from './extraction.js';
import type { OpenModel } from './model-bytes.js';

/** A chosen face whose five points are known. */
export type PointedFace = Omit<ExtractedFace, 'quality' | 'template'>;

/** Says which faces of a picture count; it belongs to the thread that opened it. */
export interface FaceFinder {
  /** `marked`: the face that the dataset marks, in pixels of this picture. */
  find(picture: Picture, marked: MarkedFace | undefined): Promise<readonly PointedFace[] | FailedExtraction>;
  release(): Promise<void>;
}

/** Opens the detector of a system where `open` opens it; it does not look at what the dataset marks. */
export async function openFinder(
  finding: Exclude<FaceFinding, { policy: 'given' }>,
  open: OpenModel,
): Promise<FaceFinder> {
  const { policy, detector: found, landmarks: placer } = finding;
  const landmarks = placer && { card: placer.card, open: () => open(placer) };
  const detector = await openFaceDetector(found.card, () => open(found), landmarks);
  return {
    async find(picture) {
      const chosen = chooseFaces(await detector.detect(picture), policy, picture);
      if (chosen.length === 0) return failedExtraction('no-face', `${found.card.name} found no face`);
      return chosen.map(({ box, score, points }) => {
        if (points) return { box, score, points };
        throw new FalsematchError(
          `The detector ${found.card.name} gives no points; name a model that finds them as "landmarks" in its card.`,
        );
      });
    },
    release: () => detector.release(),
  };
}

/** Takes the face that the dataset marks. Its box is that around its points; its score is 1 where none is said. */
export function givenFaces(): FaceFinder {
  return {
    async find(_, marked) {
      if (!marked) return failedExtraction('no-face', 'the dataset marks no face in this picture');
      const { points, score = 1 } = marked;
      return [{ box: boxAround(points), score, points }];
    },
    release: async () => {},
  };
}
