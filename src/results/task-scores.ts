import type { SampleFailures } from '../metrics/failure-rate.js';
import type { ComparisonScores } from '../metrics/scores.js';
import type { Comparisons } from '../metrics/verification.js';
import type { Comparison } from './comparison-table.js';
import type { SampleOutcome } from './sample-table.js';

/**
 * The scores of comparisons with the subjects behind them. Where nobody knows who is on a picture the picture, or the
 * face in it, stands for a subject of its own: then comparisons that share no picture may still share a person. Where
 * not even pictures have names, comparisons are taken as independent.
 */
export function scoresOf(comparisons: readonly Comparison[]): ComparisonScores {
  const scored = comparisons.filter(({ score }) => score !== undefined);
  const failed = comparisons.filter(({ score }) => score === undefined);
  return {
    scores: Float32Array.from(scored, ({ score }) => score ?? Number.NaN),
    failed: failed.length,
    subjects: comparisons.length > 0 && comparisons.every(isNameless) ? undefined : subjectsOf([...scored, ...failed]),
  };
}

/** The mated and the non-mated ones of a list of comparisons. */
export function sidesOf(comparisons: readonly Comparison[]): Comparisons {
  return {
    mated: scoresOf(comparisons.filter(({ mated }) => mated)),
    nonMated: scoresOf(comparisons.filter(({ mated }) => !mated)),
  };
}

function isNameless({ a, subjectA, subjectB }: Comparison): boolean {
  return a === '' && subjectA === '' && subjectB === '';
}

/** The labels of the subjects of comparisons, and of their samples, in their order. */
export function subjectsOf(comparisons: readonly Comparison[]) {
  const first = comparisons.map(({ a, subjectA, subjectB, mated }) =>
    subjectLabel(subjectA || (mated ? subjectB : ''), a),
  );
  return {
    first,
    second: comparisons.map(({ b, subjectB, mated }, k) => (mated ? (first[k] ?? '') : subjectLabel(subjectB, b))),
    known: comparisons.some(({ subjectA, subjectB }) => subjectA !== '' && subjectB !== ''),
    samples: { first: comparisons.map(({ a }) => a), second: comparisons.map(({ b }) => b) },
  };
}

/** No subject is called what a picture is called here. */
export function subjectLabel(subject: string, sample: string): string {
  return subject === '' ? `picture\t${sample}` : subject;
}

/** The failures of a task's samples. */
export function failuresOf(samples: readonly SampleOutcome[]): SampleFailures {
  return {
    failed: samples.map(({ failure }) => failure !== ''),
    subjects: samples.map(({ subject, sample }) => subjectLabel(subject, sample)),
    subjectsKnown: samples.some(({ subject }) => subject !== ''),
  };
}

/** The comparisons by fold, when every one of them has a fold and there are at least two. */
export function foldsOf(comparisons: readonly Comparison[]): Comparisons[] | undefined {
  const byFold = new Map<number, Comparison[]>();
  for (const comparison of comparisons) {
    if (comparison.fold === undefined) return undefined;
    const members = byFold.get(comparison.fold) ?? [];
    members.push(comparison);
    byFold.set(comparison.fold, members);
  }
  if (byFold.size < 2) return undefined;
  return [...byFold.entries()]
    .sort(([p], [q]) => p - q)
    .map(([, members]) => ({
      mated: scoresOf(members.filter(({ mated }) => mated)),
      nonMated: scoresOf(members.filter(({ mated }) => !mated)),
    }));
}
