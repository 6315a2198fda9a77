import { FalsematchError } from '../../files/errors.js';
import type { Box } from '../../images/box.js';

/** The four cells of a box, empty where there is none. */
export function boxCells(box: Box | undefined): string[] {
  return box ? box.map(String) : ['', '', '', ''];
}

/** The box that four cells hold; undefined where they are empty. Throws, naming the place, for whatever is no box. */
export function parseBox(cells: readonly string[], where: string): Box | undefined {
  if (cells.every((cell) => cell === '')) return undefined;
  const [left, top, right, bottom] = cells.map((cell) => (cell === '' ? Number.NaN : Number(cell)));
  if (left !== undefined && top !== undefined && right !== undefined && bottom !== undefined) {
    if (right > left && bottom > top && [left, top, right, bottom].every(Number.isFinite)) {
      return [left, top, right, bottom];
    }
  }
  throw new FalsematchError(`${where}: ${cells.join(', ')} is not a box; the file was edited or damaged.`);
}
