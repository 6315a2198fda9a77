import { posix } from 'node:path';
import { FalsematchError } from '../../files/errors.js';
import { readText } from '../../files/read-text.js';
import type { Box, Corners, Point } from '../../images/box.js';
import { readCsv } from '../read-csv.js';
import type { PlateLabel, Sample } from '../sample.js';
import { absolutePath, filesBelowRoot, type LayoutReader } from './layout.js';

const BOX = ['left', 'top', 'right', 'bottom'] as const;
const CORNERS = ['x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4'] as const;

/** The columns that say where and what a plate is; every other one is an attribute of the picture. */
export const PLATE_COLUMNS: readonly string[] = ['file', ...BOX, ...CORNERS, 'text'];

/**
 * Pictures of plates with a table, one line a plate: file, left, top, right, bottom, x1 to y4 (the corners, as the
 * plate is read: top left, top right, bottom right, bottom left; optional columns), text, and any attributes of the
 * picture. A line with neither box nor text says that there is no plate in the picture.
 * Throws with the record for numbers that are none and for lines of one picture that contradict each other.
 */
export const readPlatesCsv: LayoutReader = async (input) => {
  const { layout, name } = input;
  if (!layout.manifest) throw new FalsematchError(`The card of ${name} must name layout.manifest for this layout.`);
  const files = new Map(filesBelowRoot(input).map((file) => [file.id, file]));
  const manifest = files.get(layout.manifest);
  if (!manifest)
    throw new FalsematchError(`The dataset ${name} holds no table ${layout.manifest}; remove it and get it again.`);
  const lines = parsePlates(await readText(absolutePath(input, manifest)), `${name}/${layout.manifest}`);
  const samples = [...lines].map(([id, { plates, attributes }]): Sample => {
    const file = files.get(id);
    return { id, ...(file ? { path: absolutePath(input, file), sha256: file.sha256 } : {}), plates, attributes };
  });
  return samples.sort((a, b) => (a.id < b.id ? -1 : 1));
};

/** The pictures that such a table names, each once. Throws as `readPlatesCsv` does. */
export function parsePlatePictures(text: string, name: string): { readonly path: string }[] {
  return [...parsePlates(text, name).keys()].map((path) => ({ path }));
}

interface PicturePlates {
  readonly plates: PlateLabel[];
  readonly attributes: Readonly<Record<string, string>>;
}

function parsePlates(text: string, name: string): Map<string, PicturePlates> {
  const pictures = new Map<string, PicturePlates>();
  for (const [index, row] of readCsv(text, name).entries()) {
    const where = `${name}, record ${index + 1}`;
    const missing = ['file', ...BOX, 'text'].filter((column) => row[column] === undefined);
    if (missing.length > 0) throw new FalsematchError(`${name} lacks the columns ${missing.join(', ')}; add them.`);
    const id = posix.normalize((row.file ?? '').replaceAll('\\', '/'));
    if (id === '.' || id.startsWith('/') || id.split('/').includes('..')) {
      throw new FalsematchError(`${where}: "file" must be a path below the dataset's folder, found "${row.file}".`);
    }
    const attributes = Object.fromEntries(Object.entries(row).filter(([column]) => !PLATE_COLUMNS.includes(column)));
    const picture = pictures.get(id) ?? { plates: [], attributes };
    if (JSON.stringify(picture.attributes) !== JSON.stringify(attributes)) {
      throw new FalsematchError(`${where}: ${id} has other attributes than on its first line; make them the same.`);
    }
    const plate = plateOf(row, where);
    if (plate) picture.plates.push(plate);
    pictures.set(id, picture);
  }
  return pictures;
}

function plateOf(row: Readonly<Record<string, string>>, where: string): PlateLabel | undefined {
  const box = numbersOf(row, BOX, where);
  const xy = numbersOf(row, CORNERS, where);
  if (!box && !xy && !row.text) return undefined;
  return {
    ...(box ? { box: box as unknown as Box } : {}),
    ...(xy ? { corners: [0, 2, 4, 6].map((k): Point => [xy[k] ?? 0, xy[k + 1] ?? 0]) as unknown as Corners } : {}),
    ...(row.text ? { text: row.text } : {}),
  };
}

/** The numbers of some columns; undefined when all are empty or the table does not have them. */
function numbersOf(row: Readonly<Record<string, string>>, columns: readonly string[], where: string) {
  const texts = columns.map((column) => row[column] ?? '');
  if (texts.every((text) => text === '')) return undefined;
  return texts.map((text, index) => {
    const value = text === '' ? Number.NaN : Number(text);
    if (Number.isFinite(value)) return value;
    throw new FalsematchError(`${where}: "${columns[index]}" must be a number, found "${text}".`);
  });
}
