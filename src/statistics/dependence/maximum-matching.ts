/** An undirected graph: the neighbours of point p are `neighbours[start[p]]` up to, not including, `start[p + 1]`. */
export interface Graph {
  readonly points: number;
  readonly start: Int32Array;
  readonly neighbours: Int32Array;
}

/** The graph of points 0 to `points` - 1 whose edge i joins `from[i]` and `to[i]`; an edge may stand there twice. */
export function makeGraph(points: number, from: Int32Array, to: Int32Array): Graph {
  const start = new Int32Array(points + 1);
  for (const ends of [from, to]) for (const point of ends) start[point + 1] = at(start, point + 1) + 1;
  for (let point = 0; point < points; point += 1) start[point + 1] = at(start, point + 1) + at(start, point);
  const next = start.slice();
  const neighbours = new Int32Array(2 * from.length);
  const add = (point: number, other: number) => {
    neighbours[at(next, point)] = other;
    next[point] = at(next, point) + 1;
  };
  for (let i = 0; i < from.length; i += 1) {
    add(at(from, i), at(to, i));
    add(at(to, i), at(from, i));
  }
  return { points, start, neighbours };
}

/**
 * The size of a maximum matching: the most edges of which no two share a point. Edmonds' blossom algorithm (Canadian
 * Journal of Mathematics 17, 1965) from a greedy start, blossoms being kept as disjoint sets (Gabow, Journal of the ACM
 * 23, 1976). No edge may join a point with itself.
 */
export function maximumMatching(graph: Graph): number {
  const mate = greedyMatching(graph);
  const augment = augmentation(graph, mate);
  for (let point = 0; point < graph.points; point += 1) {
    if (mate[point] === NONE) augment(point);
  }
  return mate.filter((other) => other !== NONE).length / 2;
}

const NONE = -1;

/** Pairs points with few neighbours first, each with the free one of fewest: leaves little for the searches to do. */
function greedyMatching({ points, start, neighbours }: Graph): Int32Array {
  const mate = new Int32Array(points).fill(NONE);
  const degree = (point: number) => at(start, point + 1) - at(start, point);
  for (const point of Int32Array.from({ length: points }, (_, p) => p).sort((p, q) => degree(p) - degree(q))) {
    if (mate[point] !== NONE) continue;
    let partner = NONE;
    for (let edge = at(start, point); edge < at(start, point + 1); edge += 1) {
      const other = at(neighbours, edge);
      if (mate[other] === NONE && (partner === NONE || degree(other) < degree(partner))) partner = other;
    }
    if (partner === NONE) continue;
    mate[point] = partner;
    mate[partner] = point;
  }
  return mate;
}

/** What a search has found a point to be: at an even or at an odd distance from the search's root, or out of the game. */
const UNSEEN = 0;
const OUTER = 1;
const INNER = 2;
const CLOSED = 3;

/**
 * A function that makes the matching one pair larger from a free point, if that can be done. The tree of a search that
 * fails can never be part of a larger matching and is closed for good, so all failed searches together see each edge
 * once; a search that succeeds puts back what it has touched.
 */
function augmentation({ points, start, neighbours }: Graph, mate: Int32Array): (root: number) => void {
  const state = new Uint8Array(points);
  const parent = new Int32Array(points);
  const base = Int32Array.from({ length: points }, (_, point) => point);
  const queue = new Int32Array(points);
  const touched = new Int32Array(points);
  const visited = new Int32Array(points);
  let visit = 0;
  let queued = 0;
  let touches = 0;

  function touch(point: number, as: number): void {
    if (state[point] === UNSEEN) touched[touches++] = point;
    state[point] = as;
    if (as === OUTER) queue[queued++] = point;
  }
  function baseOf(point: number): number {
    let here = point;
    while (at(base, here) !== here) {
      base[here] = at(base, at(base, here));
      here = at(base, here);
    }
    return here;
  }
  /** Climbs from both points by turns to where their paths to the root meet. */
  function meetingPoint(a: number, b: number): number {
    visit += 1;
    let here = baseOf(a);
    let there = baseOf(b);
    for (;;) {
      if (here !== NONE) {
        if (visited[here] === visit) return here;
        visited[here] = visit;
        here = mate[here] === NONE ? NONE : baseOf(at(parent, at(mate, here)));
      }
      [here, there] = [there, here];
    }
  }
  /** Makes the path from `point` up to `top` part of the blossom at `top`, which `child` on its other side closes. */
  function contract(point: number, child: number, top: number): void {
    let outer = point;
    let below = child;
    while (baseOf(outer) !== top) {
      const inner = at(mate, outer);
      parent[outer] = below;
      if (state[inner] === INNER) touch(inner, OUTER);
      if (base[outer] === outer) base[outer] = top;
      if (base[inner] === inner) base[inner] = top;
      below = inner;
      outer = at(parent, inner);
    }
  }
  /** Grows the tree by the edges of an outer point; true when it has reached a free point and swapped the path to it. */
  function grow(point: number): boolean {
    for (let edge = at(start, point); edge < at(start, point + 1); edge += 1) {
      const other = at(neighbours, edge);
      if (state[other] === UNSEEN) {
        parent[other] = point;
        touch(other, INNER);
        if (mate[other] === NONE) {
          swapPath(mate, parent, other);
          return true;
        }
        touch(at(mate, other), OUTER);
      } else if (state[other] === OUTER && baseOf(point) !== baseOf(other)) {
        const top = meetingPoint(point, other);
        contract(point, other, top);
        contract(other, point, top);
      }
    }
    return false;
  }

  return (root) => {
    queued = 0;
    touches = 0;
    touch(root, OUTER);
    let grown = false;
    for (let head = 0; head < queued && !grown; head += 1) grown = grow(at(queue, head));
    for (let i = 0; i < touches; i += 1) {
      const point = at(touched, i);
      state[point] = grown ? UNSEEN : CLOSED;
      base[point] = point;
    }
  };
}

/** Swaps matched and unmatched edges along the path that ends at `end`. */
function swapPath(mate: Int32Array, parent: Int32Array, end: number): void {
  let point = end;
  while (point !== NONE) {
    const before = at(parent, point);
    const next = at(mate, before);
    mate[point] = before;
    mate[before] = point;
    point = next;
  }
}

/** Every index of a point or an edge has an entry, so the 0 never shows. */
function at(list: Int32Array, index: number): number {
  return list[index] ?? 0;
}
