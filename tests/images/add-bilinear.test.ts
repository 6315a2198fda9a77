import { expect, it } from 'vitest';
import { addBilinear } from '../../src/images/add-bilinear.js';

const values = { width: 2, height: 2, data: [0, 10, 20, 100, 110, 120, 200, 210, 220, 60, 70, 80] };
const at = (x: number, y: number) => {
  const sums = new Float64Array(3);
  addBilinear(values, x, y, sums);
  return [...sums];
};

it('is a value at its pixel, between pixels their weighted mean, and beyond the edge the edge', () => {
  expect(at(1, 0)).toEqual([100, 110, 120]);
  expect(at(0.25, 0)).toEqual([25, 35, 45]);
  expect(at(0.5, 0.5)).toEqual([90, 100, 110]);
  expect(at(-3, 9)).toEqual([200, 210, 220]);
  expect(at(5, 0.5)).toEqual([80, 90, 100]);
});

it('adds to what is there', () => {
  const sums = Float64Array.of(1, 2, 3);
  addBilinear(values, 0, 0, sums);
  expect([...sums]).toEqual([1, 12, 23]);
});
