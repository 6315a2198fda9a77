import { setImmediate } from 'node:timers/promises';
import { FalsematchError } from '../files/errors.js';
import type { ThresholdCounts } from '../statistics/counts.js';
import type { Pool } from '../workers/pool.js';
import { workerCount } from '../workers/worker-count.js';
import { type AllPairsData, type CountedBlock, openAllPairs, type RowBlock } from './all-pairs-block.js';
import { effortOf, openBlockPool } from './block-pool.js';
import { gemmModel } from './gemm-graph.js';
import { findMates, type Mates, matedSamples, numbered, sharedMates } from './mates.js';
import { cellsOf, gridCounts, scoreGrid } from './score-grid.js';
import { checkTile, LEAST_ROWS } from './score-tiles.js';
import { tailStart, type WantedTail } from './tail-start.js';
import {
  checkShape,
  longest,
  readyTemplates,
  type Similarity,
  shared,
  type Templates,
  templateCount,
} from './templates.js';
import { type ScoredPairs, type UpperTail, upperTail } from './upper-tail.js';

export interface AllPairsOptions {
  /** Worker threads; one a core unless said otherwise. The result does not depend on it. */
  readonly workers?: number | undefined;
  /** `cosine`, unless said otherwise, compares directions; `dot` takes templates as they are. */
  readonly similarity?: Similarity | undefined;
  /** The share of the non-mated comparisons that is kept with its samples, 0.01 unless said otherwise. */
  readonly tail?: number | undefined;
  /** At most so many of them, 2^22 unless said otherwise, so that memory stays bounded. */
  readonly mostKept?: number | undefined;
  /** Rows and columns of a tile; the result does not depend on them. */
  readonly tile?: { readonly rows: number; readonly columns: number } | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called as blocks are done, with the number of comparisons. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Every comparison of a set of samples with each other, each pair once. */
export interface AllPairs {
  /** Every mated comparison, in the order of its first sample, then of its second. */
  readonly mated: ScoredPairs;
  /** How many non-mated comparisons there are at the borders of a fine grid and above; the first count is all of them. */
  readonly nonMated: ThresholdCounts;
  /** Every non-mated comparison with a score of `tail.from` or more: enough for an exact threshold at the share asked for. */
  readonly tail: UpperTail;
}

/** The product of a tile stays in a processor's cache, and few columns at a time with many rows multiply best. */
const TILE = { rows: 1024, columns: 256 };
const MOST_ROWS_OF_BLOCK = 1024;
const LEAST_ROWS_OF_BLOCK = 128;
const DEFAULT_TAIL = 0.01;
const MOST_KEPT = 2 ** 22;

/**
 * Compares every sample with every other, exactly: each pair once, by tiles of matrix products in worker threads, or in
 * the calling thread where that is as quick. All non-mated comparisons are counted on a grid, the upper tail of them is
 * kept with its samples, and so is every mated one. `subjects[i]` is the subject of template i; samples of one subject are
 * mated. Memory grows with samples, mated comparisons and the tail, not with the comparisons.
 *
 * The result is the same to the bit for any number of workers and any tile, and its scores are those of `scorePairs`.
 * Throws for templates that are not of one length, zero or not finite, for subjects that are not one for each template,
 * when all samples are of one subject, `interrupted` when the signal was aborted, and when a block fails twice.
 */
export async function allPairs(
  templates: Templates,
  subjects: ArrayLike<string | number>,
  options: AllPairsOptions = {},
): Promise<AllPairs> {
  checkOptions(options);
  checkShape(templates, 'compared');
  const samples = templateCount(templates);
  const mates = findMates(numbered(subjects, samples));
  const tail = wantedTail(mates, options);
  const { pool, blocks } = openBlocks(templates, options);
  try {
    // Threads make themselves ready meanwhile.
    const ready = readyTemplates(templates, options.similarity ?? 'cosine', 'compared');
    const data: AllPairsData = {
      templates: ready,
      mates: sharedMates(mates),
      mated: shared(new Float32Array(mates.matedBefore[samples] ?? 0)),
      grid: scoreGrid(options.similarity === 'dot' ? longest(ready) ** 2 : 1),
      keepFrom: tailStart(ready, mates, tail),
    };
    const { counts, parts, keepFrom } = await countAll(pool, blocks, data, tail, options);
    // Threads settle and end meanwhile, once the sorting lets the pool begin with that.
    const closed = pool.close();
    await setImmediate();
    const found = {
      mated: { scores: new Float32Array(data.mated), ...matedSamples(mates) },
      nonMated: counts,
      tail: upperTail(parts, tail.wanted, keepFrom),
    };
    await closed;
    return found;
  } finally {
    await pool.close();
  }
}

function checkOptions({ tail = DEFAULT_TAIL, mostKept = MOST_KEPT, tile = TILE }: AllPairsOptions): void {
  if (!(tail > 0 && tail <= 1)) {
    throw new FalsematchError(
      `The share of non-mated comparisons to keep must be above 0 and at most 1, found ${tail}; write 0.01.`,
    );
  }
  if (!(Number.isSafeInteger(mostKept) && mostKept >= 1)) {
    throw new FalsematchError(`The most comparisons to keep must be a whole number from 1, found ${mostKept}.`);
  }
  checkTile(tile);
}

function wantedTail(
  { matedBefore }: Mates,
  { tail = DEFAULT_TAIL, mostKept = MOST_KEPT }: AllPairsOptions,
): WantedTail {
  const samples = matedBefore.length - 1;
  const nonMated = (samples * (samples - 1)) / 2 - (matedBefore[samples] ?? 0);
  if (nonMated === 0) {
    throw new FalsematchError(
      `Comparing all pairs needs samples of two subjects or more, found ${samples} of ${samples === 0 ? 'none' : 'one'}.`,
    );
  }
  // One more than the share, since an exact threshold is set by the highest score that it rejects.
  return { nonMated, wanted: Math.min(Math.floor(nonMated * tail) + 1, mostKept) };
}

type Rows = Pick<RowBlock, 'from' | 'to'>;

function openBlocks(templates: Templates, { workers, tile = TILE }: AllPairsOptions) {
  const samples = templateCount(templates);
  const asked = workerCount(workers);
  const fair = Math.ceil(samples / (asked * 6) / LEAST_ROWS_OF_BLOCK) * LEAST_ROWS_OF_BLOCK;
  const blockRows = Math.min(fair, MOST_ROWS_OF_BLOCK);
  // Blocks become smaller, so that no worker waits long for the last.
  const blocks: Rows[] = Array.from({ length: Math.ceil(samples / blockRows) }, (_, block) => ({
    from: block * blockRows,
    to: Math.min((block + 1) * blockRows, samples),
  }));
  const pool = openBlockPool({
    file: 'comparison/all-pairs-worker.js',
    handler: 'countBlock',
    workers: Math.min(asked, blocks.length),
    setup: {
      model: gemmModel(),
      dimensions: templates.dimensions,
      blockRows,
      tile: { rows: Math.max(Math.min(tile.rows, blockRows), LEAST_ROWS), columns: Math.min(tile.columns, samples) },
    },
    open: openAllPairs,
    effort: effortOf(pairsOf(samples, 0), templates.dimensions),
  });
  return { pool, blocks };
}

interface Counted {
  readonly keepFrom: number;
  readonly counts: ThresholdCounts;
  readonly parts: readonly ScoredPairs[];
}

async function countAll(
  pool: Pool<RowBlock, CountedBlock>,
  blocks: readonly Rows[],
  data: AllPairsData,
  tail: WantedTail,
  options: AllPairsOptions,
): Promise<Counted> {
  const counted = await countBlocks(pool, blocks, data, options);
  const kept = counted.parts.reduce((total, { scores }) => total + scores.length, 0);
  if (kept >= Math.min(tail.wanted, tail.nonMated)) return counted;
  // The samples looked at beforehand were not like the others; now the counts tell where the tail begins.
  const { thresholds, countsFrom } = counted.counts;
  const keepFrom = thresholds[countsFrom.findLastIndex((count) => count >= tail.wanted)] ?? Number.NEGATIVE_INFINITY;
  return countBlocks(pool, blocks, { ...data, keepFrom }, options);
}

async function countBlocks(
  pool: Pool<RowBlock, CountedBlock>,
  blocks: readonly Rows[],
  data: AllPairsData,
  { signal, onProgress }: AllPairsOptions,
): Promise<Counted> {
  const cells = new Float64Array(cellsOf(data.grid));
  const parts: ScoredPairs[] = [];
  const samples = templateCount(data.templates);
  let done = 0;
  onProgress?.(done, pairsOf(samples, 0));
  await pool.feed(
    blocks.map((block) => ({ ...block, data })),
    {
      again: true,
      nameOf: ({ from, to }) => `samples ${from} to ${to - 1}`,
      ...(signal ? { signal } : {}),
      onResult({ cells: own, ...part }, { from, to }) {
        for (let cell = 0; cell < cells.length; cell += 1) cells[cell] = (cells[cell] ?? 0) + (own[cell] ?? 0);
        parts.push(part);
        done += pairsOf(samples, from) - pairsOf(samples, to);
        onProgress?.(done, pairsOf(samples, 0));
      },
    },
  );
  return { keepFrom: data.keepFrom, counts: gridCounts(data.grid, cells), parts };
}

/** Comparisons of the samples from one on with all behind them. */
function pairsOf(samples: number, from: number): number {
  return ((samples - from) * (samples - from - 1)) / 2;
}
