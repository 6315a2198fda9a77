import type { SubjectLabel, SubjectNumbers } from './subject-pairs.js';

/**
 * Numbers the subjects of several lists of comparisons from 0 in the order of their labels, numbers before texts, so
 * that the order of the comparisons, and which of them failed, decides nothing that is drawn by number.
 */
export function numberSubjects(
  lists: readonly ({ readonly first: ArrayLike<SubjectLabel>; readonly second: ArrayLike<SubjectLabel> } | undefined)[],
): SubjectNumbers {
  const labels = new Set<SubjectLabel>();
  for (const list of lists) {
    for (const side of list ? [list.first, list.second] : []) {
      for (let k = 0; k < side.length; k += 1) labels.add(side[k] ?? '');
    }
  }
  return new Map([...labels].sort(compareLabels).map((label, index) => [label, index]));
}

function compareLabels(p: SubjectLabel, q: SubjectLabel): number {
  if (typeof p !== typeof q) return typeof p === 'number' ? -1 : 1;
  return p < q ? -1 : p > q ? 1 : 0;
}
