import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GenerateCard } from '../../catalog/dataset-card.js';
import { canonicalJson } from '../../files/canonical-json.js';
import type { StagedFolder } from '../../files/stage-folder.js';
import { writing } from '../../files/write-problem.js';
import { encodeJpeg } from '../../images/encode-jpeg.js';
import { labelsCsv, pictureName } from './labels-csv.js';
import { type SyntheticPlate, syntheticPlates } from './synthetic-plates.js';

/** Goes up whenever the same settings give other pictures or labels. */
export const GENERATOR_VERSION = 1;

/** The settings that plates were made with, beside their pictures. */
export const SETTINGS = 'generated.json';
const LABELS = 'labels.csv';
const JPEG_QUALITY = 92;

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each picture. */
  readonly onPicture?: ((done: number, total: number) => void) | undefined;
}

/**
 * Draws the plates of these settings into a staged folder: pictures, labels and the settings themselves. Returns what was
 * drawn. Throws FalsematchError for settings that cannot be met, and the signal's reason once it aborts.
 */
export async function writePlates(
  stage: Pick<StagedFolder, 'path'>,
  settings: GenerateCard,
  { signal, onPicture }: WriteOptions = {},
): Promise<SyntheticPlate[]> {
  const plates = syntheticPlates(settings);
  const write = (name: string, data: string | Uint8Array) => {
    const path = join(stage.path, ...name.split('/'));
    return writing(path, async () => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, data);
    });
  };
  for (const [index, plate] of plates.entries()) {
    signal?.throwIfAborted();
    await write(pictureName(plate), await encodeJpeg(plate.render().picture, JPEG_QUALITY));
    onPicture?.(index + 1, plates.length);
  }
  await write(LABELS, labelsCsv(plates));
  await write(SETTINGS, settingsText(settings));
  return plates;
}

/** The text of the file of settings. */
export function settingsText(settings: GenerateCard): string {
  return `${canonicalJson(settings)}\n`;
}
