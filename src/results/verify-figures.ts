import { canonicalJson } from '../files/canonical-json.js';
import { contradictions } from './consistency.js';
import type { FileContent } from './file-content.js';
import type { MetricRow } from './metric-row.js';
import type { ReadRun } from './read-run.js';
import { figureFiles } from './run-files.js';
import { runRows } from './run-rows.js';
import { runRowsInThreads } from './run-rows-in-threads.js';

/** Recomputes every figure of a run from its score tables: what does not follow from them, a sentence each. */
export function wrongFigures(run: ReadRun): string[] {
  const problems = contradictions(run.record, run.tables);
  // Figures of contradictory tables mean nothing, and may not even be computable.
  return problems.length > 0 ? problems : unlikeFigures(run, runRows(run.record, run.tables));
}

/** The same with figures computed side by side in worker threads. */
export async function wrongFiguresInThreads(run: ReadRun, workers: number): Promise<string[]> {
  const problems = contradictions(run.record, run.tables);
  return problems.length > 0 ? problems : unlikeFigures(run, await runRowsInThreads(run.record, run.tables, workers));
}

/** Where the stored figures and files are not those that were computed. */
function unlikeFigures(run: ReadRun, rows: readonly MetricRow[]): string[] {
  const problems = differences(run.rows, rows);
  const files = figureFiles(run.tables, rows);
  for (const [path, content] of files) {
    if (!sameContent(run.files.get(path), content) && !run.altered.includes(path))
      problems.push(`${path}: not what follows from the scores`);
  }
  const strangers = Object.keys(run.record.files).filter((path) => !files.has(path));
  return [...problems, ...strangers.map((path) => `${path}: run.json names it, and no figure rests on it`)];
}

function sameContent(a: FileContent | undefined, b: FileContent): boolean {
  return typeof a === 'string' || typeof b === 'string' || a === undefined ? a === b : Buffer.compare(a, b) === 0;
}

/** The name of a figure: everything but its numbers. */
export function figureName({ task, model, group, metric, at, over, method }: MetricRow): string {
  const figure = `${at ? `${metric} at ${at}` : metric}${over === 'subjects' ? ', averaged over subjects' : ''}`;
  return [task, model, group, figure, method].filter((part) => part !== '').join(' / ');
}

function differences(stored: readonly MetricRow[], computed: readonly MetricRow[]): string[] {
  const found = new Map(stored.map((row) => [figureName(row), row]));
  const times = new Map<string, number>();
  for (const row of stored) times.set(figureName(row), (times.get(figureName(row)) ?? 0) + 1);
  const expected = new Map(computed.map((row) => [figureName(row), row]));
  const names = [...new Set([...found.keys(), ...expected.keys()])];
  return names.flatMap((name) => {
    const [old, fresh] = [found.get(name), expected.get(name)];
    if ((times.get(name) ?? 0) > 1) return [`${name}: stands twice in metrics.json`];
    if (!old) return [`${name}: missing from metrics.json`];
    if (!fresh) return [`${name}: does not follow from the scores`];
    return canonicalJson(old) === canonicalJson(fresh)
      ? []
      : [`${name}: stored ${brief(old)}, recomputed ${brief(fresh)}`];
  });
}

function brief({ value, errors, trials, low, high, threshold }: MetricRow): string {
  return `${value} (${errors} of ${trials}, ${low} to ${high}, threshold ${threshold})`;
}
