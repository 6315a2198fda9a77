import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTensorWriter, tensorLength, tensorShape } from '../../src/images/tensor.js';
import { anyPicture, pictureOf } from './fixtures.js';

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

  it('writes the colours of a pixel together where the layout is NHWC', () => {
    const target = new Float32Array(7).fill(-1);
    createTensorWriter({ ...input('RGB'), layout: 'NHWC' })(picture, target, 1);
    expect([...target]).toEqual([-1, 10, 20, 30, 11, 21, 31]);
    createTensorWriter({ ...input('BGR', 1, 2), layout: 'NHWC' })(picture, target, 1);
    expect([...target]).toEqual([-1, 14.5, 9.5, 4.5, 15, 10, 5]);
    createTensorWriter({ ...input('grey'), layout: 'NHWC' })(picture, target, 1);
    expect([...target].slice(1, 3)).toEqual([18, 19]);
  });

  it('writes the same numbers in both layouts, each where its shape says', () => {
    fc.assert(
      fc.property(anyPicture, fc.constantFrom('RGB', 'BGR', 'grey'), (any, colour) => {
        const { width, height } = any;
        const fed = { size: [width, height] as [number, number], colour, mean: 127.5, divisor: 128 } as const;
        const [planes, pixels] = [new Float32Array(tensorLength(fed)), new Float32Array(tensorLength(fed))];
        createTensorWriter(fed)(any, planes);
        createTensorWriter({ ...fed, layout: 'NHWC' })(any, pixels);
        const channels = colour === 'grey' ? 1 : 3;
        for (let at = 0; at < width * height; at++) {
          for (let c = 0; c < channels; c++) expect(pixels[at * channels + c]).toBe(planes[c * width * height + at]);
        }
      }),
    );
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

  it('says the shape of one picture in both layouts', () => {
    const tall = { ...input('RGB'), size: [112, 96] as [number, number] };
    expect(tensorShape(tall)).toEqual([1, 3, 96, 112]);
    expect(tensorShape({ ...tall, layout: 'NCHW' })).toEqual([1, 3, 96, 112]);
    expect(tensorShape({ ...tall, layout: 'NHWC' })).toEqual([1, 96, 112, 3]);
    expect(tensorShape({ ...tall, colour: 'grey', layout: 'NHWC' })).toEqual([1, 96, 112, 1]);
    expect(tensorShape({ ...tall, colour: 'grey' })).toEqual([1, 1, 96, 112]);
  });
});
