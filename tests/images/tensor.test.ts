import { describe, expect, it } from 'vitest';
import { createTensorWriter, tensorLength } from '../../src/images/tensor.js';
import { pictureOf } from './fixtures.js';

const picture = pictureOf(2, 1, (x, _, c) => [10, 20, 30][c]! + x);
const input = (colour: 'RGB' | 'BGR' | 'grey', mean = 0, divisor = 1) => ({
  size: [2, 1] as [number, number],
  colour,
  mean,
  divisor,
});

describe('createTensorWriter', () => {
  it('writes planes in the colour order of the card', () => {
    const target = new Float32Array(6);
    createTensorWriter(input('RGB'))(picture, target);
    expect([...target]).toEqual([10, 11, 20, 21, 30, 31]);
    createTensorWriter(input('BGR'))(picture, target);
    expect([...target]).toEqual([30, 31, 20, 21, 10, 11]);
  });

  it('subtracts the mean and divides, in float32', () => {
    const target = new Float32Array(6);
    createTensorWriter(input('RGB', 127.5, 128))(picture, target);
    expect([...target]).toEqual([10, 11, 20, 21, 30, 31].map((v) => Math.fround((v - 127.5) / 128)));
  });

  it('makes grey as OpenCV does', () => {
    const target = new Float32Array(2);
    createTensorWriter(input('grey', 0, 256))(picture, target);
    expect([...target]).toEqual([18 / 256, 19 / 256]);
  });

  it('writes at an offset and leaves the rest', () => {
    const target = new Float32Array(8).fill(-1);
    createTensorWriter(input('RGB'))(picture, target, 1);
    expect([...target]).toEqual([-1, 10, 11, 20, 21, 30, 31, -1]);
  });

  it('refuses another size and a target without room', () => {
    const write = createTensorWriter(input('RGB'));
    expect(() =>
      write(
        pictureOf(1, 2, () => 0),
        new Float32Array(6),
      ),
    ).toThrow('the network takes 2x1 pixels, got 1x2');
    expect(() => write(picture, new Float32Array(6), 1)).toThrow('no room for 6 numbers at 1');
  });

  it('counts the numbers of one picture', () => {
    expect([tensorLength(input('RGB')), tensorLength(input('grey'))]).toEqual([6, 2]);
  });
});
