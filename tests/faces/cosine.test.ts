import { expect, it } from 'vitest';
import { cosine } from '../../src/faces/cosine.js';

it('is the cosine of templates of unit length', () => {
  expect(cosine(Float32Array.of(1, 0), Float32Array.of(1, 0))).toBe(1);
  expect(cosine(Float32Array.of(1, 0), Float32Array.of(0, 1))).toBe(0);
  expect(cosine(Float32Array.of(0.5, 0.5, 0.5, 0.5), Float32Array.of(0.5, -0.5, -0.5, -0.5))).toBe(-0.5);
  expect(cosine(Float32Array.of(1, 0), Float32Array.of(Number.NaN, 0))).toBeNaN();
});
