import { posix } from 'node:path';
import { bytewise } from '../../files/bytewise.js';
import { FalsematchError } from '../../files/errors.js';
import { readText } from '../../files/read-text.js';
import { readCsv } from '../read-csv.js';
import type { Sample } from '../sample.js';
import { type LayoutReader, pictureOf } from './layout.js';
import { manifestFile } from './manifest-file.js';
import { pathBelow } from './path-below.js';
import { labelText } from './plate-label.js';

/** The columns that are known, each with the names that it may have; the first one that is there is taken. */
const COLUMNS = {
  path: ['file', 'image_path', 'path', 'filename', 'file_name', 'image', 'img'],
  text: ['text', 'plate_text', 'plate', 'plate_number', 'license_plate', 'licence_plate', 'label'],
  country: ['country', 'plate_region', 'region'],
  vehicle: ['vehicle', 'vehicle_id'],
} as const;

/** One line of a table of plates cut out: the picture's path below the table's folder. */
export interface CropLine {
  readonly path: string;
  readonly text: string;
  readonly vehicle?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The lines of a CSV of plates cut out, with a header: the picture, its text and, where it says so, the country and the
 * vehicle, under the names of `COLUMNS` (fast-plate-ocr's image_path, plate_text, plate_region among them). Further
 * columns become attributes. Throws with the table's name and the record.
 */
export function parseCrops(text: string, name: string): CropLine[] {
  const seen = new Set<string>();
  return readCsv(text, name).map((row, index) => {
    const where = `${name}, record ${index + 1}`;
    const columns = Object.keys(row);
    const named = (kind: keyof typeof COLUMNS): string | undefined =>
      COLUMNS[kind].flatMap((known) => columns.find((column) => column.toLowerCase() === known) ?? [])[0];
    const [file, plate, country, vehicle] = [named('path'), named('text'), named('country'), named('vehicle')];
    if (file === undefined || plate === undefined) {
      throw new FalsematchError(
        `${name} must have a column of pictures (${COLUMNS.path.join(', ')}) and one of texts (${COLUMNS.text.join(', ')}); it has ${columns.join(', ')}.`,
      );
    }
    const path = pathBelow(row[file] ?? '', where);
    if (seen.has(path)) {
      throw new FalsematchError(`${where}: "${row[file]}" is listed a second time; each picture counts once.`);
    }
    seen.add(path);
    const used = [file, plate, country, vehicle];
    const rest = Object.entries(row).filter(([column]) => !used.includes(column));
    const owner = vehicle === undefined ? '' : row[vehicle];
    return {
      path,
      text: labelText(row[plate] ?? '', where),
      ...(owner ? { vehicle: owner } : {}),
      attributes: { ...Object.fromEntries(rest), ...(country ? { country: row[country] ?? '' } : {}) },
    };
  });
}

/** Pictures that are nothing but a plate, and the table that says what is written on each. */
export const readTextCsv: LayoutReader = async (input) => {
  const { path: table, shown, files } = manifestFile(input);
  const folder = posix.dirname(input.layout.manifest ?? '');
  return parseCrops(await readText(table), shown)
    .map(({ path, text, vehicle, attributes }): Sample => {
      const id = posix.join(folder, path);
      const plates = [{ text, ...(vehicle ? { vehicle } : {}) }];
      return { id, ...pictureOf(input, files.get(id)), plates, attributes };
    })
    .sort((a, b) => bytewise(a.id, b.id));
};
