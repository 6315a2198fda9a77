import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shapeOf, stack, unstack } from '../../../src/runtimes/devices/stack.js';

const floats = (dims: number[], ...values: number[]) => ({ data: Float32Array.from(values), dims });

it('puts pictures one after the other, and zeros after the last', () => {
  const feeds = [{ x: floats([1, 2], 1, 2) }, { x: floats([1, 2], 3, 4) }];
  expect(stack(feeds, 3)).toEqual({ x: floats([3, 2], 1, 2, 3, 4, 0, 0) });
  const bytes = { x: { data: Uint8Array.of(7), dims: [1, 1] } };
  expect(stack([bytes], 2)).toEqual({ x: { data: Uint8Array.of(7, 0), dims: [2, 1] } });
});

it('gives each picture its share of every output', () => {
  // A detector's outputs have rows, not pictures, as their first side.
  const outputs = { scores: floats([4, 1], 1, 2, 3, 4), boxes: floats([2, 1, 2], 5, 6, 7, 8) };
  expect(unstack(outputs, 1, 2)).toEqual([{ scores: floats([2, 1], 1, 2), boxes: floats([1, 1, 2], 5, 6) }]);
  expect(unstack(outputs, 2, 2)?.[1]).toEqual({ scores: floats([2, 1], 3, 4), boxes: floats([1, 1, 2], 7, 8) });
  expect(unstack({ y: floats([3], 1, 2, 3) }, 2, 2)).toBeUndefined();
});

it('undoes what it did, whatever the pictures', () => {
  const picture = fc.array(fc.float({ noNaN: true }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(picture, { minLength: 1, maxLength: 5 }), fc.nat(3), (pictures, spare) => {
      const feeds = pictures.map((values) => ({ x: floats([1, 2, 2], ...values) }));
      const size = pictures.length + spare;
      expect(unstack(stack(feeds, size) as never, pictures.length, size)).toEqual(feeds);
    }),
  );
});

it('tells shapes and kinds of numbers apart, and not the order of names', () => {
  const [a, b] = [floats([1, 2], 1, 2), { data: Uint8Array.of(1, 2), dims: [1, 2] }];
  expect(shapeOf({ a, b })).toBe(shapeOf({ b, a }));
  expect(shapeOf({ a })).not.toBe(shapeOf({ a: b }));
  expect(shapeOf({ a })).not.toBe(shapeOf({ a: floats([2, 1], 1, 2) }));
});
