import { allPairsSuspects } from './all-pairs/all-pairs-suspects.js';
import type { Comparison } from './comparison-table.js';
import { missConcentrations } from './miss-concentration.js';
import type { Run } from './run-files.js';
import type { TaskRecord } from './run-record.js';
import type { SystemTables } from './run-tables.js';
import type { Suspect, Suspects, SystemSuspects } from './suspect.js';

/**
 * The highest non-mated and the lowest mated comparisons of a system, ties in the order of their samples' names. They are
 * a list to look at, never to be left out of a rate: leaving out what a system got wrong would flatter it.
 */
export function suspects(comparisons: readonly Comparison[], count: number): Suspects {
  const scored = (mated: boolean) =>
    comparisons.flatMap(({ a, b, score, mated: is }) => (is === mated && score !== undefined ? [{ a, b, score }] : []));
  const byName = (p: Suspect, q: Suspect) => (`${p.a}\n${p.b}` < `${q.a}\n${q.b}` ? -1 : 1);
  return {
    highestNonMated: scored(false)
      .sort((p, q) => q.score - p.score || byName(p, q))
      .slice(0, count),
    lowestMated: scored(true)
      .sort((p, q) => p.score - q.score || byName(p, q))
      .slice(0, count),
  };
}

/** The suspects of every system, or of those named, on every task that compares pairs. */
export function suspectsOfRun(
  { record, tables }: Pick<Run, 'record' | 'tables'>,
  count: number,
  systems?: readonly string[],
): SystemSuspects[] {
  // What a condition makes of a comparison says nothing of its label.
  const published = record.tasks.filter(({ condition }) => !condition);
  return published.flatMap((task) =>
    [...(tables.get(task.id)?.systems ?? [])].flatMap(([system, own]) => {
      if (systems !== undefined && !systems.includes(system)) return [];
      const found = suspectsOfSystem(task, own, count);
      return found ? [{ task: task.id, system, ...found }] : [];
    }),
  );
}

function suspectsOfSystem({ protocol, at }: TaskRecord, own: SystemTables, count: number) {
  if (protocol === 'all-pairs') return allPairsSuspects(own, at, count);
  if (protocol !== 'pairs') return undefined;
  return { ...suspects(own.comparisons, count), misses: missConcentrations(own.comparisons, at) };
}
