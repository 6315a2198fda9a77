import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../../files/errors.js';
import type { Box } from '../../images/box.js';
import { readRows } from '../comparison-table.js';
import { boxCells, parseBox } from './box-cells.js';

/** A plate as the dataset of a task marks it and writes it down. */
export interface LabelledPlate {
  readonly box?: Box;
  readonly text?: string;
  readonly vehicle: string;
}

/** A picture of a task, with the values of the attributes that the task groups by, in their order. */
export interface LabelledPicture {
  readonly sample: string;
  readonly attributes: readonly string[];
  readonly plates: readonly LabelledPlate[];
}

export interface PlateLabels {
  readonly attributes: readonly string[];
  readonly pictures: readonly LabelledPicture[];
}

const COLUMNS = ['sample', 'plate', 'left', 'top', 'right', 'bottom', 'text', 'vehicle'] as const;

/** The table as CSV, a line for each plate; a picture without a plate has one line, with no number in `plate`. */
export function formatLabels({ attributes, pictures }: PlateLabels): string {
  const rows = pictures.flatMap(({ sample, attributes: values, plates }) =>
    plates.length === 0
      ? [[sample, '', '', '', '', '', '', '', ...values]]
      : plates.map(({ box, text = '', vehicle }, index) => [
          sample,
          String(index + 1),
          ...boxCells(box),
          text,
          vehicle,
          ...values,
        ]),
  );
  return stringify(rows, { header: true, columns: [...COLUMNS, ...attributes], record_delimiter: '\n' });
}

/** Reads such a table back. Throws with the file's name and line for whatever is not one. */
export function parseLabels(text: string, name: string): PlateLabels {
  const [header = [], ...rows] = readRows(text, name);
  const attributes = header.slice(COLUMNS.length);
  if (header.slice(0, COLUMNS.length).join() !== COLUMNS.join() || new Set(header).size < header.length) {
    throw new FalsematchError(`${name} must have the columns ${COLUMNS.join(', ')}; it has ${header.join(', ')}.`);
  }
  const pictures = new Map<string, { attributes: string[]; plates: LabelledPlate[] }>();
  for (const [index, row] of rows.entries()) {
    const where = `${name}, line ${index + 2}`;
    const [sample = '', plate = '', left = '', top = '', right = '', bottom = '', read = '', vehicle = ''] = row;
    const values = row.slice(COLUMNS.length);
    const picture = pictures.get(sample) ?? { attributes: values, plates: [] };
    const expected = picture.plates.length + 1;
    const first = !pictures.has(sample);
    if (sample === '' || values.join('\n') !== picture.attributes.join('\n') || (plate === '' && !first)) {
      throw new FalsematchError(
        `${where}: the lines of a picture say one thing of it; the file was edited or damaged.`,
      );
    }
    pictures.set(sample, picture);
    if (plate === '') continue;
    if (plate !== String(expected) || vehicle === '') {
      throw new FalsematchError(
        `${where}: plates are numbered from 1 and each has a vehicle; the file was edited or damaged.`,
      );
    }
    const box = parseBox([left, top, right, bottom], where);
    picture.plates.push({ ...(box ? { box } : {}), ...(read === '' ? {} : { text: read }), vehicle });
  }
  return { attributes, pictures: [...pictures].map(([sample, picture]) => ({ sample, ...picture })) };
}
