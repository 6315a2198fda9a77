import type { PlatePicture } from '../../metrics/plates/plate-pictures.js';
import type { PlateLabels } from './label-table.js';
import type { PictureReadings } from './reading-table.js';

/** What the dataset says of every picture beside what a system made of it: what the metrics are computed from. */
export function platePicturesOf({ pictures }: PlateLabels, readings: readonly PictureReadings[]): PlatePicture[] {
  const bySample = new Map(readings.map((picture) => [picture.sample, picture]));
  return pictures.map(({ sample, plates }) => {
    const read = bySample.get(sample);
    return {
      sample,
      truth: plates.map((plate, index) => {
        const given = read?.given[index];
        return given ? { ...plate, given } : plate;
      }),
      found: read?.found ?? [],
    };
  });
}
