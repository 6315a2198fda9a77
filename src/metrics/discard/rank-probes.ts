import type { SubjectLabel } from '../../statistics/dependence/subject-pairs.js';

/** A probe sample, whose picture it is, and how good it is held to be. */
export interface RankedProbe {
  readonly probe: SubjectLabel;
  readonly subject: SubjectLabel;
  /** -Infinity where the probe failed. */
  readonly quality: number;
}

/** What of a comparison tells of its probe. */
export interface ProbeOfComparison {
  readonly probe: SubjectLabel;
  readonly quality?: number | undefined;
  readonly subjectB: SubjectLabel;
}

/**
 * The different probes of some comparisons, worst first; those that failed, which have no quality, are the worst.
 * Throws RangeError for a quality that is no finite number, and for a probe that has two of them.
 */
export function probesInOrder(comparisons: readonly ProbeOfComparison[]): RankedProbe[] {
  const probes = new Map<SubjectLabel, RankedProbe>();
  for (const { probe, quality: given, subjectB } of comparisons) {
    if (given !== undefined && !Number.isFinite(given)) {
      throw new RangeError(`The quality of probe ${probe} must be a finite number, or absent; found ${given}.`);
    }
    const quality = given ?? Number.NEGATIVE_INFINITY;
    const before = probes.get(probe);
    if (before === undefined) probes.set(probe, { probe, subject: subjectB, quality });
    else if (before.quality !== quality) {
      throw new RangeError(`The probe ${probe} has the qualities ${before.quality} and ${quality}; a sample has one.`);
    }
  }
  return [...probes.values()].sort((p, q) => (p.quality < q.quality ? -1 : p.quality > q.quality ? 1 : 0));
}
