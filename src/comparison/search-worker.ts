import { workerData } from 'piscina';
import { LEAST_COLUMNS, openTileScorer, type TileScorer } from './score-tiles.js';
import type { Templates } from './templates.js';

/** What a worker is given when it starts; the arrays are in memory that all threads share. */
export interface SearchWorkerData {
  /** The samples of each candidate stand together: those of candidate c from `galleryStart[c]` on. */
  readonly gallery: Templates;
  readonly galleryStart: Int32Array;
  /** The samples of each search stand together: those of search s from `probeStart[s]` on. */
  readonly probes: Templates;
  readonly probeStart: Int32Array;
  /** The candidate that each search ought to find, or -1 when it is non-mated. */
  readonly mate: Int32Array;
  readonly kept: number;
  /** Gallery samples of a tile, at least as many as the candidate with the most of them has. */
  readonly columns: number;
  /** Probe samples of a tile, at least as many as the search with the most of them has. */
  readonly rows: number;
}

/** Searches one after another. */
export interface SearchBlock {
  readonly from: number;
  readonly to: number;
}

/** What a block of searches found, in columns. */
export interface FoundBlock {
  /** The best candidates of each search, best first; of equal ones the one that stands first in the gallery. */
  readonly candidate: Int32Array;
  readonly score: Float32Array;
  readonly mateScore: Float32Array;
  /** How many other candidates have the mate's score or more. */
  readonly beforeMate: Int32Array;
}

interface Opened {
  readonly data: SearchWorkerData;
  readonly scorer: TileScorer;
  readonly probes: Float32Array;
  readonly references: Float32Array;
  readonly product: Float32Array;
  /** Where the samples of each candidate of the tile begin in it; one entry more, where the last ones end. */
  readonly starts: Int32Array;
  /** The score of each candidate of the tile with one search. */
  readonly best: Float32Array;
}

let opened: Promise<Opened> | undefined;

/** Searches a block of probes in the whole gallery. */
export async function searchBlock(block: SearchBlock): Promise<FoundBlock> {
  opened ??= open(workerData as SearchWorkerData);
  return searchBlockOf(await opened, block);
}

async function open(data: SearchWorkerData): Promise<Opened> {
  const { dimensions } = data.gallery;
  return {
    data,
    scorer: await openTileScorer(dimensions),
    probes: new Float32Array(data.rows * dimensions),
    references: new Float32Array(Math.max(data.columns, LEAST_COLUMNS) * dimensions),
    product: new Float32Array(data.rows * Math.max(data.columns, LEAST_COLUMNS)),
    starts: new Int32Array(data.columns + 1),
    best: new Float32Array(data.columns),
  };
}

async function searchBlockOf(own: Opened, { from, to }: SearchBlock): Promise<FoundBlock> {
  const { probes, probeStart, kept, galleryStart } = own.data;
  const rows = (probeStart[to] ?? 0) - (probeStart[from] ?? 0);
  const { dimensions, data } = probes;
  own.probes.set(data.subarray((probeStart[from] ?? 0) * dimensions, (probeStart[to] ?? 0) * dimensions));
  own.probes.fill(0, rows * dimensions);
  const found: FoundBlock = {
    candidate: new Int32Array((to - from) * kept).fill(-1),
    score: new Float32Array((to - from) * kept).fill(Number.NEGATIVE_INFINITY),
    mateScore: await mateScores(own, from, to),
    beforeMate: new Int32Array(to - from),
  };
  const everybody = Array.from({ length: galleryStart.length - 1 }, (_, candidate) => candidate);
  for (const tile of tilesOf(own.data, everybody)) {
    const width = await scoreTile(own, tile);
    for (let search = from; search < to; search += 1) {
      const best = bestOfAll(own, search, from, tile.length, width);
      keepBest(found, own.data, best, { search, from, first: tile[0] ?? 0, count: tile.length });
    }
  }
  return found;
}

/** Candidates in tiles; each stays whole, so that the best of its samples is known within its tile. */
function* tilesOf({ galleryStart, columns }: SearchWorkerData, candidates: readonly number[]): Generator<number[]> {
  let tile: number[] = [];
  let samples = 0;
  for (const candidate of candidates) {
    const own = (galleryStart[candidate + 1] ?? 0) - (galleryStart[candidate] ?? 0);
    if (samples + own > columns) {
      yield tile;
      [tile, samples] = [[], 0];
    }
    tile.push(candidate);
    samples += own;
  }
  if (tile.length > 0) yield tile;
}

/** Scores the probes of the block with the samples of some candidates; returns the width of a row. */
async function scoreTile({ data, scorer, probes, references, product, starts }: Opened, tile: readonly number[]) {
  const { gallery, galleryStart, rows } = data;
  const { dimensions } = gallery;
  let end = 0;
  for (let k = 0; k < tile.length; ) {
    // Neighbours in the gallery are copied together.
    let next = k;
    const left = galleryStart[tile[k] ?? 0] ?? 0;
    let right = left;
    do {
      starts[next] = end + right - left;
      right = galleryStart[(tile[next] ?? 0) + 1] ?? 0;
      next += 1;
    } while (next < tile.length && tile[next] === (tile[next - 1] ?? 0) + 1);
    references.set(gallery.data.subarray(left * dimensions, right * dimensions), end * dimensions);
    end += right - left;
    k = next;
  }
  starts[tile.length] = end;
  const width = Math.max(end, LEAST_COLUMNS);
  // Zeros pad a small tile.
  references.fill(0, end * dimensions, width * dimensions);
  await scorer.score(probes, rows, references, width, product);
  return width;
}

/** The best score of a search with candidate k of the tile, over the samples of both. */
function bestOf({ data, product, starts }: Opened, search: number, from: number, k: number, width: number): number {
  const { probeStart } = data;
  const top = (probeStart[search] as number) - (probeStart[from] as number);
  const bottom = (probeStart[search + 1] as number) - (probeStart[from] as number);
  const [left, right] = [starts[k] as number, starts[k + 1] as number];
  let most = product[top * width + left] as number;
  for (let row = top; row < bottom; row += 1) {
    for (let at = row * width + left; at < row * width + right; at += 1) {
      const score = product[at] as number;
      if (score > most) most = score;
    }
  }
  return most;
}

/** The best score of a search with each candidate of the tile. */
function bestOfAll(own: Opened, search: number, from: number, count: number, width: number): Float32Array {
  const { product, starts, best } = own;
  const { probeStart } = own.data;
  const top = (probeStart[search] ?? 0) - (probeStart[from] ?? 0);
  const single = starts[count] === count && (probeStart[search + 1] ?? 0) - (probeStart[search] ?? 0) === 1;
  if (single) return product.subarray(top * width, top * width + count);
  for (let k = 0; k < count; k += 1) best[k] = bestOf(own, search, from, k, width);
  return best;
}

interface Look {
  readonly search: number;
  readonly from: number;
  /** The first candidate of the tile, and how many there are. */
  readonly first: number;
  readonly count: number;
}

function keepBest(
  { candidate, score, mateScore, beforeMate }: FoundBlock,
  { kept, mate: mates }: Pick<SearchWorkerData, 'kept' | 'mate'>,
  best: Float32Array,
  { search, from, first, count }: Look,
): void {
  const mate = mates[search] ?? -1;
  const own = mate >= 0 ? (mateScore[search - from] as number) : Number.POSITIVE_INFINITY;
  const start = (search - from) * kept;
  const end = start + kept;
  // The mate itself stands in one of the tiles.
  let before = mate >= first && mate < first + count ? -1 : 0;
  let least = score[end - 1] as number;
  let bar = Math.min(own, least);
  for (let k = 0; k < count; k += 1) {
    const value = best[k] as number;
    // Few scores are of interest, and one comparison tells which.
    if (value < bar) continue;
    if (value >= own) before += 1;
    if (value <= least) continue;
    let place = end - 1;
    while (place > start && value > (score[place - 1] as number)) {
      score[place] = score[place - 1] as number;
      candidate[place] = candidate[place - 1] as number;
      place -= 1;
    }
    score[place] = value;
    candidate[place] = first + k;
    least = score[end - 1] as number;
    bar = Math.min(own, least);
  }
  beforeMate[search - from] = (beforeMate[search - from] ?? 0) + before;
}

/** The score of each mated search with its mate, known beforehand so that the others can be counted against it. */
async function mateScores(own: Opened, from: number, to: number): Promise<Float32Array> {
  const { mate } = own.data;
  const scores = new Float32Array(to - from).fill(Number.NaN);
  const mates = [...new Set(mate.subarray(from, to))].filter((candidate) => candidate >= 0).sort((p, q) => p - q);
  for (const tile of tilesOf(own.data, mates)) {
    const width = await scoreTile(own, tile);
    for (let search = from; search < to; search += 1) {
      const k = tile.indexOf(mate[search] ?? -1);
      if (k >= 0) scores[search - from] = bestOf(own, search, from, k, width);
    }
  }
  return scores;
}
