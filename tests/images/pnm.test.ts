import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/images/decode.js';
import { decodePnm } from '../../src/images/pnm.js';
import { anyPicture } from './fixtures.js';

const pnm = (header: string, values: readonly number[]): Buffer =>
  Buffer.concat([Buffer.from(header), Buffer.from(values)]);
const decode = (bytes: Uint8Array) => decodePnm(bytes, 1000);

describe('decodePnm', () => {
  it('reads 8-bit grey into three channels', () => {
    expect(decode(pnm('P5\n2 1\n255\n', [7, 200]))).toEqual({
      width: 2,
      height: 1,
      data: new Uint8Array([7, 7, 7, 200, 200, 200]),
    });
  });

  it('scales maxval 1023 in 16 bits, most significant byte first', () => {
    const { data } = decode(pnm('P5 3 1 1023\n', [0x03, 0xff, 0x02, 0x00, 0x00, 0x02]));
    expect([data[0], data[3], data[6]]).toEqual([255, Math.round((512 * 255) / 1023), 0]);
  });

  it('scales a maxval below 255', () => {
    expect([...decode(pnm('P6 1 1 15\n', [0, 7, 15])).data]).toEqual([0, 119, 255]);
  });

  it('skips comments wherever the header has white space', () => {
    const bytes = pnm('P5# made by hand\n# 9 9\n 2\t# width\r\n1 #\n255\n', [1, 2]);
    expect([...decode(bytes).data]).toEqual([1, 1, 1, 2, 2, 2]);
  });

  it('takes the first pixel as it is even when it looks like white space or a comment', () => {
    expect([...decode(pnm('P5 2 1 255\n', [32, 35])).data]).toEqual([32, 32, 32, 35, 35, 35]);
  });

  it.each([
    ['no size', 'P5\n', [], 'the pnm header has no valid width'],
    ['no height', 'P5 3 ', [], 'the pnm header has no valid height'],
    ['no width at all', 'P5 0 3 255\n', [], 'the pnm header has no valid width'],
    ['a negative size', 'P5 -2 3 255\n', [], 'the pnm header has no valid width'],
    ['maxval 0', 'P5 1 1 0\n', [1], 'the pnm header has no valid maximum value'],
    ['maxval above 65535', 'P5 1 1 65536\n', [1], 'the pnm header has no valid maximum value'],
    ['no space after the magic number', 'P52 1 255\n', [1, 2], 'the pnm header has no valid width'],
    ['no end of the header', 'P5 1 1 255', [], 'the pnm header does not end'],
    ['too few values', 'P5 2 2 255\n', [1, 2, 3], 'the pnm data end early'],
    ['too few 16-bit values', 'P6 1 1 256\n', [0, 1, 0, 1, 0], 'the pnm data end early'],
    ['more data than the header says', 'P5 2 1 255\n', [1, 2, 3], 'the pnm file holds more data than its header says'],
    ['a value above maxval', 'P5 1 1 100\n', [101], 'a pnm value is above the maximum that the header says'],
    ['too many pixels', 'P6 40000 40000 255\n', [], 'more than 1000 pixels'],
    ['a size of many digits', 'P5 99999999999999999999 1 255\n', [], 'the pnm header has no valid height'],
  ])('refuses %s', (_, header, values, reason) => {
    const error = (() => {
      try {
        decode(pnm(header, values));
      } catch (thrown) {
        return thrown as Error;
      }
    })();
    expect([error?.name, error?.message === reason || error?.message]).toEqual(['UnreadablePicture', true]);
  });

  it('reads back any picture that is written as P6, through the one door for all formats', async () => {
    await fc.assert(
      fc.asyncProperty(anyPicture, async ({ width, height, data }) => {
        const bytes = Buffer.concat([Buffer.from(`P6\n${width} ${height}\n255\n`), data]);
        expect(await decodePicture(bytes)).toEqual({ width, height, data });
      }),
      { numRuns: 50 },
    );
  });
});
