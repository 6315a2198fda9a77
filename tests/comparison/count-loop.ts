/** What the score kernel does, as a plain loop: counts by the upper 18 bits, and the places of scores from `least` on. */
export function countLoop(scores: Float32Array, from: number, to: number, least: number, cells: Uint32Array): number[] {
  const bits = new Int32Array(scores.buffer, scores.byteOffset, scores.length);
  const found: number[] = [];
  for (let at = from; at < to; at += 1) {
    const cell = (bits[at] ?? 0) >>> 14;
    cells[cell] = (cells[cell] ?? 0) + 1;
    if ((scores[at] ?? 0) >= least) found.push(at);
  }
  return found;
}
