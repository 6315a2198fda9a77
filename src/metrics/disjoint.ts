import { type Graph, makeGraph, maximumMatching } from './maximum-matching.js';

type Subjects = ArrayLike<string | number>;

/**
 * The largest number of comparisons of which no two share a subject: what is left of a list of comparisons when only
 * independent ones may count. For comparisons between different subjects (non-mated) it is a maximum matching of the
 * graph whose points are the subjects and whose edges are the comparisons; the 3,000 of LFW View 2 hold 1,606. For
 * comparisons of a subject with itself (mated) it is the number of subjects. Comparison i is `first[i]` with `second[i]`.
 * Tens of thousands of comparisons take some tens of milliseconds, whether they are random or all share one subject; for
 * all pairs of S subjects the answer is floor(S / 2) without it.
 * Throws for lists of different length and for a mixture of both kinds.
 */
export function disjointComparisons(first: Subjects, second: Subjects): number {
  if (first.length !== second.length) {
    throw new RangeError(`Each comparison needs two subjects, found ${first.length} and ${second.length}.`);
  }
  const { graph, selfs } = subjectGraph(first, second);
  if (selfs === first.length) return graph.points;
  if (selfs > 0) throw new RangeError('Mated and non-mated comparisons must be counted apart.');
  return maximumMatching(graph);
}

function subjectGraph(first: Subjects, second: Subjects): { graph: Graph; selfs: number } {
  const numbers = new Map<string | number, number>();
  const numberOf = (subject: string | number | undefined): number => {
    if (subject === undefined) return -1;
    const known = numbers.get(subject);
    if (known === undefined) numbers.set(subject, numbers.size);
    return known ?? numbers.size - 1;
  };
  const from = new Int32Array(first.length);
  const to = new Int32Array(first.length);
  let selfs = 0;
  for (let i = 0; i < first.length; i += 1) {
    from[i] = numberOf(first[i]);
    to[i] = numberOf(second[i]);
    if (from[i] === to[i]) selfs += 1;
  }
  return { graph: makeGraph(numbers.size, from, to), selfs };
}
