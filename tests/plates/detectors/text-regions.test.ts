import { expect, it } from 'vitest';
import { textRegions } from '../../../src/plates/detectors/text-regions.js';

it('takes what hangs together by sides or corners, and scores what stands between its outermost pixels', () => {
  // biome-ignore format: a map is easier to see row by row
  const map = Float32Array.of(
    0.9, 0.0, 0.0, 0.0, 0.0,
    0.0, 0.8, 0.2, 0.6, 0.0,
    0.0, 0.7, 0.5, 0.0, 0.0,
    0.0, 0.0, 0.0, 0.0, 0.9,
  );
  const [first, second, ...others] = textRegions(map, 5, 4, 0.3);
  expect(others).toEqual([]);
  // 0.9 of the first row; 0.8, 0.2, 0.6 of the second, one of them below the threshold; 0.7, 0.5 of the third.
  expect(first!.score).toBeCloseTo((0.9 + 0.8 + 0.2 + 0.6 + 0.7 + 0.5) / 6, 6);
  expect(first!.outline).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
    [1, 1],
    [4, 1],
    [1, 2],
    [4, 2],
    [1, 2],
    [3, 2],
    [1, 3],
    [3, 3],
  ]);
  expect(second!.outline).toEqual([
    [4, 3],
    [5, 3],
    [4, 4],
    [5, 4],
  ]);
});

it('finds nothing in an empty map or one of NaN', () => {
  expect(textRegions(new Float32Array(6), 3, 2, 0.3)).toEqual([]);
  expect(textRegions(new Float32Array(6).fill(Number.NaN), 3, 2, 0.3)).toEqual([]);
});
