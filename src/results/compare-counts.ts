import type { MetricRow } from './metric-row.js';
import { figureName } from './verify-figures.js';

/** A rate whose count of errors moved between two runs, or that only one of them has. */
export interface MovedCount {
  readonly figure: string;
  /** By how many comparisons; null when only one run has the figure, or its denominator differs. */
  readonly by: number | null;
  readonly explanation: string;
}

/**
 * The counts of `rows` that differ from those of `published`, largest move first, for the systems that both measured.
 */
export function movedCounts(rows: readonly MetricRow[], published: readonly MetricRow[]): MovedCount[] {
  const models = new Set(rows.map(({ model }) => model));
  const shared = new Set(published.map(({ model }) => model).filter((model) => models.has(model)));
  // One false match more moves any number of the ends that the worst people carry, and their denominator.
  const counted = (row: MetricRow) =>
    row.errors !== null && row.over !== 'ends of false matches' && shared.has(row.model);
  const theirs = new Map(published.filter(counted).map((row) => [figureName(row), row]));
  const ours = new Map(rows.filter(counted).map((row) => [figureName(row), row]));
  return [...new Set([...theirs.keys(), ...ours.keys()])]
    .flatMap((figure): MovedCount[] => {
      const [mine, other] = [ours.get(figure), theirs.get(figure)];
      if (!mine || !other) {
        return [{ figure, by: null, explanation: `only the ${mine ? 'run' : 'other run'} has it` }];
      }
      const counts = `${other.errors} of ${other.trials} there, ${mine.errors} of ${mine.trials} here`;
      if (mine.trials !== other.trials) return [{ figure, by: null, explanation: `denominators differ: ${counts}` }];
      const by = Math.abs((mine.errors ?? 0) - (other.errors ?? 0));
      return by === 0 ? [] : [{ figure, by, explanation: `moved by ${by} comparisons: ${counts}` }];
    })
    .sort((p, q) => (q.by ?? Number.POSITIVE_INFINITY) - (p.by ?? Number.POSITIVE_INFINITY));
}
