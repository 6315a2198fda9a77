import { workerData } from 'node:worker_threads';
import { type AllPairsSetup, type CountedBlock, openAllPairs, type RowBlock } from './all-pairs-block.js';

let opened: ReturnType<typeof openAllPairs> | undefined;

/** Makes the thread ready. */
export async function prepare(): Promise<void> {
  opened ??= openAllPairs(workerData as AllPairsSetup);
  await opened;
}

/** Compares a block of samples with all that stand behind it. */
export async function countBlock(block: RowBlock): Promise<CountedBlock> {
  opened ??= openAllPairs(workerData as AllPairsSetup);
  return (await opened).run(block);
}
