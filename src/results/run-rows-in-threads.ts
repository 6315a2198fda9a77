import { workerEntry } from '../workers/entry.js';
import { openPool } from '../workers/pool.js';
import type { MetricRow } from './metric-row.js';
import { type FiguresOf, type SystemTask, systemTasks, taskRows } from './run-rows.js';
import type { RunTables } from './run-tables.js';

/** Computes figures in worker threads while the caller goes on, each system's on each task in one of them. */
export interface RowsInThreads {
  /** Begins with the figures of some tasks, whose tables and those that they refer to are there. */
  begin(figuresOf: FiguresOf, tables: RunTables): void;
  /**
   * All figures, in the order in which they were begun. Throws what a thread threw. `onProgress` hears how many of the
   * systems' tasks are done, at once and whenever one more is.
   */
  rows(onProgress?: (done: number, total: number) => void): Promise<MetricRow[]>;
  /** Awaits what still runs, then ends the threads. */
  close(): Promise<void>;
}

/** Opens threads for figures; with one worker they are computed in the calling thread. */
export function openRowsInThreads(workers: number): RowsInThreads {
  if (workers < 2) return rowsHere();
  const begun: SystemTask[] = [];
  const found = new Map<SystemTask, MetricRow[]>();
  const feeding: Promise<void>[] = [];
  let tell = () => {};
  const pool = openPool<SystemTask, MetricRow[]>({
    file: workerEntry('results/rows-worker.js'),
    handler: 'rowsOfTask',
    workers,
    workerData: {},
  });
  return {
    begin(figuresOf, tables) {
      const tasks = systemTasks(figuresOf, tables);
      begun.push(...tasks);
      const fed = pool.feed(tasks, {
        onResult(rows, task) {
          found.set(task, rows);
          tell();
        },
      });
      // Whoever asks for the rows is told what went wrong; until then nobody waits.
      fed.catch(() => {});
      feeding.push(fed);
    },
    async rows(onProgress) {
      tell = () => onProgress?.(found.size, begun.length);
      tell();
      await Promise.all(feeding);
      return begun.flatMap((task) => found.get(task) ?? []);
    },
    close: () => pool.close(),
  };
}

function rowsHere(): RowsInThreads {
  const rows: MetricRow[] = [];
  return {
    begin: (figuresOf, tables) => void rows.push(...systemTasks(figuresOf, tables).flatMap(taskRows)),
    rows: async () => rows,
    close: async () => {},
  };
}

/** The figures of `runRows`, computed side by side. */
export async function runRowsInThreads(figuresOf: FiguresOf, tables: RunTables, workers: number): Promise<MetricRow[]> {
  const threads = openRowsInThreads(Math.min(workers, systemTasks(figuresOf, tables).length));
  try {
    threads.begin(figuresOf, tables);
    return await threads.rows();
  } finally {
    await threads.close();
  }
}
