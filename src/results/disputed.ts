import type { Erratum } from '../datasets/errata.js';
import type { Comparison } from './comparison-table.js';

/** What of a comparison decides whether it is disputed. */
type Named = Pick<Comparison, 'a' | 'b' | 'subjectA' | 'subjectB'>;

/**
 * Decides which comparisons a list of errata disputes: those with a sample whose label is wrong, those with a sample
 * that is a duplicate under another name (one of the two names must be wrong, and the list does not say which), and
 * those of two subjects who are one person.
 */
export function disputedBy(errata: readonly Erratum[]): (comparison: Named) => boolean {
  const samples = new Set<string>();
  const subjects = new Set<string>();
  for (const { kind, a, b } of errata) {
    if (kind === 'same-person') subjects.add(pairKey(a, b));
    else samples.add(a);
    if (kind === 'duplicate') samples.add(b);
  }
  return ({ a, b, subjectA, subjectB }) =>
    samples.has(a) || samples.has(b) || subjects.has(pairKey(subjectA, subjectB));
}

/** Whether any of the errata disputes a comparison; for many comparisons `disputedBy` reads the list once. */
export function isDisputed(comparison: Named, errata: readonly Erratum[]): boolean {
  return disputedBy(errata)(comparison);
}

/** The errata that dispute at least one of the comparisons. */
export function errataThatTouch(comparisons: readonly Named[], errata: readonly Erratum[]): Erratum[] {
  const samples = new Set(comparisons.flatMap(({ a, b }) => [a, b]));
  const pairs = new Set(comparisons.map(({ subjectA, subjectB }) => pairKey(subjectA, subjectB)));
  return errata.filter(({ kind, a, b }) =>
    kind === 'same-person' ? pairs.has(pairKey(a, b)) : samples.has(a) || (kind === 'duplicate' && samples.has(b)),
  );
}

function pairKey(a: string, b: string): string {
  return JSON.stringify(a < b ? [a, b] : [b, a]);
}
