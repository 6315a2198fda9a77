import { expect, it } from 'vitest';
import {
  checkShape,
  joinTemplates,
  longest,
  readyTemplates,
  shared,
  templateCount,
} from '../../src/comparison/templates.js';

const of = (dimensions: number, ...data: number[]) => ({ data: Float32Array.from(data), dimensions });

it('puts templates one after another', () => {
  const joined = joinTemplates([new Float32Array([1, 2]), new Float32Array([3, 4])]);
  expect(joined).toEqual(of(2, 1, 2, 3, 4));
  expect(templateCount(joined)).toBe(2);
  expect(joinTemplates([]).data).toHaveLength(0);
});

it('names the first template of another length', () => {
  const join = () => joinTemplates([new Float32Array(2), new Float32Array(2), new Float32Array(3)], 'photo');
  expect(join).toThrow('photo 2 has 3 numbers and the first has 2');
});

it('makes templates of unit length for cosine and leaves them for dot, in shared memory and a copy', () => {
  const given = of(2, 3, 4, -5, 0);
  const cosine = readyTemplates(given, 'cosine', 'compared');
  expect([...cosine.data]).toEqual([Math.fround(0.6), Math.fround(0.8), -1, 0]);
  expect(cosine.data.buffer).toBeInstanceOf(SharedArrayBuffer);
  const dot = readyTemplates(given, 'dot', 'compared');
  expect([...dot.data]).toEqual([3, 4, -5, 0]);
  dot.data[0] = 9;
  expect([...given.data]).toEqual([3, 4, -5, 0]);
});

it('gives very short and very long templates their direction', () => {
  const [short, long] = [2 ** -140, 2 ** 120];
  const { data } = readyTemplates(of(1, short, -short, long, -long), 'cosine', 'compared');
  expect([...data]).toEqual([1, -1, 1, -1]);
});

it.each<[string, ReturnType<typeof of>, 'cosine' | 'dot', string]>([
  [
    'a length that does not divide',
    of(2, 1, 2, 3),
    'cosine',
    'are 3 numbers, which is no whole number of templates of 2',
  ],
  ['no length', of(0), 'dot', 'no whole number of templates of 0'],
  ['half a length', of(1.5, 1, 2, 3), 'dot', 'no whole number of templates of 1.5'],
  ['NaN', of(2, 1, 0, Number.NaN, 1), 'cosine', 'The probe template 1 holds a number that is not finite'],
  ['Infinity', of(2, Number.POSITIVE_INFINITY, 0), 'dot', 'The probe template 0 holds a number that is not finite'],
  ['zeros', of(2, 1, 0, 0, -0), 'cosine', 'The probe template 1 is all zeros'],
  ['an overflow', of(2, 1, 0, 0, 2 ** 63), 'dot', 'The probe template 1 is too long'],
])('refuses %s in one sentence', (_, templates, similarity, message) => {
  expect(() => readyTemplates(templates, similarity, 'probe')).toThrow(message);
});

it('takes zeros by their dot product, and no template at all', () => {
  expect([...readyTemplates(of(2, 0, 0), 'dot', 'probe').data]).toEqual([0, 0]);
  expect(readyTemplates(of(2), 'cosine', 'probe').data).toHaveLength(0);
  expect(() => checkShape(of(2), 'probe')).not.toThrow();
});

it('knows the longest', () => {
  expect(longest(of(2, 3, 4, 1, 1))).toBe(5);
  expect(longest(of(2))).toBe(0);
});

it('copies into shared memory whatever array it is given', () => {
  for (const array of [new Float32Array([1.5, 2]), new Float64Array([0.1]), new Int32Array([-3])]) {
    const copy = shared(array);
    expect(copy).toEqual(array);
    expect(copy.constructor).toBe(array.constructor);
    expect(copy.buffer).toBeInstanceOf(SharedArrayBuffer);
  }
});
