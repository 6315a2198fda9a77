/** The rank of each score among all, from 1 for the lowest, less their mean; equal scores share the mean of theirs. */
export function centredMidRanks(scores: Float32Array): Float64Array {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0) || 0);
  const ranks = new Float64Array(scores.length);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to < order.length && scores[order[to] ?? 0] === scores[order[from] ?? 0]) to += 1;
    const rank = (from + 1 + to) / 2 - (scores.length + 1) / 2;
    for (; from < to; from += 1) ranks[order[from] ?? 0] = rank;
  }
  return ranks;
}
