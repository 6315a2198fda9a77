/**
 * The largest number of comparisons of which no two share a subject: what is left of a list of comparisons when only
 * independent ones may count. For comparisons between different subjects (non-mated) it is a maximum matching of the
 * graph whose points are the subjects and whose edges are the comparisons; the 3,000 of LFW View 2 hold 1,606. For
 * comparisons of a subject with itself (mated) it is the number of subjects. Comparison i is `first[i]` with `second[i]`.
 * Takes milliseconds for thousands of comparisons; for all pairs of S subjects the answer is floor(S / 2) without it.
 * Throws for lists of different length and for a mixture of both kinds.
 */
export function disjointComparisons(first: ArrayLike<string | number>, second: ArrayLike<string | number>): number {
  if (first.length !== second.length) {
    throw new RangeError(`Each comparison needs two subjects, found ${first.length} and ${second.length}.`);
  }
  const { neighbours, selfs } = subjectGraph(first, second);
  if (selfs === first.length) return neighbours.length;
  if (selfs > 0) throw new RangeError('Mated and non-mated comparisons must be counted apart.');
  const mate = greedyMatching(neighbours);
  for (let point = 0; point < mate.length; point += 1) {
    if (mate[point] === -1) augment(neighbours, mate, point);
  }
  return mate.filter((other) => other !== -1).length / 2;
}

function subjectGraph(first: ArrayLike<string | number>, second: ArrayLike<string | number>) {
  const numbers = new Map<string | number, number>();
  const numberOf = (subject: string | number) => {
    const known = numbers.get(subject);
    if (known === undefined) numbers.set(subject, numbers.size);
    return known ?? numbers.size - 1;
  };
  const sets: Set<number>[] = [];
  let selfs = 0;
  for (let i = 0; i < first.length; i += 1) {
    const a = numberOf(first[i] as string | number);
    const b = numberOf(second[i] as string | number);
    sets[a] ??= new Set();
    sets[b] ??= new Set();
    if (a === b) selfs += 1;
    sets[a].add(b);
    sets[b].add(a);
  }
  return { neighbours: sets.map((set) => [...set]), selfs };
}

/** Pairs each free point with its first free neighbour: a start that leaves little for the searches to do. */
function greedyMatching(neighbours: readonly (readonly number[])[]): Int32Array {
  const mate = new Int32Array(neighbours.length).fill(-1);
  for (const [point, others] of neighbours.entries()) {
    if (mate[point] !== -1) continue;
    const partner = others.find((other) => mate[other] === -1);
    if (partner === undefined) continue;
    mate[point] = partner;
    mate[partner] = point;
  }
  return mate;
}

/**
 * One search of Edmonds' blossom algorithm (Canadian Journal of Mathematics 17, 1965): makes the matching one pair
 * larger from the free point `root`, if that can be done.
 */
function augment(neighbours: readonly (readonly number[])[], mate: Int32Array, root: number): void {
  const size = neighbours.length;
  const parent = new Int32Array(size).fill(-1);
  const base = Int32Array.from({ length: size }, (_, point) => point);
  const reached = new Uint8Array(size);
  const queue = [root];
  reached[root] = 1;
  const baseOf = (point: number) => base[point] ?? -1;
  const mateOf = (point: number) => mate[point] ?? -1;
  const parentOf = (point: number) => parent[point] ?? -1;

  const commonBase = (a: number, b: number): number => {
    const onPath = new Set<number>();
    for (let point = baseOf(a); ; point = baseOf(parentOf(mateOf(point)))) {
      onPath.add(point);
      if (mateOf(point) === -1) break;
    }
    let point = baseOf(b);
    while (!onPath.has(point)) point = baseOf(parentOf(mateOf(point)));
    return point;
  };
  const markPath = (from: number, top: number, child: number, inBlossom: Set<number>): void => {
    let point = from;
    let below = child;
    while (baseOf(point) !== top) {
      inBlossom.add(baseOf(point)).add(baseOf(mateOf(point)));
      parent[point] = below;
      below = mateOf(point);
      point = parentOf(below);
    }
  };
  const contract = (a: number, b: number): void => {
    const top = commonBase(a, b);
    const inBlossom = new Set<number>();
    markPath(a, top, b, inBlossom);
    markPath(b, top, a, inBlossom);
    for (let point = 0; point < size; point += 1) {
      if (!inBlossom.has(baseOf(point))) continue;
      base[point] = top;
      if (!reached[point]) {
        reached[point] = 1;
        queue.push(point);
      }
    }
  };

  for (let head = 0; head < queue.length; head += 1) {
    const point = queue[head] ?? -1;
    for (const other of neighbours[point] ?? []) {
      if (baseOf(point) === baseOf(other) || mateOf(point) === other) continue;
      if (other === root || (mateOf(other) !== -1 && parentOf(mateOf(other)) !== -1)) {
        contract(point, other);
      } else if (parentOf(other) === -1) {
        parent[other] = point;
        const next = mateOf(other);
        if (next === -1) {
          flip(mate, parent, other);
          return;
        }
        reached[next] = 1;
        queue.push(next);
      }
    }
  }
}

/** Swaps matched and unmatched edges along the path that ends at `end`. */
function flip(mate: Int32Array, parent: Int32Array, end: number): void {
  let point = end;
  while (point !== -1) {
    const before = parent[point] ?? -1;
    const next = mate[before] ?? -1;
    mate[point] = before;
    mate[before] = point;
    point = next;
  }
}
