import type { ThresholdCounts } from '../statistics/counts.js';

/*
 * Scores are counted by the upper 18 bits of their float32: sign, exponent and the first 9 bits of the fraction. A score
 * is then counted by one shift and one addition, and the borders of the cells are floats themselves, so every count at a
 * border is exact. A cell is 1/512 of the power of two that it stands in: below 0.001 wide for cosines up to 0.5.
 */
export const CELL_SHIFT = 14;
export const CELLS = 1 << (32 - CELL_SHIFT);
const NEGATIVE = CELLS / 2;
const CELLS_IN_OCTAVE = 512;
/** So many powers of two below the bound are told apart; what is nearer to zero is one cell. */
const OCTAVES = 12;

/** The grid at which scores between -bound and bound, a power of two, are counted. */
export interface ScoreGrid {
  readonly bound: number;
  /** The cells of positive scores that are told apart: from `low` up to but not with `high`; negative ones mirror them. */
  readonly low: number;
  readonly high: number;
}

/** The grid for scores of which none is above `most` in size, but for rounding. */
export function scoreGrid(most: number): ScoreGrid {
  const bound = 2 ** Math.ceil(Math.log2(Math.max(most, 2 ** -100) * 1.001));
  const high = cellOf(bound);
  return { bound, low: high - OCTAVES * CELLS_IN_OCTAVE, high };
}

/** How many cells the grid has: negative ones, the one around zero, positive ones. */
export function cellsOf({ low, high }: ScoreGrid): number {
  return 2 * (high - low) + 1;
}

/** The cell of a score, given as the bits of its float32. */
export function cellOfBits(bits: number): number {
  return bits >>> CELL_SHIFT;
}

/** Takes what was counted in all cells into those of a grid, lowest scores first, and leaves none counted. */
export function takeCells(grid: ScoreGrid, counted: Uint32Array): Float64Array {
  const taken = new Float64Array(cellsOf(grid));
  const { low, high } = grid;
  const at = (cell: number) => counted[cell] ?? 0;
  const middle = high - low;
  for (let cell = low; cell < high; cell += 1) {
    taken[middle + 1 + cell - low] = at(cell);
    taken[middle - 1 - (cell - low)] = at(NEGATIVE + cell);
  }
  let near = 0;
  for (let cell = 0; cell < low; cell += 1) near += at(cell) + at(NEGATIVE + cell);
  taken[middle] = near;
  for (let cell = high; cell < NEGATIVE; cell += 1) {
    if (at(cell) + at(NEGATIVE + cell) !== 0) throw new RangeError(`a score is ${grid.bound} or more in size`);
  }
  counted.fill(0);
  return taken;
}

/** The counts at the borders of the grid from those in its cells. */
export function gridCounts(grid: ScoreGrid, cells: Float64Array): ThresholdCounts {
  const { low, high } = grid;
  const middle = high - low;
  const bits = new Int32Array(cells.length + 1);
  for (let cell = low; cell <= high; cell += 1) {
    bits[middle + 1 + cell - low] = cell << CELL_SHIFT;
    // The lowest negative score of a cell is the one whose lower bits are all set.
    if (cell > low) bits[middle - (cell - low)] = (((NEGATIVE + cell) << CELL_SHIFT) - 1) | 0;
  }
  bits[middle] = (((NEGATIVE + low) << CELL_SHIFT) - 1) | 0;
  const thresholds = new Float32Array(bits.buffer);
  const countsFrom = new Float64Array(thresholds.length);
  for (let k = cells.length - 1; k >= 0; k -= 1) countsFrom[k] = (countsFrom[k + 1] ?? 0) + (cells[k] ?? 0);
  return { thresholds, countsFrom };
}

function cellOf(score: number): number {
  return cellOfBits(new Int32Array(new Float32Array([score]).buffer)[0] ?? 0);
}
