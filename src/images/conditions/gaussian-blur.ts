import type { Picture } from '../picture.js';

/**
 * The picture out of focus: each value the mean of its neighbours weighted by a Gaussian of standard deviation `sigma`
 * pixels, cut off at three of them, edges repeated. The same picture for a sigma of 0.
 */
export function gaussianBlur(picture: Picture, sigma: number): Picture {
  if (!(sigma > 0)) return picture;
  const weights = gaussianWeights(sigma);
  const { width, height, data } = picture;
  const across = new Float32Array(data.length);
  blurLines(data, across, { lines: height, next: width * 3, length: width, step: 3 }, weights);
  const down = new Float32Array(data.length);
  blurLines(across, down, { lines: width, next: 3, length: height, step: width * 3 }, weights);
  return { width, height, data: new Uint8Array(Uint8ClampedArray.from(down).buffer) };
}

function gaussianWeights(sigma: number): Float64Array {
  const reach = Math.ceil(3 * sigma);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, k) =>
    Math.exp(-((k - reach) ** 2) / (2 * sigma ** 2)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

interface Lines {
  readonly lines: number;
  /** From one line's first value to the next one's. */
  readonly next: number;
  readonly length: number;
  /** From one value of a line to the next. */
  readonly step: number;
}

function blurLines(
  from: ArrayLike<number>,
  to: Float32Array,
  { lines, next, length, step }: Lines,
  weights: Float64Array,
): void {
  const reach = (weights.length - 1) / 2;
  const line = new Float32Array(length + 2 * reach);
  for (let index = 0; index < lines; index++) {
    for (let start = index * next; start < index * next + 3; start++) {
      for (let i = 0; i < length; i++) line[reach + i] = from[start + i * step]!;
      line.fill(line[reach]!, 0, reach);
      line.fill(line[reach + length - 1]!, reach + length);
      for (let i = 0; i < length; i++) {
        let sum = 0;
        for (let k = 0; k < weights.length; k++) sum += weights[k]! * line[i + k]!;
        to[start + i * step] = sum;
      }
    }
  }
}
