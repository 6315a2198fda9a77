import sharp from 'sharp';
import { FalsematchError } from '../files/errors.js';
import { areaResample } from './conditions/area-resample.js';
import { type Canvas, createCanvas, fillPolygons, toPicture as toCodes } from './drawing/canvas.js';
import { toLight, toPicture } from './light.js';
import { textLine } from './outlines/text-line.js';
import type { Picture } from './picture.js';

export interface SheetCell {
  readonly picture: Picture;
  readonly label: string;
}

/** White between the cells and around them, and the height of a label's line, in pixels. */
export const SHEET_GAP = 8;
export const SHEET_LINE = 20;
/** A label's capitals, and how far above its line's end they stand. */
const CAPITALS = 10;
const DESCENT = 5;

/**
 * Pictures of any size in equal cells of `cell` pixels, row by row, each with its label below, as a PNG on white. A
 * picture fills its cell in one direction and stands in the middle of the other: a smaller one has each of its pixels
 * enlarged to a block, nothing smoothed; a larger one is averaged in linear light. Labels that are too long end in dots.
 */
export async function contactSheet(
  cells: readonly SheetCell[],
  { columns, cell }: { readonly columns: number; readonly cell: number },
): Promise<Uint8Array> {
  const isCount = (value: number): boolean => Number.isInteger(value) && value >= 1;
  if (cells.length === 0 || !isCount(columns) || !isCount(cell)) {
    throw new FalsematchError(
      `A contact sheet needs at least one picture, and whole numbers of columns and of pixels a cell from 1 on, found ${cells.length} pictures, ${columns} columns and ${cell} pixels; give others.`,
    );
  }
  const across = Math.min(columns, cells.length);
  const rows = Math.ceil(cells.length / across);
  const step = { x: cell + SHEET_GAP, y: cell + SHEET_LINE + SHEET_GAP };
  const canvas = createCanvas(SHEET_GAP + across * step.x, SHEET_GAP + rows * step.y, [255, 255, 255]);
  for (const [k, { picture, label }] of cells.entries()) {
    const left = SHEET_GAP + (k % across) * step.x;
    const top = SHEET_GAP + Math.floor(k / across) * step.y;
    const { width, height, data } = fitted(picture, cell);
    layAt(canvas, { width, height, data }, left + ((cell - width) >> 1), top + ((cell - height) >> 1));
    fillPolygons(canvas, textLine(label, [left, top + cell + SHEET_LINE - DESCENT], CAPITALS, cell), [0, 0, 0]);
  }
  const { width, height, data } = toCodes(canvas);
  return sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

function fitted(picture: Picture, cell: number): Picture {
  const scale = cell / Math.max(picture.width, picture.height);
  const side = (length: number): number => Math.max(1, Math.round(length * scale));
  const [width, height] = [side(picture.width), side(picture.height)];
  return scale < 1 ? toPicture(areaResample(toLight(picture), width, height)) : enlarged(picture, width, height);
}

function enlarged({ width: from, height: rows, data: source }: Picture, width: number, height: number): Picture {
  const data = new Uint8Array(width * height * 3);
  const nearest = (at: number, to: number, of: number): number => Math.floor(((at + 0.5) * of) / to);
  for (let y = 0, to = 0; y < height; y++) {
    const line = nearest(y, height, rows) * from;
    for (let x = 0; x < width; x++, to += 3) {
      const at = (line + nearest(x, width, from)) * 3;
      for (let c = 0; c < 3; c++) data[to + c] = source[at + c]!;
    }
  }
  return { width, height, data };
}

function layAt(canvas: Canvas, { width, height, data }: Picture, left: number, top: number): void {
  for (let y = 0; y < height; y++) {
    canvas.data.set(data.subarray(y * width * 3, (y + 1) * width * 3), ((top + y) * canvas.width + left) * 3);
  }
}
