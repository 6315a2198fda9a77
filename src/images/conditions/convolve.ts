import { FalsematchError } from '../../files/errors.js';
import type { Light } from '../light.js';

/** Weights around a pixel: `2 reachX + 1` across and `2 reachY + 1` down, row by row, the pixel itself in the middle. */
export interface Kernel {
  readonly reachX: number;
  readonly reachY: number;
  readonly weights: Float64Array;
}

/**
 * The light as a kernel spreads it: every pixel's light goes to the places that the kernel's weights stand at, and the
 * picture's edges are repeated outward. Rows of a kernel whose weights are equal for a stretch cost one sum each.
 */
export function convolve({ width, height, data }: Light, kernel: Kernel): Light {
  const result = new Float32Array(data.length);
  const rows = kernelRows(kernel);
  const row = width * 3;
  const padded = new Float64Array((width + 2 * kernel.reachX) * 3);
  const sums = new Float64Array(padded.length + 3);
  const spread = new Float64Array(row);
  // Only so many rows are in the making at a time; 64 bits leave an even picture even.
  const making = Array.from({ length: 2 * kernel.reachY + 1 }, () => new Float64Array(row));
  const last = height - 1;
  for (let y = 0; y < height; y++) {
    padRow(data.subarray(y * row, (y + 1) * row), padded, kernel.reachX);
    for (let i = 0; i < padded.length; i++) sums[i + 3] = sums[i]! + padded[i]!;
    for (const { offsets, stretch, singles } of rows) {
      spreadRow(padded, sums, spread, stretch, singles);
      for (const offset of offsets) {
        // The first and the last row also stand for all that is beyond them.
        const from = y === 0 ? 0 : Math.max(0, y + offset);
        const to = y === last ? last : Math.min(last, y + offset);
        for (let target = from; target <= to; target++) addRow(spread, making[target % making.length]!);
      }
    }
    const ready = y - kernel.reachY;
    for (let done = Math.max(0, ready); done <= (y === last ? last : ready); done++) {
      const made = making[done % making.length]!;
      result.set(made, done * row);
      made.fill(0);
    }
  }
  return { width, height, data: result };
}

interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

interface KernelRow {
  /** How far down from a source row its light goes; several where the kernel has the same row several times. */
  readonly offsets: number[];
  /** The longest stretch of equal weights, columns counted from the kernel's left. */
  readonly stretch: Stretch;
  readonly singles: readonly { readonly at: number; readonly weight: number }[];
}

/** Weights as near as this to each other are one: less than a 32-bit number can hold. */
const SAME = 1e-9;

function kernelRows({ reachX, reachY, weights }: Kernel): KernelRow[] {
  const size = 2 * reachX + 1;
  const rows: KernelRow[] = [];
  const seen: { readonly line: Float64Array; readonly row: KernelRow }[] = [];
  for (let k = 0; k <= 2 * reachY; k++) {
    const line = weights.subarray(k * size, (k + 1) * size);
    if (line.every((weight) => weight === 0)) continue;
    const twin = seen.find((other) => other.line.every((weight, i) => Math.abs(weight - line[i]!) <= SAME * weight));
    if (twin) {
      twin.row.offsets.push(reachY - k);
      continue;
    }
    const stretch = longestStretch(line);
    const singles = Array.from(line, (weight, at) => ({ at, weight })).filter(
      ({ at, weight }) => weight !== 0 && (at < stretch.from || at >= stretch.to),
    );
    const row = { offsets: [reachY - k], stretch, singles };
    seen.push({ line, row });
    rows.push(row);
  }
  return rows;
}

function longestStretch(line: Float64Array): Stretch {
  let best: Stretch = { from: 0, to: 0, weight: 0 };
  for (let from = 0; from < line.length; ) {
    const weight = line[from]!;
    let to = from + 1;
    while (to < line.length && Math.abs(line[to]! - weight) <= SAME * weight) to++;
    if (weight !== 0 && to - from > best.to - best.from) best = { from, to, weight };
    from = to;
  }
  return best;
}

function padRow(source: Float32Array, padded: Float64Array, reach: number): void {
  const last = source.length - 3;
  padded.set(source, reach * 3);
  for (let k = 0; k < reach * 3; k++) {
    padded[k] = source[k % 3]!;
    padded[reach * 3 + source.length + k] = source[last + (k % 3)]!;
  }
}

function spreadRow(
  padded: Float64Array,
  sums: Float64Array,
  spread: Float64Array,
  { from, to, weight }: Stretch,
  singles: KernelRow['singles'],
): void {
  const [first, end] = [from * 3, to * 3];
  // Sums are kept value by value, three channels apart, so that a stretch is the difference of two.
  for (let i = 0; i < spread.length; i++) spread[i] = weight * (sums[i + end]! - sums[i + first]!);
  // Two at a time, as going over the row is what takes long.
  for (let k = 0; k < singles.length; k += 2) {
    const one = singles[k]!;
    const { at, weight: other } = singles[k + 1] ?? { at: one.at, weight: 0 };
    const [oneAt, otherAt] = [one.at * 3, at * 3];
    for (let i = 0; i < spread.length; i++) {
      spread[i]! += one.weight * padded[i + oneAt]! + other * padded[i + otherAt]!;
    }
  }
}

function addRow(spread: Float64Array, result: Float64Array): void {
  for (let i = 0; i < spread.length; i++) result[i]! += spread[i]!;
}

/** Wider than this, in pixels, a blur leaves nothing to look for, and takes long. */
const WIDEST = 200;

/** The width of a blur in pixels, for a step that was given it at the subject. Throws FalsematchError above 200. */
export function checkedBlur(pixels: number, step: string): number {
  if (pixels <= WIDEST) return pixels;
  throw new FalsematchError(
    `The step "${step}" would blur over ${Math.round(pixels)} pixels of this picture, and ${WIDEST} are the most; ask for less, or put a step before it that makes the picture smaller.`,
  );
}
