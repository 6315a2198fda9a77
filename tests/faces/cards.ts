import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type FaceDetectorCard,
  type FaceLandmarksCard,
  type FaceTemplateCard,
  faceDetectorCardSchema,
  faceLandmarksCardSchema,
  faceTemplateCardSchema,
} from '../../src/catalog/model-card.js';
import { readYaml } from '../../src/catalog/read-yaml.js';
import { mirrorFile } from '../support/mirror.js';
import { npmFile } from '../support/npm-file.js';

const cardPath = (name: string): string => fileURLToPath(new URL(`../../models/${name}.yaml`, import.meta.url));

export const detectorCard = (name: string): Promise<FaceDetectorCard> =>
  readYaml(cardPath(name), faceDetectorCardSchema);
export const landmarksCard = (name: string): Promise<FaceLandmarksCard> =>
  readYaml(cardPath(name), faceLandmarksCardSchema);
export const templateCard = (name: string): Promise<FaceTemplateCard> =>
  readYaml(cardPath(name), faceTemplateCardSchema);

/** Where a model or picture lies, in the mirror or among the files that come by npm. */
export const realFile = (name: string): string | undefined => mirrorFile(name) ?? npmFile(name);
export const realBytes = (name: string): Uint8Array => readFileSync(realFile(name)!);
