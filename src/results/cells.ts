import { FalsematchError } from '../files/errors.js';

/** The float32 that a cell holds as a decimal. Throws, naming the place, for whatever is not a finite number. */
export function float32Cell(cell: string, where: string): number {
  const value = cell === '' ? Number.NaN : Math.fround(Number(cell));
  if (Number.isFinite(value)) return value;
  throw new FalsematchError(`${where}: "${cell}" is not a score; the file was edited or damaged.`);
}

/** The count that a cell holds. Throws, naming the place, for whatever is not a whole number from 0. */
export function countCell(cell: string, where: string): number {
  const value = cell === '' ? Number.NaN : Number(cell);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw new FalsematchError(`${where}: "${cell}" is not a count; the file was edited or damaged.`);
}
