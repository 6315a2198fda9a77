import { canonicalJson } from '../files/canonical-json.js';
import type { MetricRow } from './metric-row.js';
import { readRun } from './read-run.js';
import { figureFiles } from './run-files.js';
import { runRows } from './run-rows.js';

/** What checking a run directory against its own scores has shown. */
export interface Verification {
  readonly digest: string;
  readonly figures: number;
  /** Files whose bytes are not those that the record names. */
  readonly altered: readonly string[];
  /** Figures and files that do not follow from the stored scores. */
  readonly wrong: readonly string[];
}

/** Recomputes every figure of a run directory from its score tables, and compares bytes. */
export async function verifyRun(directory: string): Promise<Verification> {
  const run = await readRun(directory);
  const rows = runRows(run.record.tasks, run.tables);
  const wrong = differences(run.rows, rows);
  for (const [path, text] of figureFiles(run.tables, rows)) {
    const stored = run.texts.get(path);
    if (stored !== text && !run.altered.includes(path)) wrong.push(`${path}: not what follows from the scores`);
  }
  return { digest: run.digest, figures: rows.length, altered: run.altered, wrong };
}

/** The name of a figure: everything but its numbers. */
export function figureName({ task, model, group, metric, at, method }: MetricRow): string {
  return [task, model, group, at ? `${metric} at ${at}` : metric, method].filter((part) => part !== '').join(' / ');
}

function differences(stored: readonly MetricRow[], computed: readonly MetricRow[]): string[] {
  const found = new Map(stored.map((row) => [figureName(row), row]));
  const expected = new Map(computed.map((row) => [figureName(row), row]));
  const names = [...new Set([...found.keys(), ...expected.keys()])];
  return names.flatMap((name) => {
    const [old, fresh] = [found.get(name), expected.get(name)];
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
