import { expect, it } from 'vitest';
import { boxAround } from '../../../src/images/box.js';
import { textLine } from '../../../src/images/outlines/text-line.js';

const widthOf = (text: string, room = 1000) => {
  const [left, , right] = boxAround(textLine(text, [0, 0], 10, room).flat());
  return right - left;
};

it('stands on its baseline, capitals as high as they should be', () => {
  const [left, top, , bottom] = boxAround(textLine('HH', [30, 50], 10, 1000).flat());
  expect(top).toBeCloseTo(40, 6);
  expect(bottom).toBeCloseTo(50, 6);
  expect(left).toBeGreaterThan(30);
  expect(left).toBeLessThan(33);
});

it('draws small letters, spaces, signs, and a question mark for what the font does not have', () => {
  expect(widthOf('a b')).toBeGreaterThan(widthOf('ab') + 1);
  expect(textLine(' ', [0, 0], 10, 100)).toEqual([]);
  for (const sign of '0.9%/:()-,šЖ') expect(textLine(sign, [0, 0], 10, 100).length).toBeGreaterThan(0);
  expect(textLine('漢', [0, 0], 10, 100)).toEqual(textLine('?', [0, 0], 10, 100));
});

it('shortens what is longer than its room, with dots at the end', () => {
  const long = 'a very long label of a picture';
  expect(widthOf(long, 1000)).toBeGreaterThan(100);
  expect(widthOf(long, 80)).toBeLessThanOrEqual(80);
  expect(widthOf(long, 80)).toBeGreaterThan(65);
  expect(textLine(long, [0, 0], 10, 1)).toEqual(textLine('...', [0, 0], 10, 1000));
});
