import { makeGraph, maximumMatching } from './maximum-matching.js';
import { type SubjectPairs, subjectsIn } from './subject-pairs.js';

/**
 * The largest number of comparisons of which no two share a subject: what is left of a list of comparisons when only
 * independent ones may count. For comparisons between different subjects (non-mated) it is a maximum matching of the
 * graph whose points are the subjects and whose edges are the comparisons; the 3,000 of LFW View 2 hold 1,606. For
 * comparisons of a subject with itself (mated) it is the number of subjects. Tens of thousands of comparisons take some
 * tens of milliseconds, whether they are random or all share one subject; for all pairs of S subjects the answer is
 * floor(S / 2) without it. Throws for a mixture of both kinds.
 */
export function disjointComparisons(pairs: Pick<SubjectPairs, 'subjects' | 'first' | 'second'>): number {
  // Every rate of a list asks for it, and it depends on the list alone.
  const before = known.get(pairs.first);
  if (before !== undefined) return before;
  const disjoint = countDisjoint(pairs);
  known.set(pairs.first, disjoint);
  return disjoint;
}

/**
 * How many of the comparisons that are chosen share no subject, but no more than `enough`: as many as a plain pass over
 * the list finds prove that they are there, and only where it finds fewer is the exact number looked for. All comparisons
 * must be mated, or all non-mated.
 */
export function disjointUpTo(
  { subjects, first, second }: Pick<SubjectPairs, 'subjects' | 'first' | 'second'>,
  enough: number,
  isChosen: (pair: number) => boolean = () => true,
): number {
  const taken = new Uint8Array(subjects);
  let found = 0;
  for (let pair = 0; pair < first.length; pair += 1) {
    const [a, b] = [first[pair] ?? 0, second[pair] ?? 0];
    if (taken[a] || taken[b] || !isChosen(pair)) continue;
    taken[a] = 1;
    taken[b] = 1;
    found += 1;
    if (found >= enough) return enough;
  }
  const chosen = (side: Int32Array) => side.filter((_, pair) => isChosen(pair));
  return Math.min(disjointComparisons({ subjects, first: chosen(first), second: chosen(second) }), enough);
}

/** By the array of first subjects: it belongs to one list of pairs, and is never changed. */
const known = new WeakMap<Int32Array, number>();

function countDisjoint({ subjects, first, second }: Pick<SubjectPairs, 'subjects' | 'first' | 'second'>): number {
  let selfs = 0;
  for (let pair = 0; pair < first.length; pair += 1) if (first[pair] === second[pair]) selfs += 1;
  if (selfs === first.length) return subjectsIn({ subjects, first, second });
  if (selfs > 0) throw new RangeError('Mated and non-mated comparisons must be counted apart.');
  return maximumMatching(makeGraph(subjects, first, second));
}
