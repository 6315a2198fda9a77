import { aucOfBlocks } from './auc.js';
import { columnBlocks, layOutBlocks, type ScoreBlocks } from './blocks.js';
import { minimumCllrOfBlocks } from './cllr.js';
import { decidabilityOfBlocks } from './decidability.js';
import { minimumCostOfBlocks } from './detection-cost.js';
import { eerOfBlocks } from './eer.js';
import { rocchEerOfBlocks } from './rocch.js';
import type { RankedSubjects } from './scores.js';
import { SUMMARY_COSTS } from './summary-costs.js';

/** The figures of mated and non-mated comparisons together that a bootstrap gives an interval. */
const STATISTICS = {
  EER: eerOfBlocks,
  'EER-ROCCH': rocchEerOfBlocks,
  AUC: aucOfBlocks,
  'd-prime': decidabilityOfBlocks,
  minDCF: (blocks) => minimumCostOfBlocks(blocks, SUMMARY_COSTS),
  minCllr: minimumCllrOfBlocks,
} as const satisfies Readonly<Record<string, (blocks: ScoreBlocks) => number | undefined>>;

export type BlockStatistic = keyof typeof STATISTICS;

/** What the replicates gave, by figure. */
export type StatisticReplicates = Readonly<Record<BlockStatistic, Float64Array>>;

/** Figures of weighted blocks, by name; undefined where one does not exist. */
type Statistics<Name extends string> = Readonly<Record<Name, (blocks: ScoreBlocks) => number | undefined>>;

/** Takes the weights of the comparisons in each replicate, in their order, failed ones last. */
export interface StatisticsBootstrap<Name extends string> {
  add(ofMated: Int32Array, ofNonMated: Int32Array): void;
  /** What the replicates gave; one in which a figure does not exist gave none. */
  result(): Readonly<Record<Name, Float64Array>>;
}

/** Every figure in the replicates of a bootstrap. */
export function statisticsBootstrap(
  mated: RankedSubjects,
  nonMated: RankedSubjects,
): StatisticsBootstrap<BlockStatistic> {
  return bootstrapOf(STATISTICS, mated, nonMated);
}

/** The given figures in the replicates of a bootstrap. */
export function bootstrapOf<Name extends string>(
  statistics: Statistics<Name>,
  mated: RankedSubjects,
  nonMated: RankedSubjects,
): StatisticsBootstrap<Name> {
  const { columns, matedBlock, nonMatedBlock } = layOutBlocks(plain(mated), plain(nonMated));
  const names = Object.keys(statistics) as Name[];
  const values = new Map(names.map((name) => [name, [] as number[]]));
  return {
    add(ofMated, ofNonMated) {
      const matedFailed = weigh(columns.mated, matedBlock, ofMated);
      const nonMatedFailed = weigh(columns.nonMated, nonMatedBlock, ofNonMated);
      const blocks = columnBlocks({ ...columns, matedFailed, nonMatedFailed });
      for (const [name, own] of values) {
        const value = statistics[name](blocks);
        if (value !== undefined) own.push(value);
      }
    },
    result: () =>
      Object.fromEntries([...values].map(([name, own]) => [name, Float64Array.from(own)])) as Record<
        Name,
        Float64Array
      >,
  };
}

function plain({ scores, first }: RankedSubjects) {
  return { scores, failed: first.length - scores.length };
}

/** Fills a column with the weights of its comparisons; returns the weight of those without a score. */
function weigh(column: Float64Array, block: Uint32Array, weights: Int32Array): number {
  column.fill(0);
  for (let k = 0; k < block.length; k += 1) {
    const at = block[k] ?? 0;
    column[at] = (column[at] ?? 0) + (weights[k] ?? 0);
  }
  let failed = 0;
  for (let k = block.length; k < weights.length; k += 1) failed += weights[k] ?? 0;
  return failed;
}
