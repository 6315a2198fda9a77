import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GenerateCard } from '../../catalog/dataset-card.js';
import { DRAWN_SETTINGS } from '../../datasets/drawn-settings.js';
import { canonicalJson } from '../../files/canonical-json.js';
import type { StagedFolder } from '../../files/stage-folder.js';
import { writing } from '../../files/write-problem.js';
import { workerEntry } from '../../workers/entry.js';
import { openPool } from '../../workers/pool.js';
import { workerCount } from '../../workers/worker-count.js';
import { labelsCsv, pictureName } from './labels-csv.js';
import { type SyntheticPlate, syntheticPlates } from './synthetic-plates.js';

/** Goes up whenever the same settings give other pictures or labels. */
export const GENERATOR_VERSION = 1;

const LABELS = 'labels.csv';

export interface WriteOptions {
  readonly signal?: AbortSignal | undefined;
  /** Called after each picture. */
  readonly onPicture?: ((done: number, total: number) => void) | undefined;
}

/**
 * Draws the plates of these settings into a staged folder, one thread a core: pictures, labels and the settings
 * themselves. Returns what was drawn, which does not depend on the number of threads. Throws FalsematchError for settings
 * that cannot be met, and `interrupted` once the signal aborts.
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
  const pool = openPool<number, Uint8Array>({
    file: workerEntry('plates/synthetic/draw-worker.js'),
    handler: 'drawPlate',
    workers: Math.min(workerCount(), Math.max(1, plates.length)),
    workerData: settings,
  });
  let done = 0;
  try {
    await pool.feed(plates.keys(), {
      ...(signal ? { signal } : {}),
      async onResult(picture, index) {
        const plate = plates[index];
        if (plate) await write(pictureName(plate), picture);
        done += 1;
        onPicture?.(done, plates.length);
      },
    });
  } finally {
    await pool.close();
  }
  await write(LABELS, labelsCsv(plates));
  await write(DRAWN_SETTINGS, settingsText(settings));
  return plates;
}

/** The text of the file of settings. */
export function settingsText(settings: GenerateCard): string {
  return `${canonicalJson(settings)}\n`;
}
