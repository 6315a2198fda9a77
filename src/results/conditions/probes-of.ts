import type { Comparison } from '../comparison-table.js';
import type { TaskSample } from '../failure-table.js';
import type { SampleOutcome } from '../sample-table.js';
import type { NamedComparison } from './pair-table.js';

type Pair = Pick<Comparison, 'a' | 'b'>;

/** The samples of a list of pairs that go through a condition: those of the second side, or of both; each once, sorted. */
export function probesOf(pairs: readonly Pair[], side: 'probe' | 'both'): string[] {
  return [...new Set(pairs.flatMap(({ a, b }) => (side === 'probe' ? [b] : [a, b])))].sort();
}

/** The same with their subjects. */
export function probeSamples(comparisons: readonly NamedComparison[], side: 'probe' | 'both'): TaskSample[] {
  const subjects = new Map(
    comparisons.flatMap(
      ({ a, b, subjectA, subjectB }) =>
        [
          [a, subjectA],
          [b, subjectB],
        ] as const,
    ),
  );
  return probesOf(comparisons, side).map((sample) => ({ sample, subject: subjects.get(sample) ?? '' }));
}

/** Why samples have no template, by their names. */
export function failuresByName(samples: readonly SampleOutcome[]): (sample: string) => string {
  const failures = new Map(samples.map(({ sample, failure }) => [sample, failure]));
  return (sample) => failures.get(sample) ?? '';
}
