import { readFile } from 'node:fs/promises';
import type { Catalog } from '../catalog/load-cards.js';
import type { FaceDetectorCard } from '../catalog/model-card.js';
import { type ObtainContext, obtainFile } from '../catalog/obtain-file.js';
import type { PlacedFace } from '../faces/crops.js';
import { openFaceDetector } from '../faces/detectors/detectors.js';
import { FalsematchError } from '../files/errors.js';
import { decodePicture } from '../images/decode.js';
import type { Picture } from '../images/picture.js';
import { loadModel } from './load-model.js';
import { openHere } from './model-bytes.js';
import { using } from './using.js';

/** A photograph and the faces in it, the surest first, as a detector finds them on the processor. */
export interface ReferencePhoto {
  readonly picture: Picture;
  readonly faces: readonly PlacedFace[];
}

/** Six group photos without names, by npm under the MIT licence: the quickstart's. */
const PHOTOS = 'face-api-group-photos';

/** The detectors that find all 22 faces in them, the quickstart's first: it comes by npm too. */
const DETECTORS = ['faceplugin-detect', 'scrfd-500m'];

/**
 * Photographs of groups with their faces, at most `most` of them, which everybody can have. Throws `unavailable` where the
 * photographs or every detector cannot be had.
 */
export async function referencePhotos(
  catalog: Catalog,
  context: ObtainContext,
  most = Number.POSITIVE_INFINITY,
): Promise<ReferencePhoto[]> {
  const paths: string[] = [];
  for (const file of catalog.dataset(PHOTOS).files.slice(0, most)) paths.push((await obtainFile(file, context)).path);
  let missing: unknown;
  for (const name of DETECTORS) {
    try {
      return await facesIn(paths, catalog, name, context);
    } catch (thrown) {
      if (!isUnavailable(thrown)) throw thrown;
      missing ??= thrown;
    }
  }
  throw missing;
}

/** The same from what is already on this machine; none where it is not. */
export async function referencePhotosHere(catalog: Catalog, context: ObtainContext): Promise<ReferencePhoto[]> {
  try {
    return await referencePhotos(catalog, { ...context, offline: true });
  } catch (thrown) {
    if (isUnavailable(thrown)) return [];
    throw thrown;
  }
}

async function facesIn(paths: readonly string[], catalog: Catalog, name: string, context: ObtainContext) {
  const model = await loadModel(catalog.model(name) as FaceDetectorCard, context);
  const points = model.card.landmarks === undefined ? undefined : catalog.model(model.card.landmarks);
  const landmarks = points?.kind === 'face-landmarks' ? await loadModel(points, context) : undefined;
  const detector = await openFaceDetector(
    model.card,
    () => openHere(model),
    landmarks && { card: landmarks.card, open: () => openHere(landmarks) },
  );
  return using(detector, async () => {
    const photos: ReferencePhoto[] = [];
    for (const path of paths) {
      const picture = await decodePicture(await readFile(path));
      const found = await detector.detect(picture);
      photos.push({ picture, faces: found.flatMap(({ box, points }) => (points ? [{ box, points }] : [])) });
    }
    return photos;
  });
}

function isUnavailable(thrown: unknown): boolean {
  return thrown instanceof FalsematchError && thrown.kind === 'unavailable';
}
