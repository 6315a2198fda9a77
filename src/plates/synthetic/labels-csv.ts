import { stringify } from 'csv-stringify/sync';
import type { SyntheticPlate } from './synthetic-plates.js';

/** The name of a plate's picture in a dataset: below a folder of its condition. */
export function pictureName({ id, condition }: Pick<SyntheticPlate, 'id' | 'condition'>): string {
  return `${condition}/${id}.jpg`;
}

/** The labels of made-up plates as the layout plates-csv reads them, with the attributes country, format and condition. */
export function labelsCsv(plates: readonly SyntheticPlate[]): string {
  const rows = plates.map((plate) => {
    const [left, top, right, bottom] = plate.box;
    const corners = plate.corners.flatMap(([x, y], k) => [[`x${k + 1}`, x] as const, [`y${k + 1}`, y] as const]);
    const { text, country, format, condition } = plate;
    const where = { file: pictureName(plate), left, top, right, bottom, ...Object.fromEntries(corners) };
    return { ...where, text, country, format, condition };
  });
  return stringify(rows, { header: true });
}
