import type { BlockRunner } from './block-runner.js';
import { type GrowingTail, growingTail } from './growing-tail.js';
import type { Mates } from './mates.js';
import { cellOfBits, type ScoreGrid, takeCells } from './score-grid.js';
import { openScoreKernel, type ScoreKernel } from './score-kernel.js';
import { LEAST_COLUMNS, LEAST_ROWS, openTileScorer, type TileScorer } from './score-tiles.js';
import type { Templates } from './templates.js';
import type { ScoredPairs } from './upper-tail.js';

/** What a thread needs to make itself ready, before there is anything to compare. */
export interface AllPairsSetup {
  readonly model: Uint8Array;
  readonly dimensions: number;
  /** The most samples of a block. */
  readonly blockRows: number;
  /** Rows and columns of a tile. */
  readonly tile: { readonly rows: number; readonly columns: number };
}

/** What is compared; the arrays are in memory that all threads share. */
export interface AllPairsData {
  readonly templates: Templates;
  readonly mates: Mates;
  /** Where the score of every mated comparison is written, in order of its first sample, then of its second. */
  readonly mated: Float32Array;
  readonly grid: ScoreGrid;
  /** Every non-mated score from here on is kept. */
  readonly keepFrom: number;
}

/** A block of samples, each to be compared with all that stand behind it. */
export interface RowBlock {
  readonly from: number;
  readonly to: number;
  readonly data: AllPairsData;
}

/** The non-mated comparisons of a block: all of them counted, those of the upper tail kept in no particular order. */
export interface CountedBlock extends ScoredPairs {
  readonly cells: Float64Array;
}

interface Opened {
  readonly setup: AllPairsSetup;
  readonly scorer: TileScorer;
  readonly kernel: ScoreKernel;
  /** The templates of the block, and zeros that pad it. */
  readonly probes: Float32Array;
  /** Those of the tile's columns, and zeros that pad them. */
  readonly references: Float32Array;
  readonly tail: GrowingTail;
  /** By row of the block: where in the order of mates the next one stands that was not met yet. */
  readonly nextMate: Int32Array;
}

/** Makes the arrays and the scorer that all blocks of one thread use. */
export async function openAllPairs(setup: AllPairsSetup): Promise<BlockRunner<RowBlock, CountedBlock>> {
  const { model, dimensions, blockRows, tile } = setup;
  const columns = Math.max(tile.columns, LEAST_COLUMNS);
  const opened: Opened = {
    setup,
    scorer: await openTileScorer(dimensions, model),
    kernel: openScoreKernel(Math.max(tile.rows, LEAST_ROWS) * columns),
    probes: new Float32Array((blockRows + LEAST_ROWS) * dimensions),
    references: new Float32Array((columns + LEAST_COLUMNS) * dimensions),
    tail: growingTail(),
    nextMate: new Int32Array(blockRows),
  };
  return { run: (block) => countBlock(opened, block), close: () => opened.scorer.close() };
}

async function countBlock(opened: Opened, block: RowBlock): Promise<CountedBlock> {
  const { setup, kernel, probes, references, tail, nextMate } = opened;
  const { from, to, data } = block;
  const { dimensions, tile } = setup;
  const { templates, mates } = data;
  const samples = mates.subject.length;
  // What an earlier block left behind when it failed must not be counted.
  kernel.cells.fill(0);
  tail.clear();
  for (let sample = from; sample < to; sample += 1) nextMate[sample - from] = (mates.place[sample] ?? 0) + 1;
  copyPadded(templates, from, to, probes, setup.blockRows);
  for (let left = from; left < samples; left += tile.columns) {
    const right = Math.min(left + tile.columns, samples);
    copyPadded(templates, left, right, references, tile.columns);
    // Rows from the last column on are of the lower triangle.
    for (let top = from; top < Math.min(to, right); top += tile.rows) {
      const bottom = Math.min(top + tile.rows, to, right);
      // Columns before the first row are of the lower triangle too.
      const start = Math.max(left, top);
      const [rows, width] = [Math.max(bottom - top, LEAST_ROWS), Math.max(right - start, LEAST_COLUMNS)];
      const [own, theirs] = [
        probes.subarray((top - from) * dimensions),
        references.subarray((start - left) * dimensions),
      ];
      await opened.scorer.score(own, rows, theirs, width, kernel.scores);
      countTile(opened, block, { top, bottom, start, right, width });
    }
  }
  return { cells: takeCells(data.grid, kernel.cells), ...tail.take() };
}

/** Puts templates at the beginning of an array for `most`, and zeros behind them; what is behind `most` is zeros always. */
function copyPadded({ data, dimensions }: Templates, from: number, to: number, into: Float32Array, most: number): void {
  into.set(data.subarray(from * dimensions, to * dimensions));
  into.fill(0, (to - from) * dimensions, most * dimensions);
}

/** Scores of the samples `top` to `bottom` with those from `start` to `right`, in rows of `width`. */
interface Tile {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly right: number;
  readonly width: number;
}

function countTile({ kernel, tail, nextMate }: Opened, { from, data }: RowBlock, tile: Tile): void {
  const { top, bottom, start, right, width } = tile;
  if (start >= bottom && right - start === width) {
    keep(kernel.count(0, (bottom - top) * width, data.keepFrom));
  } else {
    for (let sample = top; sample < bottom; sample += 1) {
      const row = (sample - top) * width;
      keep(kernel.count(row + Math.max(0, sample + 1 - start), row + right - start, data.keepFrom));
    }
  }
  takeMated(kernel, data, tile, nextMate.subarray(top - from));

  function keep(places: number): void {
    const { subject } = data.mates;
    for (let k = 0; k < places; k += 1) {
      const at = kernel.found[k] as number;
      const row = Math.floor(at / width);
      const [sample, other] = [top + row, start + at - row * width];
      if (subject[sample] !== subject[other]) tail.add(kernel.scores[at] as number, sample, other);
    }
  }
}

/** Takes the mated comparisons of a tile out of the counts, and puts their scores where they belong. */
function takeMated(kernel: ScoreKernel, { mates, mated }: AllPairsData, tile: Tile, nextMate: Int32Array): void {
  const { order, place, end, matedBefore } = mates;
  const { top, bottom, start, right, width } = tile;
  for (let sample = top; sample < bottom; sample += 1) {
    let next = nextMate[sample - top] as number;
    const last = end[sample] as number;
    for (; next < last && (order[next] as number) < right; next += 1) {
      const at = (sample - top) * width + (order[next] as number) - start;
      mated[(matedBefore[sample] ?? 0) + next - (place[sample] ?? 0) - 1] = kernel.scores[at] as number;
      const cell = cellOfBits(kernel.bits[at] as number);
      kernel.cells[cell] = (kernel.cells[cell] as number) - 1;
    }
    nextMate[sample - top] = next;
  }
}
