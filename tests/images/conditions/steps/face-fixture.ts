import fc from 'fast-check';
import type { Point } from '../../../../src/images/box.js';
import type { PictureStep, Seen } from '../../../../src/images/conditions/step.js';
import type { Light } from '../../../../src/images/light.js';
import { seededRandom } from '../../../../src/statistics/seeded.js';

/** The five points of a face seen straight ahead, as the usual crop of 112 pixels has them. */
export const FRONTAL: readonly Point[] = [
  [38, 52],
  [74, 52],
  [56, 72],
  [41, 92],
  [71, 92],
];

/** A face of one light everywhere, in the middle of `side` pixels. */
export function evenFace(level = 0.4, side = 112, face: readonly Point[] = FRONTAL): Seen & { readonly image: Light } {
  return { image: { width: side, height: side, data: new Float32Array(side * side * 3).fill(level) }, face };
}

/** What a step makes of a picture, as light. */
export function lightAfter<Params>(step: PictureStep<Params>, input: unknown, seen: Seen, seed = 1): Light {
  const after = step.apply(seen, step.schema.parse(input), seededRandom(seed)) as Seen;
  return after.image as Light;
}

/** The light at a place: red, green, blue. */
export function at({ width, data }: Light, [x, y]: Point): number[] {
  const index = (Math.floor(y) * width + Math.floor(x)) * 3;
  return [...data.subarray(index, index + 3)];
}

/** Whether a place differs from the even light that it had. */
export function isChanged(light: Light, place: Point, level = 0.4): boolean {
  return at(light, place).some((value) => Math.abs(value - level) > 0.02);
}

/** The share of all pixels that differ from the even light. */
export function changedShare({ data }: Light, level = 0.4): number {
  let count = 0;
  for (let i = 0; i < data.length; i += 3) if (Math.abs(data[i]! - level) > 1e-4) count++;
  return (count * 3) / data.length;
}

/** Five points anywhere, even in one place or outside the picture. */
export const anyFace = fc.array(
  fc.tuple(fc.double({ min: -20, max: 60, noNaN: true }), fc.double({ min: -20, max: 60, noNaN: true })),
  { minLength: 5, maxLength: 5 },
);

/** Points turned about the origin by a quarter, as a picture of that side turned to the right. */
export const quarterTurned = (points: readonly Point[], side: number): Point[] =>
  points.map(([x, y]): Point => [side - y, x]);

/** Whether two lights are the same, bit by bit; far faster than comparing them value by value. */
export const isSame = (a: Float32Array, b: Float32Array): boolean =>
  Buffer.from(a.buffer, a.byteOffset, a.byteLength).equals(Buffer.from(b.buffer, b.byteOffset, b.byteLength));
