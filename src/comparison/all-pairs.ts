import { FalsematchError } from '../files/errors.js';
import type { ThresholdCounts } from '../statistics/counts.js';
import { workerEntry } from '../workers/entry.js';
import { openPool, type Pool } from '../workers/pool.js';
import { workerCount } from '../workers/worker-count.js';
import { type AllPairsWorkerData, type CountedBlock, countBlockOf, open, type RowBlock } from './all-pairs-worker.js';
import { findMates, type Mates } from './mates.js';
import { cellsOf, gridCounts, scoreGrid } from './score-grid.js';
import { LEAST_ROWS } from './score-tiles.js';
import { longest, readyTemplates, type Similarity, shared, type Templates, templateCount } from './templates.js';
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

/** Tiles of this size stay in a processor's cache, and their matrix product is near the best there is. */
const TILE = { rows: 256, columns: 1024 };
const ROWS_OF_BLOCK = 1024;
const DEFAULT_TAIL = 0.01;
const MOST_KEPT = 2 ** 22;
/** Samples that are compared beforehand, to see where the tail will begin; without them more would have to be kept. */
const PILOT = 1024;

/**
 * Compares every sample with every other, exactly: each pair once, by tiles of matrix products in worker threads. All
 * non-mated comparisons are counted on a grid, the upper tail of them is kept with its samples, and so is every mated
 * one. `subjects[i]` is the subject of template i; samples of one subject are mated. Memory grows with samples, mated
 * comparisons and the tail, not with the comparisons.
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
  const { similarity = 'cosine', tile: asked = TILE } = options;
  const tile = { ...asked, rows: Math.max(asked.rows, LEAST_ROWS) };
  const ready = readyTemplates(templates, similarity, 'compared');
  const samples = templateCount(ready);
  const mates = findMates(numbered(subjects, samples));
  const mated = mates.matedBefore[samples] ?? 0;
  const nonMated = (samples * (samples - 1)) / 2 - mated;
  if (nonMated === 0) {
    throw new FalsematchError(
      `Comparing all pairs needs samples of two subjects or more, found ${samples} of ${samples === 0 ? 'none' : 'one'}.`,
    );
  }
  const wanted = keptCount(nonMated, options);
  const data: AllPairsWorkerData = {
    templates: { data: shared(ready.data), dimensions: ready.dimensions },
    mates: sharedMates(mates),
    mated: shared(new Float32Array(mated)),
    grid: scoreGrid(longest(ready) ** 2),
    tile,
  };
  const { counts, parts, keepFrom } = await countAll(data, { wanted, nonMated }, options);
  return {
    mated: { scores: new Float32Array(data.mated), ...matedSamples(mates, samples) },
    nonMated: counts,
    tail: upperTail(parts, wanted, keepFrom),
  };
}

/** One more than the share, since an exact threshold is set by the highest score that it rejects. */
function keptCount(nonMated: number, { tail = DEFAULT_TAIL, mostKept = MOST_KEPT }: AllPairsOptions): number {
  if (!(tail > 0 && tail <= 1)) {
    throw new FalsematchError(
      `The share of non-mated comparisons to keep must be above 0 and at most 1, found ${tail}; write 0.01.`,
    );
  }
  if (!(Number.isSafeInteger(mostKept) && mostKept >= 1)) {
    throw new FalsematchError(`The most comparisons to keep must be a whole number from 1, found ${mostKept}.`);
  }
  return Math.min(Math.floor(nonMated * tail) + 1, mostKept);
}

function numbered(subjects: ArrayLike<string | number>, samples: number): Int32Array {
  if (subjects.length !== samples) {
    throw new FalsematchError(
      `Every template needs its subject, found ${samples} templates and ${subjects.length} subjects.`,
    );
  }
  const numbers = new Map<string | number, number>();
  return Int32Array.from(subjects, (subject) => {
    const known = numbers.get(subject);
    if (known !== undefined) return known;
    numbers.set(subject, numbers.size);
    return numbers.size - 1;
  });
}

function sharedMates({ subject, order, place, end, matedBefore }: Mates): Mates {
  return { subject: shared(subject), order: shared(order), place: shared(place), end: shared(end), matedBefore };
}

/** How much of the upper tail is wanted of how many non-mated comparisons. */
interface Wanted {
  readonly wanted: number;
  readonly nonMated: number;
}

interface Counted {
  readonly keepFrom: number;
  readonly counts: ThresholdCounts;
  readonly parts: readonly ScoredPairs[];
}

async function countAll(data: AllPairsWorkerData, tail: Wanted, options: AllPairsOptions): Promise<Counted> {
  const asked = workerCount(options.workers);
  const blocks = rowBlocks(templateCount(data.templates), asked, data.tile.rows);
  const pool = openPool<RowBlock, CountedBlock>({
    file: workerEntry('comparison/all-pairs-worker.js'),
    handler: 'countBlock',
    workers: Math.min(asked, blocks.length),
    workerData: data,
  });
  try {
    const counted = await countBlocks(pool, blocks, data, await pilotThreshold(data, tail), options);
    const kept = counted.parts.reduce((total, { scores }) => total + scores.length, 0);
    if (kept >= Math.min(tail.wanted, tail.nonMated)) return counted;
    // The samples looked at beforehand were not like the others; now the counts tell where the tail begins.
    const { thresholds, countsFrom } = counted.counts;
    const keepFrom = thresholds[countsFrom.findLastIndex((count) => count >= tail.wanted)] ?? Number.NEGATIVE_INFINITY;
    return await countBlocks(pool, blocks, data, keepFrom, options);
  } finally {
    await pool.close();
  }
}

async function countBlocks(
  pool: Pool<RowBlock, CountedBlock>,
  blocks: readonly Omit<RowBlock, 'keepFrom'>[],
  { grid, templates }: AllPairsWorkerData,
  keepFrom: number,
  { signal, onProgress }: AllPairsOptions,
): Promise<Counted> {
  const cells = new Float64Array(cellsOf(grid));
  const parts: ScoredPairs[] = [];
  const samples = templateCount(templates);
  let done = 0;
  await pool.feed(
    blocks.map((block) => ({ ...block, keepFrom })),
    {
      again: true,
      ...(signal ? { signal } : {}),
      onResult({ cells: own, ...part }, { from, to }) {
        for (let cell = 0; cell < cells.length; cell += 1) cells[cell] = (cells[cell] ?? 0) + (own[cell] ?? 0);
        parts.push(part);
        done += pairsOf(samples, from) - pairsOf(samples, to);
        onProgress?.(done, pairsOf(samples, 0));
      },
    },
  );
  return { keepFrom, counts: gridCounts(grid, cells), parts };
}

/** A threshold that the tail surely begins above, as far as some samples tell; everything where there are few. */
async function pilotThreshold(data: AllPairsWorkerData, { wanted, nonMated }: Wanted): Promise<number> {
  const { templates, mates } = data;
  const { dimensions } = templates;
  const samples = mates.subject.length;
  if (samples <= PILOT) return Number.NEGATIVE_INFINITY;
  const chosen = Int32Array.from({ length: PILOT }, (_, k) => Math.floor((k * samples) / PILOT));
  const some = new Float32Array(PILOT * dimensions);
  for (const [row, sample] of chosen.entries()) {
    some.set(templates.data.subarray(sample * dimensions, (sample + 1) * dimensions), row * dimensions);
  }
  const theirs = findMates(chosen.map((sample) => mates.subject[sample] ?? 0));
  const mated = new Float32Array(theirs.matedBefore[PILOT] ?? 0);
  const opened = await open({ ...data, templates: { data: some, dimensions }, mates: theirs, mated });
  try {
    const { cells } = await countBlockOf(opened, { from: 0, to: PILOT, keepFrom: Number.POSITIVE_INFINITY });
    const { thresholds, countsFrom } = gridCounts(data.grid, cells);
    const expected = (wanted / nonMated) * (countsFrom[0] ?? 0);
    // A quarter more, and more where few scores tell, as these samples are not all.
    const place = 1.25 * expected + 5 * Math.sqrt(expected);
    return thresholds[countsFrom.findLastIndex((count) => count >= place)] ?? Number.NEGATIVE_INFINITY;
  } finally {
    await opened.scorer.close();
  }
}

/** Comparisons of the samples from one on with all behind them. */
function pairsOf(samples: number, from: number): number {
  return ((samples - from) * (samples - from - 1)) / 2;
}

/** Large blocks first, and enough of them that no worker waits long for the last. */
function rowBlocks(samples: number, workers: number, tileRows: number): Omit<RowBlock, 'keepFrom'>[] {
  const fair = Math.ceil(samples / (workers * 6) / tileRows) * tileRows;
  const rows = Math.max(tileRows, Math.min(ROWS_OF_BLOCK, fair));
  return Array.from({ length: Math.ceil(samples / rows) }, (_, block) => ({
    from: block * rows,
    to: Math.min((block + 1) * rows, samples),
  }));
}

function matedSamples({ order, place, end, matedBefore }: Mates, samples: number): Omit<ScoredPairs, 'scores'> {
  const first = new Int32Array(matedBefore[samples] ?? 0);
  const second = new Int32Array(first.length);
  let k = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    for (let at = (place[sample] ?? 0) + 1; at < (end[sample] ?? 0); at += 1) {
      first[k] = sample;
      second[k] = order[at] ?? 0;
      k += 1;
    }
  }
  return { first, second };
}
