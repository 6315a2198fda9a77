import type { Point } from '../../images/box.js';

/** A connected part of a text map. */
export interface TextRegion {
  /** The corners of its outermost pixels, row by row, in pixels of the map. */
  readonly outline: readonly Point[];
  /** The mean of the map between the outermost pixels of each row, 0 to 1. */
  readonly score: number;
}

/** The parts of a map that are above the threshold and hang together by sides or corners, from the top left. */
export function textRegions(map: Float32Array, width: number, height: number, threshold: number): TextRegion[] {
  const seen = new Uint8Array(width * height);
  const regions: TextRegion[] = [];
  const spans = new RowSpans(height);
  const waiting: number[] = [];
  for (let start = 0; start < seen.length; start++) {
    // Written so that NaN is no text.
    if (seen[start] || !(map[start]! > threshold)) continue;
    seen[start] = 1;
    waiting.push(start);
    spans.clear();
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      spans.add(x, y);
      for (let row = Math.max(y - 1, 0); row <= Math.min(y + 1, height - 1); row++) {
        for (let column = Math.max(x - 1, 0); column <= Math.min(x + 1, width - 1); column++) {
          const next = row * width + column;
          if (seen[next] || !(map[next]! > threshold)) continue;
          seen[next] = 1;
          waiting.push(next);
        }
      }
    }
    regions.push({ outline: spans.outline(), score: spans.mean(map, width) });
  }
  return regions;
}

/** The outermost pixels of one region in each row that it touches. */
class RowSpans {
  readonly #first: Int32Array;
  readonly #last: Int32Array;
  #top = 0;
  #bottom = -1;

  constructor(height: number) {
    this.#first = new Int32Array(height);
    this.#last = new Int32Array(height).fill(-1);
  }

  clear(): void {
    for (let y = this.#top; y <= this.#bottom; y++) this.#last[y] = -1;
    [this.#top, this.#bottom] = [this.#last.length, -1];
  }

  add(x: number, y: number): void {
    if (this.#last[y]! < 0 || x < this.#first[y]!) this.#first[y] = x;
    if (x > this.#last[y]!) this.#last[y] = x;
    this.#top = Math.min(this.#top, y);
    this.#bottom = Math.max(this.#bottom, y);
  }

  outline(): Point[] {
    const points: Point[] = [];
    for (let y = this.#top; y <= this.#bottom; y++) {
      const [left, right] = [this.#first[y]!, this.#last[y]! + 1];
      points.push([left, y], [right, y], [left, y + 1], [right, y + 1]);
    }
    return points;
  }

  mean(map: Float32Array, width: number): number {
    let [sum, count] = [0, 0];
    for (let y = this.#top; y <= this.#bottom; y++) {
      for (let x = this.#first[y]!; x <= this.#last[y]!; x++) sum += map[y * width + x]!;
      count += this.#last[y]! - this.#first[y]! + 1;
    }
    return sum / count;
  }
}
