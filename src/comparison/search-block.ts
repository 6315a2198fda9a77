import type { BlockRunner } from './block-runner.js';
import { openScoreKernel, type ScoreKernel } from './score-kernel.js';
import { LEAST_COLUMNS, LEAST_ROWS, openTileScorer, type TileScorer } from './score-tiles.js';
import type { Templates } from './templates.js';

/** What a thread needs to make itself ready, before there is anything to search. */
export interface SearchSetup {
  readonly model: Uint8Array;
  readonly dimensions: number;
  readonly kept: number;
  /** The most probe samples of a block. */
  readonly rows: number;
  /** The most gallery samples of a tile, at least as many as the candidate with the most of them has. */
  readonly columns: number;
}

/** Gallery and probes; the arrays are in memory that all threads share. */
export interface SearchData {
  /** The samples of each candidate stand together: those of candidate c from `galleryStart[c]` on. */
  readonly gallery: Templates;
  readonly galleryStart: Int32Array;
  /** The samples of each search stand together: those of search s from `probeStart[s]` on. */
  readonly probes: Templates;
  readonly probeStart: Int32Array;
  /** The candidate that each search ought to find, or -1 when it is non-mated. */
  readonly mate: Int32Array;
}

/** Searches one after another. */
export interface SearchBlock {
  readonly from: number;
  readonly to: number;
  readonly data: SearchData;
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
  readonly setup: SearchSetup;
  readonly scorer: TileScorer;
  readonly kernel: ScoreKernel;
  /** Where the best score of one search with each candidate of a tile stands, behind those of the tile. */
  readonly best: number;
  readonly probes: Float32Array;
  readonly references: Float32Array;
  /** Where the samples of each candidate of the tile begin in it; one entry more, where the last ones end. */
  readonly starts: Int32Array;
  /** A score that about as many candidates as are kept reached in the first tile of an earlier search. */
  readonly guess: { score: number };
}

// `Number.NaN` and its like in hot code make V8's background compiler allocate, and a worker that ends meanwhile makes
// Node 20 abort the whole process.
const NOTHING = -1 / 0;
const NO_SCORE = 0 / 0;

/** Makes the arrays and the scorer that all blocks of one thread use. */
export async function openSearch(setup: SearchSetup): Promise<BlockRunner<SearchBlock, FoundBlock>> {
  const { model, dimensions, rows, columns } = setup;
  const width = Math.max(columns, LEAST_COLUMNS);
  const best = Math.max(rows, LEAST_ROWS) * width;
  const opened: Opened = {
    setup,
    scorer: await openTileScorer(dimensions, model),
    kernel: openScoreKernel(best + columns),
    best,
    probes: new Float32Array((rows + LEAST_ROWS) * dimensions),
    references: new Float32Array(width * dimensions),
    starts: new Int32Array(columns + 1),
    guess: { score: NOTHING },
  };
  return { run: (block) => searchBlock(opened, block), close: () => opened.scorer.close() };
}

async function searchBlock(own: Opened, block: SearchBlock): Promise<FoundBlock> {
  const { from, to, data } = block;
  const { probes, probeStart, galleryStart } = data;
  const { kept, dimensions } = own.setup;
  const [top, bottom] = [probeStart[from] ?? 0, probeStart[to] ?? 0];
  own.probes.set(probes.data.subarray(top * dimensions, bottom * dimensions));
  const found: FoundBlock = {
    candidate: new Int32Array((to - from) * kept).fill(-1),
    score: new Float32Array((to - from) * kept).fill(NOTHING),
    mateScore: await mateScores(own, block),
    beforeMate: new Int32Array(to - from),
  };
  const everybody = Int32Array.from({ length: galleryStart.length - 1 }, (_, candidate) => candidate);
  for (const tile of tilesOf(own, data, everybody)) {
    const width = await scoreTile(own, data, tile, 0, bottom - top);
    for (let search = from; search < to; search += 1) {
      const at = bestOfAll(own, data, search, (probeStart[search] ?? 0) - top, tile.length, width);
      keepBest(own, data, found, { search, from, first: tile[0] ?? 0, count: tile.length, at });
    }
  }
  return found;
}

/** Candidates in tiles; each stays whole, so that the best of its samples is known within its tile. */
function* tilesOf({ setup }: Opened, { galleryStart }: SearchData, candidates: Int32Array): Generator<Int32Array> {
  let [begin, samples] = [0, 0];
  for (const [k, candidate] of candidates.entries()) {
    const own = (galleryStart[candidate + 1] ?? 0) - (galleryStart[candidate] ?? 0);
    if (samples + own > setup.columns) {
      yield candidates.subarray(begin, k);
      [begin, samples] = [k, 0];
    }
    samples += own;
  }
  if (begin < candidates.length) yield candidates.subarray(begin);
}

/** Scores probes of the block, `rows` from the one at `top` on, with the samples of candidates; returns a row's width. */
async function scoreTile(
  opened: Opened,
  { gallery, galleryStart }: SearchData,
  tile: Int32Array,
  top: number,
  rows: number,
) {
  const { scorer, kernel, probes, references, starts } = opened;
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
  await scorer.score(probes.subarray(top * dimensions), Math.max(rows, LEAST_ROWS), references, width, kernel.scores);
  return width;
}

/** Where a search's samples stand among the rows that were scored. */
interface Rows {
  readonly top: number;
  readonly bottom: number;
}

/** The best score of a search with candidate k of the tile, over the samples of both. */
function bestOf({ kernel, starts }: Opened, { top, bottom }: Rows, k: number, width: number): number {
  const { scores } = kernel;
  const [left, right] = [starts[k] as number, starts[k + 1] as number];
  let most = scores[top * width + left] as number;
  for (let row = top; row < bottom; row += 1) {
    for (let at = row * width + left; at < row * width + right; at += 1) {
      const score = scores[at] as number;
      if (score > most) most = score;
    }
  }
  return most;
}

/** Where the best score of a search with each candidate of the tile stands; its own samples begin in row `top`. */
function bestOfAll(own: Opened, { probeStart }: SearchData, search: number, top: number, count: number, width: number) {
  const { kernel, starts, best } = own;
  const samples = (probeStart[search + 1] ?? 0) - (probeStart[search] ?? 0);
  if (starts[count] === count && samples === 1) return top * width;
  const rows = { top, bottom: top + samples };
  for (let k = 0; k < count; k += 1) kernel.scores[best + k] = bestOf(own, rows, k, width);
  return best;
}

interface Look {
  readonly search: number;
  readonly from: number;
  /** The first candidate of the tile, and how many there are. */
  readonly first: number;
  readonly count: number;
  /** Where the score of the first stands. */
  readonly at: number;
}

function keepBest({ kernel, setup, guess }: Opened, { mate: mates }: SearchData, found: FoundBlock, look: Look): void {
  const { candidate, score, mateScore, beforeMate } = found;
  const { search, from, first, count, at } = look;
  const mate = mates[search] ?? -1;
  const start = (search - from) * setup.kept;
  const end = start + setup.kept;
  if (mate >= 0) {
    // The mate itself stands in one of the tiles.
    const itself = mate >= first && mate < first + count ? 1 : 0;
    const above = kernel.above(at, at + count, mateScore[search - from] as number);
    beforeMate[search - from] = (beforeMate[search - from] as number) + above - itself;
  }
  let least = score[end - 1] as number;
  const full = (candidate[end - 1] as number) >= 0;
  // Where enough reach what an earlier search came to, nothing below is of interest.
  const guessed = !full && kernel.above(at, at + count, guess.score) >= setup.kept;
  const places = kernel.find(at, at + count, guessed ? guess.score : least);
  for (let k = 0; k < places; k += 1) {
    const place = kernel.found[k] as number;
    const value = kernel.scores[place] as number;
    if (value <= least) continue;
    let to = end - 1;
    while (to > start && value > (score[to - 1] as number)) {
      score[to] = score[to - 1] as number;
      candidate[to] = candidate[to - 1] as number;
      to -= 1;
    }
    score[to] = value;
    candidate[to] = first + place - at;
    least = score[end - 1] as number;
  }
  if (!full && (!guessed || places > 2 * setup.kept)) guess.score = least;
}

/** Searches whose mates are scored together, with few others in their tile. */
const TOGETHER = LEAST_COLUMNS;

/** The score of each mated search with its mate, known beforehand so that the others can be counted against it. */
async function mateScores(own: Opened, { from, to, data }: SearchBlock): Promise<Float32Array> {
  const { mate, probeStart } = data;
  const scores = new Float32Array(to - from).fill(NO_SCORE);
  for (let begin = from; begin < to; begin += TOGETHER) {
    const end = Math.min(begin + TOGETHER, to);
    const top = probeStart[begin] ?? 0;
    const mates = Int32Array.from(new Set(mate.subarray(begin, end).filter((candidate) => candidate >= 0))).sort();
    for (const tile of tilesOf(own, data, mates)) {
      const width = await scoreTile(own, data, tile, top - (probeStart[from] ?? 0), (probeStart[end] ?? 0) - top);
      for (let search = begin; search < end; search += 1) {
        const k = tile.indexOf(mate[search] ?? -1);
        const rows = { top: (probeStart[search] ?? 0) - top, bottom: (probeStart[search + 1] ?? 0) - top };
        if (k >= 0) scores[search - from] = bestOf(own, rows, k, width);
      }
    }
  }
  return scores;
}
