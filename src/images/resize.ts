import { averageBlocks } from './average-blocks.js';
import type { Picture } from './picture.js';

/**
 * The picture at another size, bilinear with half-pixel centres as OpenCV's INTER_LINEAR, each axis by itself.
 * An axis that shrinks to less than half is first averaged over blocks of floor(source / target) pixels, so that large
 * photographs do not alias; OpenCV's INTER_LINEAR does not do that. Plain arithmetic: the same bytes on every machine.
 */
export function resizePicture(picture: Picture, width: number, height: number): Picture {
  const data = new Uint8Array(width * height * 3);
  resizeInto(picture, width, height, data, width);
  return { width, height, data };
}

/** As `resizePicture`, into the top left corner of a canvas of interleaved RGB that is `canvasWidth` pixels wide. */
export function resizeInto(
  picture: Picture,
  width: number,
  height: number,
  canvas: Uint8Array,
  canvasWidth: number,
): void {
  const blockX = blockOf(picture.width, width);
  const blockY = blockOf(picture.height, height);
  const source = averageBlocks(picture, blockX, blockY);
  if (source.width === width && source.height === height) {
    for (let y = 0; y < height; y++) {
      canvas.set(source.data.subarray(y * width * 3, (y + 1) * width * 3), y * canvasWidth * 3);
    }
    return;
  }
  const columns = taps(picture.width, width, blockX, source.width);
  const rows = taps(picture.height, height, blockY, source.height);
  let upper = new Int32Array(width * 3);
  let lower = new Int32Array(width * 3);
  let upperAt = -1;
  let lowerAt = -1;
  for (let y = 0; y < height; y++) {
    const first = rows.first[y]!;
    const second = rows.second[y]!;
    // Rows come in order, so the lower row of one step is most often the upper row of a later one.
    if (first !== upperAt) {
      [upper, lower] = [lower, upper];
      [upperAt, lowerAt] = [lowerAt, upperAt];
      if (first !== upperAt) stretchRow(source, first, columns, upper);
      upperAt = first;
    }
    if (second !== lowerAt) stretchRow(source, second, columns, lower);
    lowerAt = second;
    mixRows(upper, lower, rows.weight[y]!, canvas, y * canvasWidth * 3);
  }
}

/** Weights are whole numbers of 1/2048, as OpenCV's: integer arithmetic is fast and the same everywhere. */
const UNIT = 2048;
const HALF = (UNIT * UNIT) / 2;
const SHIFT = 22;

function blockOf(source: number, target: number): number {
  return source > 2 * target ? Math.floor(source / target) : 1;
}

interface Taps {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly weight: Int32Array;
}

/** For each target pixel the two source pixels it lies between and the weight of the second, edges repeated. */
function taps(source: number, target: number, block: number, reduced: number): Taps {
  const first = new Int32Array(target);
  const second = new Int32Array(target);
  const weight = new Int32Array(target);
  const scale = source / target / block;
  for (let i = 0; i < target; i++) {
    const at = Math.min(Math.max((i + 0.5) * scale - 0.5, 0), reduced - 1);
    first[i] = Math.floor(at);
    second[i] = Math.min(first[i]! + 1, reduced - 1);
    weight[i] = Math.round((at - first[i]!) * UNIT);
  }
  return { first, second, weight };
}

/** One source row at the target's width, in units of 1/2048. */
function stretchRow(source: Picture, row: number, columns: Taps, target: Int32Array): void {
  const { data } = source;
  const { first, second, weight } = columns;
  const start = row * source.width * 3;
  for (let x = 0, to = 0; x < first.length; x++, to += 3) {
    const left = start + first[x]! * 3;
    const right = start + second[x]! * 3;
    const share = weight[x]!;
    const rest = UNIT - share;
    target[to] = data[left]! * rest + data[right]! * share;
    target[to + 1] = data[left + 1]! * rest + data[right + 1]! * share;
    target[to + 2] = data[left + 2]! * rest + data[right + 2]! * share;
  }
}

function mixRows(upper: Int32Array, lower: Int32Array, share: number, canvas: Uint8Array, start: number): void {
  const rest = UNIT - share;
  for (let i = 0; i < upper.length; i++) {
    canvas[start + i] = (Math.imul(upper[i]!, rest) + Math.imul(lower[i]!, share) + HALF) >> SHIFT;
  }
}
