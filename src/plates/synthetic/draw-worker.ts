import { workerData } from 'node:worker_threads';
import { encodeJpeg } from '../../images/encode-jpeg.js';
import { limitSharp } from '../../images/sharp-settings.js';
import { type SyntheticPlatesOptions, syntheticPlates } from './synthetic-plates.js';

const JPEG_QUALITY = 92;

let plates: ReturnType<typeof syntheticPlates> | undefined;

/** The bytes of the picture of plate number `index` of the worker's settings. */
export async function drawPlate(index: number): Promise<Uint8Array> {
  if (!plates) limitSharp();
  plates ??= syntheticPlates(workerData as SyntheticPlatesOptions);
  const plate = plates[index];
  if (!plate) throw new RangeError(`there is no plate ${index}`);
  return encodeJpeg(plate.render().picture, JPEG_QUALITY);
}
