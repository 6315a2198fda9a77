import pLimit from 'p-limit';
import { bytewise } from '../../files/bytewise.js';
import { FalsematchError } from '../../files/errors.js';
import { readText } from '../../files/read-text.js';
import type { Box, Corners, Point } from '../../images/box.js';
import { pictureSize } from '../../images/picture-size.js';
import { readCsv } from '../read-csv.js';
import type { PlateLabel, Sample } from '../sample.js';
import { type LayoutReader, pictureOf } from './layout.js';
import { manifestFile } from './manifest-file.js';
import { pathBelow } from './path-below.js';
import { labelBox, labelText, refuseRepeated } from './plate-label.js';

/** Headers of pictures that are read at once. */
const AT_ONCE = 8;

const BOX = ['left', 'top', 'right', 'bottom'] as const;
const CORNERS = ['x1', 'y1', 'x2', 'y2', 'x3', 'y3', 'x4', 'y4'] as const;

/** The columns that say where and what a plate is; every other one is an attribute of the picture. */
export const PLATE_COLUMNS: readonly string[] = ['file', ...BOX, ...CORNERS, 'text'];

/**
 * Pictures of plates with a table, one line a plate: file, left, top, right, bottom, x1 to y4 (the corners, as the
 * plate is read: top left, top right, bottom right, bottom left; optional columns), text, and any attributes of the
 * picture. A line with neither box nor text says that there is no plate in the picture.
 * Boxes are clipped to the picture. Throws with the record for numbers that are none, a plate without an area or wholly
 * outside its picture, a text without a letter or digit, a line that stands there twice, and lines of one picture that
 * contradict each other.
 */
export const readPlatesCsv: LayoutReader = async (input) => {
  const { path: table, shown, files } = manifestFile(input);
  const lines = parsePlates(await readText(table), shown);
  const samples = await pLimit(AT_ONCE).map([...lines], async ([id, { plates, attributes }]): Promise<Sample> => {
    const picture = pictureOf(input, files.get(id));
    const size = picture.path === undefined ? undefined : await pictureSize(picture.path);
    const labels = plates.map(({ label, where }) =>
      label.box ? { ...label, box: labelBox(label.box, size, where) } : label,
    );
    return { id, ...picture, plates: labels, attributes };
  });
  return samples.sort((a, b) => bytewise(a.id, b.id));
};

/** The pictures that such a table names, each once. Throws as `readPlatesCsv` does. */
export function parsePlatePictures(text: string, name: string): { readonly path: string }[] {
  return [...parsePlates(text, name).keys()].map((path) => ({ path }));
}

interface PicturePlates {
  readonly plates: { readonly label: PlateLabel; readonly where: string }[];
  /** Where it is said that there is no plate. */
  readonly none?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

function parsePlates(text: string, name: string): Map<string, PicturePlates> {
  const pictures = new Map<string, PicturePlates>();
  for (const [index, row] of readCsv(text, name).entries()) {
    const where = `${name}, record ${index + 1}`;
    const missing = ['file', ...BOX, 'text'].filter((column) => row[column] === undefined);
    if (missing.length > 0) throw new FalsematchError(`${name} lacks the columns ${missing.join(', ')}; add them.`);
    const id = pathBelow(row.file ?? '', where);
    const attributes = Object.fromEntries(Object.entries(row).filter(([column]) => !PLATE_COLUMNS.includes(column)));
    const known = pictures.get(id);
    const picture: PicturePlates = known ?? { plates: [], attributes };
    if (JSON.stringify(picture.attributes) !== JSON.stringify(attributes)) {
      throw new FalsematchError(`${where}: ${id} has other attributes than on its first line; make them the same.`);
    }
    const label = plateOf(row, where);
    if (known && (!label || known.none !== undefined)) {
      throw new FalsematchError(`${where}: ${id} is said to have a plate and to have none; remove one of the lines.`);
    }
    if (label) picture.plates.push({ label, where });
    pictures.set(id, label ? picture : { ...picture, none: where });
  }
  for (const { plates } of pictures.values()) {
    refuseRepeated(
      plates.map(({ label }) => label),
      (index) => plates[index]?.where ?? name,
    );
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
    ...(row.text ? { text: labelText(row.text, where) } : {}),
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
