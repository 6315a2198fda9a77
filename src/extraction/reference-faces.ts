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

/** A face in a photograph. */
export interface ReferenceFace {
  readonly picture: Picture;
  readonly face: PlacedFace;
}

/** Group photos without names: the quickstart's. */
const PHOTOS = 'face-api-group-photos';

/** How many faces of a photo are taken, the surest first: twelve people are as good as all 22, in half the time. */
const PER_PHOTO = 2;

/** The detectors that find all 22 faces in them, the quickstart's first. */
const DETECTORS = ['faceplugin-detect', 'scrfd-500m'];

/** Photographed faces of different people, from what is already on this machine; none where the photos or a detector are not. */
export async function referenceFaces(catalog: Catalog, context: ObtainContext): Promise<ReferenceFace[]> {
  const here = { ...context, offline: true };
  const photos = await ifHere(async () => {
    const paths: string[] = [];
    for (const file of catalog.dataset(PHOTOS).files) paths.push((await obtainFile(file, here)).path);
    return paths;
  });
  if (!photos) return [];
  for (const name of DETECTORS) {
    const faces = await ifHere(() => facesIn(photos, catalog, name, here));
    if (faces) return faces;
  }
  return [];
}

async function facesIn(
  paths: readonly string[],
  catalog: Catalog,
  name: string,
  context: ObtainContext,
): Promise<ReferenceFace[]> {
  const model = await loadModel(catalog.model(name) as FaceDetectorCard, context);
  const points = model.card.landmarks === undefined ? undefined : catalog.model(model.card.landmarks);
  const landmarks = points?.kind === 'face-landmarks' ? await loadModel(points, context) : undefined;
  const detector = await openFaceDetector(
    model.card,
    () => openHere(model),
    landmarks && { card: landmarks.card, open: () => openHere(landmarks) },
  );
  try {
    const faces: ReferenceFace[] = [];
    for (const path of paths) {
      const picture = await decodePicture(await readFile(path));
      for (const { box, points: found } of (await detector.detect(picture)).slice(0, PER_PHOTO)) {
        if (found) faces.push({ picture, face: { box, points: found } });
      }
    }
    return faces;
  } finally {
    await detector.release();
  }
}

async function ifHere<T>(get: () => Promise<T>): Promise<T | undefined> {
  try {
    return await get();
  } catch (thrown) {
    if (thrown instanceof FalsematchError && thrown.kind === 'unavailable') return undefined;
    throw thrown;
  }
}
