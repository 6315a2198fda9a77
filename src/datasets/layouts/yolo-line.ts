import { FalsematchError } from '../../files/errors.js';
import { type Box, boxAround, type Point } from '../../images/box.js';
import type { PictureSize } from '../../images/picture-size.js';
import type { PlateLabel } from '../sample.js';
import { cornersInOrder, labelBox } from './plate-label.js';

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;
const BOX = 5;
const CORNERS = 9;

/** Whether a line can be one of a YOLO label file. */
export function isYoloLine(text: string): boolean {
  const fields = text.trim().split(/\s+/);
  return [BOX, CORNERS].includes(fields.length) && /^\d+$/.test(fields[0] ?? '') && fields.every((f) => NUMBER.test(f));
}

/**
 * The class and the place of an object: `class cx cy w h` or `class x1 y1 ... x4 y4`, shares of the picture's width and
 * height. Without the picture's size the label has no place. Throws for any other line, and for a place outside 0 to 1.
 */
export function readYoloLine(
  text: string,
  size: PictureSize | undefined,
  where: string,
): { type: number; plate: PlateLabel } {
  if (!isYoloLine(text)) {
    throw new FalsematchError(
      `${where}: expected a class and 4 numbers (centre, width, height) or 8 (four corners), as shares of the picture, found ${JSON.stringify(text.slice(0, 80))}; correct the line.`,
    );
  }
  const [type = 0, ...shares] = text.trim().split(/\s+/).map(Number);
  const points = shares.length === CORNERS - 1 ? pointsOf(shares) : boxPoints(shares);
  // Not the box around the two points of a box: a negative width must not become a positive one.
  const [first = [0, 0], last = [0, 0]] = points;
  const unit: Box = points.length === 2 ? [...first, ...last] : boxAround(points);
  // Checked before pixels come in, so that coordinates in pixels are told by what they are.
  labelBox(unit, undefined, where);
  if (unit[0] >= 1 || unit[1] >= 1) {
    throw new FalsematchError(
      `${where}: expected shares of the picture from 0 to 1, found a plate from ${unit[0]}, ${unit[1]}, outside the picture; divide pixels by the picture's width and height.`,
    );
  }
  if (!size) return { type, plate: {} };
  const pixels = points.map(([x, y]): Point => [x * size.width, y * size.height]);
  const box = labelBox(boxAround(pixels), size, where);
  if (shares.length !== CORNERS - 1) return { type, plate: { box } };
  return { type, plate: { box, corners: cornersInOrder(pixels as [Point, Point, Point, Point]) } };
}

function pointsOf(shares: readonly number[]): Point[] {
  return Array.from({ length: shares.length / 2 }, (_, k): Point => [shares[2 * k] ?? 0, shares[2 * k + 1] ?? 0]);
}

function boxPoints([x = 0, y = 0, width = 0, height = 0]: readonly number[]): Point[] {
  return [
    [x - width / 2, y - height / 2],
    [x + width / 2, y + height / 2],
  ];
}
