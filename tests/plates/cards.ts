import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type PlateDetectorCard,
  type PlateReaderCard,
  plateDetectorCardSchema,
  plateReaderCardSchema,
} from '../../src/catalog/model-card.js';
import { readYaml } from '../../src/catalog/read-yaml.js';
import { mirrorFile } from '../support/mirror.js';
import { npmFile } from '../support/npm-file.js';

const cardPath = (name: string): string => fileURLToPath(new URL(`../../models/${name}.yaml`, import.meta.url));

export const detectorCard = (name: string): Promise<PlateDetectorCard> =>
  readYaml(cardPath(name), plateDetectorCardSchema);
export const readerCard = (name: string): Promise<PlateReaderCard> => readYaml(cardPath(name), plateReaderCardSchema);

/** Where a model lies, in the mirror or among the files that come by npm. */
export const realFile = (name: string): string | undefined => mirrorFile(name) ?? npmFile(name);
export const realBytes = (name: string): Uint8Array => readFileSync(realFile(name)!);
