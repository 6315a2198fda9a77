import { workerData } from 'piscina';
import type { Mates } from './mates.js';
import {
  type CellCounts,
  cellOfBits,
  countScores,
  emptyCells,
  leastBits,
  type ScoreGrid,
  takeCells,
} from './score-grid.js';
import { LEAST_COLUMNS, openTileScorer, type TileScorer } from './score-tiles.js';
import type { Templates } from './templates.js';

/** What a worker is given when it starts; the arrays are in memory that all threads share. */
export interface AllPairsWorkerData {
  readonly templates: Templates;
  readonly mates: Mates;
  /** Where the score of every mated comparison is written, in order of its first sample, then of its second. */
  readonly mated: Float32Array;
  readonly grid: ScoreGrid;
  /** Rows and columns of a tile. */
  readonly tile: { readonly rows: number; readonly columns: number };
}

/** A block of samples, each to be compared with all that stand behind it. */
export interface RowBlock {
  readonly from: number;
  readonly to: number;
  /** Every non-mated score from here on is kept. */
  readonly keepFrom: number;
}

/** The non-mated comparisons of a block: all of them counted, those of the upper tail kept in no particular order. */
export interface CountedBlock {
  readonly cells: Float64Array;
  readonly scores: Float32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

interface Opened {
  readonly data: AllPairsWorkerData;
  readonly scorer: TileScorer;
  readonly counts: CellCounts;
  readonly probes: Float32Array;
  readonly references: Float32Array;
  readonly product: Float32Array;
  readonly bits: Int32Array;
  readonly found: Int32Array;
}

let opened: Promise<Opened> | undefined;

/** Compares a block of samples with all that stand behind it. */
export async function countBlock(block: RowBlock): Promise<CountedBlock> {
  opened ??= open(workerData as AllPairsWorkerData);
  return countBlockOf(await opened, block);
}

/** Makes the arrays and the scorer that all blocks of one thread use. */
export async function open(data: AllPairsWorkerData): Promise<Opened> {
  const { templates, tile } = data;
  const columns = Math.max(tile.columns, LEAST_COLUMNS);
  const product = new Float32Array(tile.rows * columns);
  return {
    data,
    scorer: await openTileScorer(templates.dimensions),
    counts: emptyCells(),
    probes: new Float32Array(tile.rows * templates.dimensions),
    // Zeros pad the last tile to its least width.
    references: new Float32Array((columns + LEAST_COLUMNS) * templates.dimensions),
    product,
    bits: new Int32Array(product.buffer),
    found: new Int32Array(columns),
  };
}

/** The same with what one thread has opened. */
export async function countBlockOf(opened: Opened, { from, to, keepFrom }: RowBlock): Promise<CountedBlock> {
  const { data, counts, references } = opened;
  const { templates, tile, grid } = data;
  const { dimensions } = templates;
  const samples = templates.data.length / dimensions;
  const tail = growingTail(data.mates.subject, keepFrom);
  const least = leastBits(keepFrom);
  // What an earlier block left behind when it failed must not be counted.
  counts.even.fill(0);
  counts.odd.fill(0);
  for (let left = from; left < samples; left += tile.columns) {
    const right = Math.min(left + tile.columns, samples);
    references.set(templates.data.subarray(left * dimensions, right * dimensions));
    references.fill(0, (right - left) * dimensions, (right - left + LEAST_COLUMNS) * dimensions);
    for (let top = from; top < Math.min(to, right); top += tile.rows) {
      await countTile(opened, { top, bottom: Math.min(top + tile.rows, to), left, right, least }, tail);
    }
  }
  return { cells: takeCells(grid, counts), ...tail.taken() };
}

interface Tile {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  /** The bits of the lowest score to keep. */
  readonly least: number;
}

async function countTile(opened: Opened, { top, bottom, left, right, least }: Tile, tail: GrowingTail): Promise<void> {
  const { data, scorer, counts, probes, references, product, bits, found } = opened;
  const { templates, tile } = data;
  const { dimensions } = templates;
  probes.set(templates.data.subarray(top * dimensions, bottom * dimensions));
  probes.fill(0, (bottom - top) * dimensions);
  // Columns before the first row are of the lower triangle.
  const start = Math.max(left, top);
  const width = Math.max(right - start, LEAST_COLUMNS);
  await scorer.score(probes, tile.rows, references.subarray((start - left) * dimensions), width, product);
  for (let sample = top; sample < bottom; sample += 1) {
    const row = (sample - top) * width;
    const places = countScores(counts, bits, row + Math.max(0, sample + 1 - start), row + right - start, least, found);
    takeMated(opened, sample, row - start, Math.max(start, sample + 1), right);
    for (let k = 0; k < places; k += 1) {
      const at = found[k] as number;
      tail.add(product[at] as number, sample, at - row + start);
    }
  }
}

/** Takes the mated comparisons of a row out of the counts, and puts their scores where they belong. */
function takeMated({ data, counts, product, bits }: Opened, sample: number, shift: number, from: number, to: number) {
  const { mates, mated } = data;
  const place = mates.place[sample] ?? 0;
  const end = mates.end[sample] ?? 0;
  const before = mates.matedBefore[sample] ?? 0;
  for (let at = place + 1; at < end; at += 1) {
    const mate = mates.order[at] ?? 0;
    if (mate < from) continue;
    if (mate >= to) return;
    mated[before + at - place - 1] = product[shift + mate] ?? Number.NaN;
    const cell = cellOfBits(bits[shift + mate] ?? 0);
    counts.even[cell] = (counts.even[cell] ?? 0) - 1;
  }
}

interface GrowingTail {
  add(score: number, first: number, second: number): void;
  taken(): Omit<CountedBlock, 'cells'>;
}

function growingTail(subject: Int32Array, keepFrom: number): GrowingTail {
  let [scores, first, second] = [new Float32Array(4096), new Int32Array(4096), new Int32Array(4096)];
  let length = 0;
  return {
    add(score, sample, other) {
      if (score < keepFrom || subject[sample] === subject[other]) return;
      if (length === scores.length) {
        [scores, first, second] = [doubled(scores), doubled(first), doubled(second)];
      }
      scores[length] = score;
      first[length] = sample;
      second[length] = other;
      length += 1;
    },
    taken: () => ({ scores: scores.slice(0, length), first: first.slice(0, length), second: second.slice(0, length) }),
  };
}

function doubled<T extends Float32Array | Int32Array>(array: T): T {
  const larger = array instanceof Float32Array ? new Float32Array(array.length * 2) : new Int32Array(array.length * 2);
  larger.set(array);
  return larger as T;
}
