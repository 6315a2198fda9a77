import { FalsematchError } from '../../files/errors.js';
import type { Box, Corners, Point } from '../../images/box.js';
import type { PictureSize } from '../../images/picture-size.js';
import type { PlateLabel } from '../sample.js';

/**
 * The box of a label, pixels: clipped to the picture where that is known, as what lies outside cannot be found. `where`
 * names the file and line. Throws for a box without an area and for one that lies wholly outside the picture.
 */
export function labelBox(box: Box, size: PictureSize | undefined, where: string): Box {
  const [left, top, right, bottom] = box;
  if (!(right > left && bottom > top)) {
    throw new FalsematchError(
      `${where}: expected a plate of at least some width and height, found ${describe(box)}; correct or remove the label.`,
    );
  }
  const { width, height } = size ?? { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  if (right <= 0 || bottom <= 0 || left >= width || top >= height) {
    const picture = size ? ` of ${width}x${height} pixels` : '';
    throw new FalsematchError(
      `${where}: the plate (${describe(box)}) lies outside the picture${picture}; correct or remove the label.`,
    );
  }
  return size ? [Math.max(0, left), Math.max(0, top), Math.min(width, right), Math.min(height, bottom)] : box;
}

/** The text of a label as the dataset writes it, without spaces around it. Throws when it has no letter or digit. */
export function labelText(text: string, where: string): string {
  const trimmed = text.trim();
  if (/[\p{L}\p{Nd}]/u.test(trimmed)) return trimmed;
  throw new FalsematchError(
    `${where}: expected the text of a plate, found ${trimmed === '' ? 'nothing' : JSON.stringify(trimmed)}; write the text or remove the label.`,
  );
}

/** Throws when one of the labels of a picture stands there twice. `where` names the label of an index. */
export function refuseRepeated(labels: readonly PlateLabel[], where: (index: number) => string): void {
  const seen = new Map<string, number>();
  for (const [index, label] of labels.entries()) {
    const key = JSON.stringify([label.box, label.corners, label.text]);
    const before = seen.get(key);
    if (before !== undefined) {
      throw new FalsematchError(`${where(index)}: says the same as ${where(before)}; remove one of them.`);
    }
    seen.set(key, index);
  }
}

/**
 * Four corners in whatever order they are given, clockwise on the picture, from the one nearest to the picture's top
 * left (least x + y).
 */
export function cornersInOrder(points: readonly [Point, Point, Point, Point]): Corners {
  const middle = (axis: 0 | 1): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [x, y] = [middle(0), middle(1)];
  const angle = (point: Point): number => Math.atan2(point[1] - y, point[0] - x);
  const [a, b, c, d] = [...points].sort((p, q) => angle(p) - angle(q)) as [Point, Point, Point, Point];
  const turns: Corners[] = [
    [a, b, c, d],
    [b, c, d, a],
    [c, d, a, b],
    [d, a, b, c],
  ];
  const start = (corners: Corners): number => corners[0][0] + corners[0][1];
  return turns.reduce((best, turn) => (start(turn) < start(best) ? turn : best));
}

function describe([left, top, right, bottom]: Box): string {
  return `left ${left}, top ${top}, right ${right}, bottom ${bottom}`;
}
