import { boxAround } from '../box.js';
import type { Picture } from '../picture.js';
import type { Colour } from './colour.js';
import type { Polygon } from './polygon.js';

/** A picture in the making: interleaved R G B as real numbers, 0 to 255, row by row from the top left. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** A colour, or what gives the colour at a pixel. */
export type Paint = Colour | ((x: number, y: number) => Colour);

export function createCanvas(width: number, height: number, paint: Paint): Canvas {
  const canvas = { width, height, data: new Float32Array(width * height * 3) };
  const colourAt = typeof paint === 'function' ? paint : () => paint;
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) canvas.data.set(colourAt(x, y), at);
  }
  return canvas;
}

/** The canvas as an 8-bit picture: rounded to the nearest, values outside 0 to 255 cut off. */
export function toPicture({ width, height, data }: Canvas): Picture {
  return { width, height, data: new Uint8Array(Uint8ClampedArray.from(data).buffer) };
}

const ROWS = 5;

/**
 * Fills outlines, whose pixels' centres lie at halves, by the non-zero rule. What a pixel is covered of is exact
 * across and counted on 5 lines down; that share, times `opacity`, is laid over what is there.
 */
export function fillPolygons(canvas: Canvas, polygons: readonly Polygon[], paint: Paint, opacity = 1): void {
  const edges = edgesOf(polygons);
  if (edges.length === 0) return;
  const [left, top, right, bottom] = boxAround(polygons.flat());
  const columns = { from: Math.max(0, Math.floor(left)), to: Math.min(canvas.width, Math.ceil(right)) };
  const covered = new Float32Array(canvas.width);
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(canvas.height, bottom); y++) {
    covered.fill(0, columns.from, columns.to);
    const near = edges.filter((edge) => edge.top < y + 1 && edge.bottom > y);
    for (let k = 0; k < ROWS; k++) coverLine(near, y + (k + 0.5) / ROWS, covered);
    blendRow(canvas, y, columns, covered, paint, opacity / ROWS);
  }
}

interface Edge {
  readonly top: number;
  readonly bottom: number;
  readonly x: number;
  readonly slope: number;
  readonly winding: 1 | -1;
}

function edgesOf(polygons: readonly Polygon[]): Edge[] {
  return polygons.flatMap((polygon) =>
    polygon.flatMap(([x, y], index): Edge[] => {
      const [nextX, nextY] = polygon[(index + 1) % polygon.length] ?? [x, y];
      if (y === nextY) return [];
      const slope = (nextX - x) / (nextY - y);
      return y < nextY
        ? [{ top: y, bottom: nextY, x, slope, winding: 1 }]
        : [{ top: nextY, bottom: y, x: nextX, slope, winding: -1 }];
    }),
  );
}

function coverLine(edges: readonly Edge[], y: number, covered: Float32Array): void {
  const crossings: { readonly x: number; readonly winding: number }[] = [];
  for (const edge of edges) {
    if (edge.top <= y && y < edge.bottom)
      crossings.push({ x: edge.x + (y - edge.top) * edge.slope, winding: edge.winding });
  }
  crossings.sort((a, b) => a.x - b.x);
  let winding = 0;
  let start = 0;
  for (const crossing of crossings) {
    if (winding === 0) start = crossing.x;
    winding += crossing.winding;
    if (winding === 0) coverSpan(start, crossing.x, covered);
  }
}

function coverSpan(from: number, to: number, covered: Float32Array): void {
  const left = Math.max(0, from);
  const right = Math.min(covered.length, to);
  for (let x = Math.floor(left); x < right; x++) covered[x]! += Math.min(right, x + 1) - Math.max(left, x);
}

function blendRow(
  { width, data }: Canvas,
  y: number,
  columns: { readonly from: number; readonly to: number },
  covered: Float32Array,
  paint: Paint,
  opacity: number,
): void {
  for (let x = columns.from; x < columns.to; x++) {
    const share = covered[x]! * opacity;
    if (share <= 0) continue;
    const colour = typeof paint === 'function' ? paint(x, y) : paint;
    const at = (y * width + x) * 3;
    for (let c = 0; c < 3; c++) data[at + c]! += (colour[c]! - data[at + c]!) * share;
  }
}
