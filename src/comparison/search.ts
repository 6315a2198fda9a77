import { FalsematchError } from '../files/errors.js';
import type { Pool } from '../workers/pool.js';
import { workerCount } from '../workers/worker-count.js';
import { effortOf, openBlockPool } from './block-pool.js';
import { type Enrolment, enrol, enrolledTemplates } from './enrolment.js';
import { gemmModel } from './gemm-graph.js';
import { checkTile } from './score-tiles.js';
import { type FoundBlock, openSearch, type SearchBlock, type SearchData } from './search-block.js';
import type { Label, LabelledTemplates, SearchOptions, SearchProbes } from './search-input.js';
import { shared } from './templates.js';

/** What searches found, in columns: search s is that of passage `passages[s]`, or of probe s. */
export interface SearchResult {
  /** What a search is of: single samples, or passages with the best of their samples. */
  readonly unit: 'sample' | 'passage';
  /** The subject of each candidate, in the order in which the gallery names them first. */
  readonly candidates: readonly Label[];
  /** The subject, and where given the passage, of each search. */
  readonly subjects: readonly Label[];
  readonly passages?: readonly Label[] | undefined;
  /** How many candidates are kept of each search. */
  readonly k: number;
  /** The best candidates, best first: those of search s stand from s x k on. Equal ones are in the order of the gallery. */
  readonly candidate: Int32Array;
  readonly score: Float32Array;
  /** The candidate that is the mate of each search, or -1 when it is non-mated. */
  readonly mate: Int32Array;
  /** The mate's score, NaN in a non-mated search. */
  readonly mateScore: Float32Array;
  /** The mate's rank from 1, 0 in a non-mated search. Whoever has the mate's own score stands before it. */
  readonly mateRank: Int32Array;
}

/** The product of a tile stays in a processor's cache, and few columns at a time with many rows multiply best. */
const TILE = { rows: 1024, columns: 256 };
const DEFAULT_K = 20;

/**
 * Searches every probe in a gallery, exactly: the best candidates of each search, and where its mate stands, by tiles of
 * matrix products in worker threads, or in the calling thread where that is as quick. A candidate is a subject of the
 * gallery. Memory grows with gallery, probes and k.
 *
 * The result is the same to the bit for any number of workers and any tile, and its scores are those of `scorePairs`.
 * Throws for templates that are not of one length, zero or not finite, subjects or passages that are not one for each
 * template, a passage of two subjects, an empty gallery or no probe, a k that is no whole number from 1 or above the
 * number of candidates, and a sample that stands twice in the gallery or in gallery and probes.
 */
export async function search(
  gallery: LabelledTemplates,
  probes: SearchProbes,
  options: SearchOptions = {},
): Promise<SearchResult> {
  checkTile(options.tile ?? TILE);
  const enrolment = enrol(gallery, probes, options);
  const { candidates, searches, mate } = enrolment;
  const k = keptCount(options.k, candidates.length);
  const { pool, blocks } = openBlocks(enrolment, k, gallery.templates.dimensions, options);
  try {
    // Threads make themselves ready meanwhile.
    const data: SearchData = {
      ...enrolledTemplates(enrolment, gallery, probes, options),
      galleryStart: shared(enrolment.galleryStart),
      probeStart: shared(enrolment.probes.starts),
      mate: shared(mate),
    };
    const found = await searchBlocks(pool, blocks, data, k, options);
    return {
      unit: probes.passages ? 'passage' : 'sample',
      candidates,
      subjects: searches.map(({ subject }) => subject),
      ...(probes.passages ? { passages: searches.map(({ passage }) => passage) } : {}),
      k,
      mate,
      ...found,
    };
  } finally {
    await pool.close();
  }
}

function keptCount(asked: number | undefined, candidates: number): number {
  if (asked === undefined) return Math.min(DEFAULT_K, candidates);
  if (!(Number.isSafeInteger(asked) && asked >= 1 && asked <= candidates)) {
    throw new FalsematchError(
      `k must be a whole number from 1 to the ${candidates} subjects of the gallery, found ${asked}.`,
    );
  }
  return asked;
}

type Searches = Pick<SearchBlock, 'from' | 'to'>;

function openBlocks(enrolment: Enrolment, kept: number, dimensions: number, { workers, tile = TILE }: SearchOptions) {
  const { galleryStart, probes } = enrolment;
  const [samples, probeCount] = [galleryStart.at(-1) ?? 0, probes.order.length];
  const asked = workerCount(workers);
  // As many blocks for each worker, so that none waits long for the last.
  const fair = Math.ceil(probeCount / (Math.ceil(probeCount / (tile.rows * asked)) * asked));
  const rows = Math.max(Math.min(fair, tile.rows), most(probes.starts));
  const blocks = blocksOf(probes.starts, rows);
  const pool = openBlockPool({
    file: 'comparison/search-worker.js',
    handler: 'searchBlock',
    workers: Math.min(asked, blocks.length),
    setup: {
      model: gemmModel(),
      dimensions,
      kept,
      rows,
      columns: Math.max(Math.min(tile.columns, samples), most(galleryStart)),
    },
    open: openSearch,
    effort: effortOf(samples * probeCount, dimensions),
  });
  return { pool, blocks };
}

type Found = Pick<SearchResult, 'candidate' | 'score' | 'mateScore' | 'mateRank'>;

async function searchBlocks(
  pool: Pool<SearchBlock, FoundBlock>,
  blocks: readonly Searches[],
  data: SearchData,
  k: number,
  { signal, onProgress }: SearchOptions,
): Promise<Found> {
  const count = data.mate.length;
  const found = {
    candidate: new Int32Array(count * k),
    score: new Float32Array(count * k),
    mateScore: new Float32Array(count),
    mateRank: new Int32Array(count),
  };
  let done = 0;
  onProgress?.(done, count);
  await pool.feed(
    blocks.map((block) => ({ ...block, data })),
    {
      again: true,
      nameOf: ({ from, to }) => `searches ${from} to ${to - 1}`,
      ...(signal ? { signal } : {}),
      onResult(block, { from, to }) {
        found.candidate.set(block.candidate, from * k);
        found.score.set(block.score, from * k);
        found.mateScore.set(block.mateScore, from);
        for (let s = from; s < to; s += 1) {
          found.mateRank[s] = (data.mate[s] ?? -1) < 0 ? 0 : (block.beforeMate[s - from] ?? 0) + 1;
        }
        done += to - from;
        onProgress?.(done, count);
      },
    },
  );
  return found;
}

/** The most samples of one candidate or search. */
function most(starts: Int32Array): number {
  let largest = 0;
  for (let k = 0; k + 1 < starts.length; k += 1) {
    largest = Math.max(largest, (starts[k + 1] ?? 0) - (starts[k] ?? 0));
  }
  return largest;
}

/** Searches in blocks of so many probe samples at most. */
function blocksOf(probeStart: Int32Array, rows: number): Searches[] {
  const blocks: Searches[] = [];
  const searches = probeStart.length - 1;
  for (let from = 0; from < searches; ) {
    let to = from + 1;
    while (to < searches && (probeStart[to + 1] ?? 0) - (probeStart[from] ?? 0) <= rows) to += 1;
    blocks.push({ from, to });
    from = to;
  }
  return blocks;
}
