import { readFile } from 'node:fs/promises';
import type { Catalog } from '../../catalog/load-cards.js';
import type { ObtainContext } from '../../catalog/obtain-file.js';
import { openHere } from '../../extraction/model-bytes.js';
import type { PlacedFace } from '../../faces/crops.js';
import { openFaceDetector } from '../../faces/detectors/detectors.js';
import { FalsematchError } from '../../files/errors.js';
import { decodePicture } from '../../images/decode.js';
import type { Picture } from '../../images/picture.js';
import { chooseDataset } from '../choose-dataset.js';
import { loadModel } from '../obtain-systems.js';

/** Six photographs of groups, and a detector with points, that everybody can have: both come by npm under the MIT licence. */
const PHOTOS = 'face-api-group-photos';
const DETECTOR = 'faceplugin-detect';

/** A picture, and the faces in it as the processor finds them. */
export interface ReferencePicture {
  readonly picture: Picture;
  readonly faces: readonly PlacedFace[];
}

/** The reference photographs; at most `most` of them. Throws `unavailable` where they or the detector cannot be had. */
export async function referencePhotos(
  catalog: Catalog,
  context: ObtainContext,
  most = Number.POSITIVE_INFINITY,
): Promise<Picture[]> {
  const { samples } = await chooseDataset([PHOTOS], catalog, context);
  const pictures: Picture[] = [];
  for (const { path } of samples) {
    if (path !== undefined && pictures.length < most) pictures.push(await decodePicture(await readFile(path)));
  }
  return pictures;
}

/** The reference photographs with their faces, found on the processor. */
export async function referenceFaces(
  catalog: Catalog,
  context: ObtainContext,
  most?: number,
): Promise<ReferencePicture[]> {
  const card = catalog.model(DETECTOR);
  if (card.kind !== 'face-detector') throw new RangeError(`${DETECTOR} is no face detector`);
  const finder = await loadModel(card, context);
  const placer = card.landmarks ? catalog.model(card.landmarks) : undefined;
  if (placer?.kind !== 'face-landmarks') throw new RangeError(`${DETECTOR} has no points`);
  const points = await loadModel(placer, context);
  const detector = await openFaceDetector(card, () => openHere(finder), { card: placer, open: () => openHere(points) });
  try {
    const references: ReferencePicture[] = [];
    for (const picture of await referencePhotos(catalog, context, most)) {
      const found = await detector.detect(picture);
      const faces = found.flatMap(({ box, points }) => (points ? [{ box, points }] : []));
      references.push({ picture, faces });
    }
    if (references.every(({ faces }) => faces.length === 0)) {
      throw new FalsematchError(`${DETECTOR} finds no face in ${PHOTOS}; check both with "falsematch doctor".`);
    }
    return references;
  } finally {
    await detector.release();
  }
}
