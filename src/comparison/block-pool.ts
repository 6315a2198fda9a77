import { FalsematchError } from '../files/errors.js';
import { workerEntry } from '../workers/entry.js';
import { type FeedOptions, openPool, type Pool } from '../workers/pool.js';
import type { BlockRunner } from './block-runner.js';

/** How to work through blocks, in worker threads or in the calling one. */
export interface BlockPoolOptions<Setup, Task, Result> {
  /** The worker entry point, whose export `prepare` makes a thread ready. */
  readonly file: string;
  /** Which export of it takes a block. */
  readonly handler: string;
  readonly workers: number;
  /** What a thread needs to make itself ready. */
  readonly setup: Setup;
  /** Makes the calling thread ready for the same blocks. */
  readonly open: (setup: Setup) => Promise<BlockRunner<Task, Result>>;
  /** How much there is to do, in scores times what one of them takes. */
  readonly effort: number;
}

/** What a score takes, in multiplications: those of its dot product, and about as long as this many to look at it. */
export function effortOf(scores: number, dimensions: number): number {
  return scores * (dimensions + 64);
}

/** Below this, a tenth of a second or so, the start of threads takes longer than they save. */
const SMALL_EFFORT = 6e9;

/** Opens worker threads, which make themselves ready at once, or the calling thread where there is little to do. */
export function openBlockPool<Setup, Task, Result>(options: BlockPoolOptions<Setup, Task, Result>): Pool<Task, Result> {
  if (options.effort < SMALL_EFFORT) return ownThread(() => options.open(options.setup));
  return openPool<Task, Result>({
    file: workerEntry(options.file),
    handler: options.handler,
    prepare: 'prepare',
    workers: options.workers,
    workerData: options.setup,
  });
}

/** Works through blocks one after another in the calling thread. */
function ownThread<Task, Result>(open: () => Promise<BlockRunner<Task, Result>>): Pool<Task, Result> {
  let opened: Promise<BlockRunner<Task, Result>> | undefined;
  return {
    async feed(tasks: Iterable<Task>, { onResult, signal }: FeedOptions<Task, Result>) {
      opened ??= open();
      const runner = await opened;
      for (const task of tasks) {
        if (signal?.aborted) throw new FalsematchError('Interrupted.', { kind: 'interrupted' });
        await onResult(await runner.run(task), task);
      }
      if (signal?.aborted) throw new FalsematchError('Interrupted.', { kind: 'interrupted' });
    },
    async close() {
      const runner = opened;
      opened = undefined;
      await (await runner)?.close();
    },
  };
}
