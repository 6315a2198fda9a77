import { FalsematchError } from '../files/errors.js';
import { workerEntry } from '../workers/entry.js';
import { openPool } from '../workers/pool.js';
import { workerCount } from '../workers/worker-count.js';
import { type Enrolment, enrol } from './enrolment.js';
import { LEAST_ROWS } from './score-tiles.js';
import type { Label, LabelledTemplates, SearchOptions, SearchProbes } from './search-input.js';
import type { FoundBlock, SearchBlock, SearchWorkerData } from './search-worker.js';
import { shared, templateCount } from './templates.js';

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

const TILE = { rows: 512, columns: 1024 };
const DEFAULT_K = 20;

/**
 * Searches every probe in a gallery, exactly: the best candidates of each search, and where its mate stands, by tiles of
 * matrix products in worker threads. A candidate is a subject of the gallery. Memory grows with gallery, probes and k.
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
  const { tile = TILE, signal, onProgress } = options;
  const enrolment = enrol(gallery, probes, options);
  const { candidates, probeStart, searches } = enrolment;
  const k = keptCount(options.k, candidates.length);
  const blocks = searchBlocks(probeStart, Math.max(tile.rows, most(probeStart)));
  const workers = Math.min(workerCount(options.workers), blocks.length);
  const data = workerDataOf(enrolment, k, tile);
  const pool = openPool<SearchBlock, FoundBlock>({
    file: workerEntry('comparison/search-worker.js'),
    handler: 'searchBlock',
    workers,
    workerData: data,
  });
  const count = searches.length;
  const found = {
    candidate: new Int32Array(count * k),
    score: new Float32Array(count * k),
    mateScore: new Float32Array(count),
    mateRank: new Int32Array(count),
  };
  let done = 0;
  try {
    await pool.feed(blocks, {
      again: true,
      ...(signal ? { signal } : {}),
      onResult(block, { from, to }) {
        found.candidate.set(block.candidate, from * k);
        found.score.set(block.score, from * k);
        found.mateScore.set(block.mateScore, from);
        for (let s = from; s < to; s += 1) {
          found.mateRank[s] = (enrolment.mate[s] ?? -1) < 0 ? 0 : (block.beforeMate[s - from] ?? 0) + 1;
        }
        done += to - from;
        onProgress?.(done, count);
      },
    });
  } finally {
    await pool.close();
  }
  return {
    unit: probes.passages ? 'passage' : 'sample',
    candidates,
    subjects: searches.map(({ subject }) => subject),
    ...(probes.passages ? { passages: searches.map(({ passage }) => passage) } : {}),
    k,
    mate: enrolment.mate,
    ...found,
  };
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

function workerDataOf(enrolment: Enrolment, kept: number, tile: { rows: number; columns: number }): SearchWorkerData {
  const { gallery, galleryStart, probes, probeStart, mate } = enrolment;
  return {
    gallery: { ...gallery, data: shared(gallery.data) },
    galleryStart: shared(galleryStart),
    probes: { ...probes, data: shared(probes.data) },
    probeStart: shared(probeStart),
    mate: shared(mate),
    kept,
    columns: Math.max(Math.min(tile.columns, templateCount(gallery)), most(galleryStart)),
    rows: Math.max(tile.rows, most(probeStart), LEAST_ROWS),
  };
}

/** The most samples of one candidate or search. */
function most(starts: Int32Array): number {
  let largest = 0;
  for (let k = 0; k + 1 < starts.length; k += 1) {
    largest = Math.max(largest, (starts[k + 1] ?? 0) - (starts[k] ?? 0));
  }
  return largest;
}

function searchBlocks(probeStart: Int32Array, rows: number): SearchBlock[] {
  const blocks: SearchBlock[] = [];
  const searches = probeStart.length - 1;
  for (let from = 0; from < searches; ) {
    let to = from + 1;
    while (to < searches && (probeStart[to + 1] ?? 0) - (probeStart[from] ?? 0) <= rows) to += 1;
    blocks.push({ from, to });
    from = to;
  }
  return blocks;
}
