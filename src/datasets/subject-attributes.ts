import type { Sample } from './sample.js';
import { attributeValue, UNKNOWN } from './unknown-value.js';

/**
 * One attribute of every subject: the value on which all of the subject's samples that carry one agree. It is "unknown"
 * where no sample carries one, and where two samples contradict each other, since nobody can tell which is right.
 */
export function subjectAttribute(samples: readonly Sample[], attribute: string): Map<string, string> {
  const values = new Map<string, Set<string>>();
  for (const { subject, attributes } of samples) {
    if (subject === undefined) continue;
    const seen = values.get(subject) ?? new Set();
    values.set(subject, seen);
    const value = attributeValue(Object.hasOwn(attributes, attribute) ? attributes[attribute] : undefined);
    if (value !== UNKNOWN) seen.add(value);
  }
  return new Map(
    [...values].map(([subject, [first, second]]) => [subject, second === undefined ? (first ?? UNKNOWN) : UNKNOWN]),
  );
}
