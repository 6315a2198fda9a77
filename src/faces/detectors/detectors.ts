import type { FaceDetectorCard, FaceLandmarksCard } from '../../catalog/model-card.js';
import { unknownName } from '../../files/errors.js';
import type { Picture } from '../../images/picture.js';
import { suppressOverlaps } from '../../images/suppress-overlaps.js';
import type { OpenNetwork } from '../../runtimes/network.js';
import { asNetworkAllows } from '../../runtimes/one-at-a-time.js';
import type { DetectedFace } from '../face.js';
import { openLandmarks68 } from '../landmarks-68.js';
import type { OpenCandidates } from './candidates.js';
import { openRfb } from './rfb.js';
import { openScrfd } from './scrfd.js';
import { openSsd } from './ssd.js';
import { openTinyYolo } from './tiny-yolo.js';
import { openYunet } from './yunet.js';

/** Every kind of detector, by the name that a card's `detector` gives. */
export const FACE_DETECTORS: ReadonlyMap<string, OpenCandidates> = new Map([
  ['scrfd', openScrfd],
  ['yunet', openYunet],
  ['rfb', openRfb],
  ['ssd', openSsd],
  ['tiny-yolo', openTinyYolo],
]);

/** An open face detector; it belongs to the thread that opened it. */
export interface FaceDetector {
  /** The faces in a picture, highest score first, equal scores by their boxes; an empty list when there is none. */
  detect(picture: Picture): Promise<DetectedFace[]>;
  release(): Promise<void>;
}

/**
 * The detector of a card, with the landmark model that finds the five points where the detector gives boxes only.
 * Calls wait for one another where the network takes one at a time. Throws FalsematchError for an unknown kind of detector or a file that is no such model.
 */
export async function openFaceDetector(
  card: FaceDetectorCard,
  openNetwork: OpenNetwork,
  landmarks?: { readonly card: FaceLandmarksCard; readonly open: OpenNetwork },
): Promise<FaceDetector> {
  const open = FACE_DETECTORS.get(card.detector);
  if (open === undefined) throw unknownName('face detector', card.detector, [...FACE_DETECTORS.keys()]);
  const network = await openNetwork();
  try {
    const candidates = open(card, network);
    const points = landmarks && (await openLandmarks68(landmarks.card, landmarks.open));
    const detect = async (picture: Picture): Promise<DetectedFace[]> => {
      const faces = suppressOverlaps(await candidates(picture), card.nmsThreshold);
      if (points === undefined) return faces;
      const located: DetectedFace[] = [];
      for (const face of faces) located.push(face.points ? face : await points.locate(picture, face));
      return located;
    };
    return {
      detect: asNetworkAllows(network, detect),
      release: async () => {
        await network.release();
        await points?.release();
      },
    };
  } catch (error) {
    await network.release();
    throw error;
  }
}
