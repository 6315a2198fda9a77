import type { Catalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import type { PlacedFace } from '../faces/crops.js';
import type { Picture } from '../images/picture.js';
import { referencePhotosHere } from './reference-photos.js';

/** A face in a photograph. */
export interface ReferenceFace {
  readonly picture: Picture;
  readonly face: PlacedFace;
}

/** How many faces of a photo are taken, the surest first: twelve people are as good as all 22, in half the time. */
const PER_PHOTO = 2;

/** Photographed faces of different people, from what is already on this machine; none where the photos or a detector are not. */
export async function referenceFaces(catalog: Catalog, context: ObtainContext): Promise<ReferenceFace[]> {
  const photos = await referencePhotosHere(catalog, context);
  return photos.flatMap(({ picture, faces }) => faces.slice(0, PER_PHOTO).map((face) => ({ picture, face })));
}
