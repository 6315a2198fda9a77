import { expect, it } from 'vitest';
import { readCorners, readFace } from '../../src/cli/read-points.js';

it('reads five points of a face and four corners of a plate', () => {
  expect(readFace('1,2 3,4.5 5,6 7,8 9,10', '--face')).toEqual([
    [1, 2],
    [3, 4.5],
    [5, 6],
    [7, 8],
    [9, 10],
  ]);
  expect(readCorners(' 1,2  3,4 5,6 7,8 ', '--plate')).toEqual([
    [1, 2],
    [3, 4],
    [5, 6],
    [7, 8],
  ]);
});

it.each(['', '1,2', '1,2 3,4 5,6 7,8 9', '1,2 3,4 5,6 7,8 9,', '1,2 3,4 5,6 7,8 9,x', '1,2,3 4,5 6,7 8,9 1,1'])(
  'refuses "%s" for a face',
  (text) => {
    expect(() => readFace(text, '--face')).toThrow(/^--face takes 5 points in pixels, the eyes, .*; found "/);
  },
);

it('refuses a fifth corner', () => {
  expect(() => readCorners('1,2 3,4 5,6 7,8 9,9', '--plate')).toThrow(/^--plate takes 4 points in pixels, top left, /);
});
