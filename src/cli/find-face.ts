import { loadCatalog } from '../catalog/load-cards.js';
import { obtainFile } from '../catalog/obtain-file.js';
import { USUAL_SIZES } from '../deployment/camera.js';
import { eyeDistance } from '../extraction/face-quality.js';
import { openHere } from '../extraction/model-bytes.js';
import { chooseFaces } from '../faces/choose-face.js';
import { openFaceDetector } from '../faces/detectors/detectors.js';
import { FalsematchError } from '../files/errors.js';
import type { Point } from '../images/box.js';
import type { Picture } from '../images/picture.js';
import { obtainContext, type PlaceOptions } from './options.js';

/** A face with what its eyes say of the picture. */
export interface FoundFace {
  readonly face: readonly Point[];
  /** Pixels per metre, if the eyes are 63 mm apart as those of adults are on average (Dodgson 2004). */
  readonly density: number;
}

/** The detector that suites use where they say nothing else. */
const DETECTOR = 'scrfd-500m';

/** The most central face of a picture. Throws FalsematchError when the detector cannot be had or finds none. */
export async function findFace(picture: Picture, places: PlaceOptions): Promise<FoundFace> {
  const context = await obtainContext(places);
  const card = (await loadCatalog(context)).model(DETECTOR);
  if (card.kind !== 'face-detector') throw new RangeError(`${DETECTOR} is no face detector`);
  const { path } = await obtainFile(card.file, context);
  const detector = await openFaceDetector(card, () => openHere({ card, path, companions: [] }));
  try {
    const [found] = chooseFaces(await detector.detect(picture), 'most-central', picture);
    if (found?.points) return { face: found.points, density: eyeDistance(found.points) / USUAL_SIZES.eyes };
  } finally {
    await detector.release();
  }
  throw new FalsematchError(`${DETECTOR} found no face in the picture; say where it is with --face, and --density.`);
}
