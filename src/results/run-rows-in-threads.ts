import { workerEntry } from '../workers/entry.js';
import { openPool } from '../workers/pool.js';
import type { MetricRow } from './metric-row.js';
import { type FiguresOf, runRows, type SystemTask, systemTasks } from './run-rows.js';
import type { RunTables } from './run-tables.js';

/**
 * The figures of `runRows`, each system's on each task computed in a worker thread; their order is the same. Throws
 * `interrupted` when the signal was aborted.
 */
export async function runRowsInThreads(
  figuresOf: FiguresOf,
  tables: RunTables,
  { workers, signal }: { readonly workers: number; readonly signal?: AbortSignal | undefined },
): Promise<MetricRow[]> {
  const tasks = systemTasks(figuresOf, tables);
  const threads = Math.min(workers, tasks.length);
  if (threads < 2) return runRows(figuresOf, tables);
  const rows = new Map<SystemTask, MetricRow[]>();
  const pool = openPool<SystemTask, MetricRow[]>({
    file: workerEntry('results/rows-worker.js'),
    handler: 'rowsOfTask',
    workers: threads,
    workerData: {},
  });
  try {
    await pool.feed(tasks, {
      ...(signal ? { signal } : {}),
      onResult: (found, task) => void rows.set(task, found),
    });
  } finally {
    await pool.close();
  }
  return tasks.flatMap((task) => rows.get(task) ?? []);
}
