import { ascendingCopy } from '../statistics/ascending.js';
import { partitionPoint, tieChunks, walkTies } from '../statistics/ties.js';
import type { ComparisonScores, RankedScores } from './scores.js';

/** Neighbouring blocks of equal scores in columns, of which `length` entries count. */
export interface BlockChunk {
  readonly scores: Float32Array | Float64Array;
  /** The weight of the comparisons that have the score. */
  readonly mated: Float64Array;
  readonly nonMated: Float64Array;
  readonly length: number;
}

/**
 * The comparisons of a protocol as blocks of equal scores: what every metric of a pairs protocol can be computed from.
 * A weight is a number of comparisons, or of whatever a resampling makes of them; it may be 0.
 */
export interface ScoreBlocks {
  /** The weight of all blocks together. */
  readonly mated: number;
  readonly nonMated: number;
  /** The weight of the comparisons without a score. */
  readonly matedFailed: number;
  readonly nonMatedFailed: number;
  /** Every block, lowest score first; a chunk may be written over by the next. */
  readonly chunks: () => Iterable<BlockChunk>;
}

/** Blocks in columns: block i has score `scores[i]`; the scores ascend and are distinct. */
export interface BlockColumns {
  readonly scores: Float32Array | Float64Array;
  readonly mated: Float64Array;
  readonly nonMated: Float64Array;
  readonly matedFailed: number;
  readonly nonMatedFailed: number;
}

/** The blocks of plain scores; nothing is copied. */
export function rankedBlocks(mated: RankedScores, nonMated: RankedScores): ScoreBlocks {
  return {
    mated: mated.ascending.total,
    nonMated: nonMated.ascending.total,
    matedFailed: mated.failed,
    nonMatedFailed: nonMated.failed,
    chunks: () => rankedChunks(mated, nonMated),
  };
}

function* rankedChunks(mated: RankedScores, nonMated: RankedScores): Generator<BlockChunk, void> {
  for (const { scores, inFirst, inSecond, length } of tieChunks(mated.ascending, nonMated.ascending)) {
    yield { scores, mated: inFirst, nonMated: inSecond, length };
  }
}

/** The blocks of columns; nothing is copied, and the weights of both sides are added up once. */
export function columnBlocks({ scores, mated, nonMated, matedFailed, nonMatedFailed }: BlockColumns): ScoreBlocks {
  const all = [{ scores, mated, nonMated, length: scores.length }];
  return { mated: added(mated), nonMated: added(nonMated), matedFailed, nonMatedFailed, chunks: () => all };
}

/** Columns to be filled with weights, and which block every comparison stands in. */
export interface BlockLayout {
  /** Every weight is 1 for each comparison, failed ones included; change the numbers in place. */
  readonly columns: BlockColumns;
  /** Entry i: the block of the mated score i, in the order in which the scores were given. */
  readonly matedBlock: Uint32Array;
  readonly nonMatedBlock: Uint32Array;
}

/** Lays scores, in any order, out as columns with a block for each distinct score of both sides. */
export function layOutBlocks(mated: ComparisonScores, nonMated: ComparisonScores): BlockLayout {
  const sides = [ascendingCopy(mated.scores), ascendingCopy(nonMated.scores)] as const;
  const scores: number[] = [];
  walkTies(...sides, (score) => scores.push(score));
  const distinct = Float32Array.from(scores);
  const blockOf = (score: number) => partitionPoint(distinct, (other) => other < score);
  const matedBlock = Uint32Array.from(mated.scores, blockOf);
  const nonMatedBlock = Uint32Array.from(nonMated.scores, blockOf);
  const columns = {
    scores: distinct,
    mated: occurrences(matedBlock, distinct.length),
    nonMated: occurrences(nonMatedBlock, distinct.length),
    matedFailed: mated.failed,
    nonMatedFailed: nonMated.failed,
  };
  return { columns, matedBlock, nonMatedBlock };
}

/** In ascending order, as the metrics add, so that what is left above the last block is exactly 0. */
function added(weights: Float64Array): number {
  let total = 0;
  for (let i = 0; i < weights.length; i += 1) total += weights[i] ?? 0;
  return total;
}

function occurrences(blocks: Uint32Array, length: number): Float64Array {
  const counts = new Float64Array(length);
  for (const block of blocks) counts[block] = (counts[block] ?? 0) + 1;
  return counts;
}
