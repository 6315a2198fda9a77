import './no-telemetry.js';

import { setTimeout } from 'node:timers/promises';
import type { MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { FalsematchError, messageOf } from '../files/errors.js';

export interface PoolOptions {
  /** The JavaScript file that the workers load; see `workerEntry`. */
  readonly file: string;
  /** Which export of the entry point handles a task. */
  readonly handler: string;
  /** Number of worker threads. */
  readonly workers: number;
  /** What every worker gets once, when it starts. */
  readonly workerData: unknown;
  /** Heap limit of one worker in MB; absent: Node's own. */
  readonly maxHeapMb?: number;
  /**
   * An export of the entry point that every worker runs as it starts, so that the caller can still make the tasks
   * meanwhile. When it fails, the first task finds out why.
   */
  readonly prepare?: string;
}

export interface FeedOptions<Task, Result> {
  /** Called in the main thread as each task ends, in the order in which they end. */
  readonly onResult: (result: Result, task: Task) => void | Promise<void>;
  /** Aborting stops the feeding; tasks that already run are awaited, never torn down. */
  readonly signal?: AbortSignal;
  /** Whether a task that threw is run again once too; one whose worker died always is. */
  readonly again?: boolean;
  /** Makes what goes with a task as its `line`, if anything does, anew for every time that it is given to a worker. */
  readonly line?: (task: Task) => MessagePort | undefined;
  /** What a task is called when it failed for good, e.g. `samples 0 to 1023`. */
  readonly nameOf?: (task: Task) => string;
}

/** A pool of worker threads that is fed with back-pressure and stopped only when nothing runs in it. */
export interface Pool<Task, Result> {
  /**
   * Runs every task. At most two tasks a worker are in flight, so memory does not grow with the number of tasks.
   * A task whose worker died is run again once. Throws `interrupted` when `signal` was aborted.
   */
  feed(tasks: Iterable<Task>, options: FeedOptions<Task, Result>): Promise<void>;
  /** Awaits what still runs, then ends the workers. */
  close(): Promise<void>;
}

/**
 * So long a pool waits before its threads end. Node 20 aborts the process when a thread ends while its code is still being
 * optimised in the background ("Assertion failed: (data.first) != nullptr"): seen 2 times in 24 runs of the tests on a
 * machine with much else to do, where a thread was ended soon after it began.
 */
const SETTLE_MS = 50;

/** Opens a pool. Native inference must never be torn down while it runs, or it aborts the whole process. */
export function openPool<Task, Result>(options: PoolOptions): Pool<Task, Result> {
  const piscina = new Piscina({
    filename: options.file,
    name: options.handler,
    minThreads: options.workers,
    maxThreads: options.workers,
    workerData: options.workerData,
    ...(options.maxHeapMb === undefined ? {} : { resourceLimits: { maxOldGenerationSizeMb: options.maxHeapMb } }),
  });
  let broken: Error | undefined;
  let closed = false;
  let last: unknown;
  // A worker that dies without a task is replaced, and the next task tells when that does not help.
  piscina.on('error', (error) => {
    last = error;
  });
  // Workers that cannot even start are not replaced for ever, and then tasks would wait for ever.
  piscina.on('workerDestroy', () =>
    setImmediate(() => {
      if (closed || piscina.threads.length > 0) return;
      broken ??= new Error(`no worker could start: ${messageOf(last)}`, { cause: last });
      void piscina.destroy();
    }),
  );
  const running = new Set<Promise<void>>();
  // The first tasks go to one worker each.
  const preparing = Array.from({ length: options.prepare === undefined ? 0 : options.workers }, () =>
    piscina.run(undefined, { name: options.prepare ?? '' }),
  );
  const prepared = Promise.allSettled(preparing);

  async function run(task: Task, line: MessagePort | undefined): Promise<Result> {
    if (!line) return (await piscina.run(task)) as Result;
    return (await piscina.run({ ...task, line }, { transferList: [line] })) as Result;
  }

  async function runTwice(
    task: Task,
    { again, line }: { again: boolean; line: ((task: Task) => MessagePort | undefined) | undefined },
  ) {
    try {
      return await run(task, line?.(task));
    } catch (first) {
      if (broken || (!again && !workerDied(first))) throw broken ?? first;
    }
    try {
      return await run(task, line?.(task));
    } catch (second) {
      throw broken ?? second;
    }
  }

  async function feed(
    tasks: Iterable<Task>,
    { onResult, signal, again = false, line, nameOf }: FeedOptions<Task, Result>,
  ): Promise<void> {
    let failure: { readonly reason: Error } | undefined;
    for (const task of tasks) {
      if (signal?.aborted || failure) break;
      const one: Promise<void> = runTwice(task, { again, line })
        .then((result) => onResult(result, task))
        .catch((reason: unknown) => {
          failure ??= { reason: asFailure(reason, nameOf?.(task)) };
        })
        .finally(() => running.delete(one));
      running.add(one);
      if (running.size >= options.workers * 2) await Promise.race(running);
    }
    await Promise.all(running);
    if (failure) throw failure.reason;
    if (signal?.aborted) throw new FalsematchError('Interrupted.', { kind: 'interrupted' });
  }

  async function end(): Promise<void> {
    await prepared;
    await Promise.allSettled(running);
    closed = true;
    await setTimeout(SETTLE_MS);
    await piscina.destroy();
  }

  let ending: Promise<void> | undefined;
  return {
    feed,
    close() {
      // Who closes twice, once early and once for safety, waits once.
      ending ??= end();
      return ending;
    },
  };
}

function workerDied(thrown: unknown): boolean {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || /worker.*(exit|terminat)/i.test(messageOf(thrown));
}

function asFailure(thrown: unknown, task: string | undefined): Error {
  if (thrown instanceof FalsematchError) return thrown;
  // Errors cross the thread boundary as plain errors; their sentence is kept.
  const what = task === undefined ? 'A worker failed' : `A worker failed on ${task}`;
  return new FalsematchError(`${what}: ${messageOf(thrown)}`, { cause: thrown });
}
