import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../../files/errors.js';
import type { FoundPlate } from '../../metrics/plates/plate-pictures.js';
import type { PlateReading } from '../../plates/plate.js';
import { parseTable } from '../comparison-table.js';
import { boxCells, parseBox } from './box-cells.js';
import type { PlateLabels } from './label-table.js';
import { parseReading, readingCells, shareCell } from './reading-cells.js';

/** What a system made of one picture. */
export interface PictureReadings {
  readonly sample: string;
  /** Why nothing could be looked for; empty when the picture was searched, with or without a plate found. */
  readonly failure: string;
  /** By falling confidence of the detector. */
  readonly found: readonly FoundPlate[];
  /** What was read at the places of the labels, in their order. */
  readonly given: readonly (PlateReading | null)[];
}

const COLUMNS = [
  'sample',
  'kind',
  'plate',
  'left',
  'top',
  'right',
  'bottom',
  'score',
  'text',
  'confidence',
  'characters',
  'ranked',
] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

const NO_PLACE = [...boxCells(undefined), ''];

/**
 * The table as CSV: a line of kind `found` for each plate that was found, `label` for each reading at a place that the
 * dataset marks, `failed` with the reason in `text` for a picture that could not be searched.
 */
export function formatReadings(pictures: readonly PictureReadings[]): string {
  const rows = pictures.flatMap(({ sample, failure, found, given }) => {
    if (failure !== '') return [[sample, 'failed', '', ...NO_PLACE, failure, '', '', '']];
    return [
      ...found.map(({ box, score, reading }, index) => [
        sample,
        'found',
        String(index + 1),
        ...boxCells(box),
        String(score),
        ...readingCells(reading),
      ]),
      ...given.flatMap((reading, index) =>
        reading ? [[sample, 'label', String(index + 1), ...NO_PLACE, ...readingCells(reading)]] : [],
      ),
    ];
  });
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such a table back, as what became of every picture of the task. Throws with the file's name and line. */
export function parseReadings(text: string, name: string, { pictures }: PlateLabels): PictureReadings[] {
  const known = new Map(
    pictures.map(({ sample, plates }) => [
      sample,
      { failure: '', found: [] as FoundPlate[], given: plates.map((): PlateReading | null => null) },
    ]),
  );
  for (const [index, row] of parseTable<Row>(text, name, COLUMNS).entries()) {
    const where = `${name}, line ${index + 2}`;
    const picture = known.get(row.sample);
    if (!picture) throw new FalsematchError(`${where}: ${row.sample} is no picture of the task.`);
    if (!addRow(picture, row, where)) {
      throw new FalsematchError(
        `${where}: a line is of a plate found, of a label, or of a picture that failed; the file was edited or damaged.`,
      );
    }
  }
  return [...known].map(([sample, picture]) => ({ sample, ...picture }));
}

interface Growing {
  failure: string;
  readonly found: FoundPlate[];
  readonly given: (PlateReading | null)[];
}

/** Adds what a line says to its picture; false when it does not fit. */
function addRow(picture: Growing, row: Row, where: string): boolean {
  if (picture.failure !== '') return false;
  const box = parseBox([row.left, row.top, row.right, row.bottom], where);
  if (row.kind === 'failed') {
    if (picture.found.length > 0 || picture.given.some((reading) => reading !== null) || row.text === '') return false;
    picture.failure = row.text;
    return true;
  }
  const reading = parseReading([row.text, row.confidence, row.characters, row.ranked], where);
  if (row.kind === 'found') {
    if (!box || row.plate !== String(picture.found.length + 1)) return false;
    picture.found.push({ box, score: shareCell(row.score, where), ...(reading ? { reading } : {}) });
    return true;
  }
  const place = Number(row.plate) - 1;
  if (row.kind !== 'label' || !reading || box || picture.given[place] !== null) return false;
  picture.given[place] = reading;
  return true;
}
