import { workerData } from 'node:worker_threads';
import { type FoundBlock, openSearch, type SearchBlock, type SearchSetup } from './search-block.js';

let opened: ReturnType<typeof openSearch> | undefined;

/** Makes the thread ready. */
export async function prepare(): Promise<void> {
  opened ??= openSearch(workerData as SearchSetup);
  await opened;
}

/** Searches a block of probes in the whole gallery. */
export async function searchBlock(block: SearchBlock): Promise<FoundBlock> {
  opened ??= openSearch(workerData as SearchSetup);
  return (await opened).run(block);
}
