import type { Comparison } from '../comparison-table.js';
import type { TaskSample } from '../failure-table.js';
import type { SampleQuality } from '../quality/quality-table.js';
import type { SampleOutcome } from '../sample-table.js';

type Pair = Pick<Comparison, 'a' | 'b'>;

/** The samples of a list of pairs that go through a condition: those of the second side, or of both; each once, sorted. */
export function probesOf(pairs: readonly Pair[], side: 'probe' | 'both'): string[] {
  return [...new Set(pairs.flatMap(({ a, b }) => (side === 'probe' ? [b] : [a, b])))].sort();
}

/** The same with their subjects. */
export function probeSamples(comparisons: readonly Comparison[], side: 'probe' | 'both'): TaskSample[] {
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

/** What became of such samples, as their quality says it. */
export function outcomesOf(probes: readonly TaskSample[], quality: readonly SampleQuality[]): SampleOutcome[] {
  return probes.map((probe, place) => {
    const failure = quality[place]?.failure ?? 'missing';
    return { ...probe, faces: failure === '' ? 1 : 0, failure };
  });
}
