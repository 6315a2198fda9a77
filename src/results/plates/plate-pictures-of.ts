import type { PlatePicture } from '../../metrics/plates/plate-pictures.js';
import type { PlateReading } from '../../plates/plate.js';
import type { PlateLabels } from './label-table.js';
import type { PictureReadings } from './reading-table.js';

/** Every label is read, so a picture that could not be searched, or a plate that could not be cut out, gave no text. */
const NOTHING_READ: PlateReading = { text: '', confidence: 0, characters: [] };

/** What the dataset says of every picture beside what a system made of it: what the metrics are computed from. */
export function platePicturesOf({ pictures }: PlateLabels, readings: readonly PictureReadings[]): PlatePicture[] {
  const bySample = new Map(readings.map((picture) => [picture.sample, picture]));
  return pictures.map(({ sample, plates }) => {
    const read = bySample.get(sample);
    return {
      sample,
      truth: plates.map((plate, index) => ({ ...plate, given: read?.given[index] ?? NOTHING_READ })),
      found: read?.found ?? [],
    };
  });
}
