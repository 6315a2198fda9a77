/** Interleaved R G B values, row by row from the top left. */
export interface Values {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Adds to `sums` the three values at a place between pixels whose centres are whole numbers: bilinear, edges repeated. */
export function addBilinear({ data, width, height }: Values, atX: number, atY: number, sums: Float64Array): void {
  const x = Math.min(width - 1, Math.max(0, atX));
  const y = Math.min(height - 1, Math.max(0, atY));
  const left = Math.floor(x);
  const top = Math.floor(y);
  const dx = x - left;
  const dy = y - top;
  const right = left + 1 < width ? 3 : 0;
  const below = top + 1 < height ? width * 3 : 0;
  const at = (top * width + left) * 3;
  for (let c = at; c < at + 3; c++) {
    const upper = data[c]! + (data[c + right]! - data[c]!) * dx;
    const lower = data[c + below]! + (data[c + below + right]! - data[c + below]!) * dx;
    sums[c - at]! += upper + (lower - upper) * dy;
  }
}
