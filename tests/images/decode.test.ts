import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodePicture } from '../../src/images/decode.js';
import { UnreadablePicture } from '../../src/images/picture.js';
import { npmFile } from '../support/npm-file.js';

const flat = sharp({ create: { width: 40, height: 20, channels: 3, background: { r: 200, g: 50, b: 20 } } });
const noise = sharp(Buffer.from(Array.from({ length: 96 * 64 * 3 }, (_, i) => (i * 7919 + i * i) % 256)), {
  raw: { width: 96, height: 64, channels: 3 },
});
const firstPixel = async (bytes: Uint8Array): Promise<number[]> => [
  ...(await decodePicture(bytes)).data.subarray(0, 3),
];

describe('decodePicture', () => {
  it.each([
    ['PNG', () => flat.clone().png().toBuffer(), [200, 50, 20]],
    ['16-bit PNG', () => flat.clone().toColourspace('rgb16').png().toBuffer(), [200, 50, 20]],
    ['lossless WebP', () => flat.clone().webp({ lossless: true }).toBuffer(), [200, 50, 20]],
    ['GIF', () => flat.clone().gif().toBuffer(), [200, 50, 20]],
    ['progressive JPEG', () => flat.clone().jpeg({ quality: 100, progressive: true }).toBuffer(), [199, 50, 20]],
    ['TIFF', () => flat.clone().tiff({ compression: 'lzw' }).toBuffer(), [200, 50, 20]],
  ])('reads %s as 8-bit RGB', async (_, bytes, expected) => {
    const picture = await decodePicture(await bytes());
    expect([picture.width, picture.height, picture.data.length]).toEqual([40, 20, 2400]);
    expect([...picture.data.subarray(0, 3)]).toEqual(expected);
  });

  it('turns CMYK into RGB near the colour it was made from', async () => {
    const [red, green, blue] = await firstPixel(
      await flat.clone().toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer(),
    );
    expect(Math.abs(red! - 200)).toBeLessThan(15);
    expect(Math.abs(green! - 50)).toBeLessThan(15);
    expect(Math.abs(blue! - 20)).toBeLessThan(25);
  });

  it('gives grey in three equal channels, 8 or 16 bits', async () => {
    const raw = { raw: { width: 40, height: 20, channels: 1 as const } };
    expect(await firstPixel(await sharp(Buffer.alloc(800, 77), raw).toColourspace('b-w').png().toBuffer())).toEqual([
      77, 77, 77,
    ]);
    const deep = sharp(new Uint16Array(800).fill(25700), raw).toColourspace('grey16').png();
    expect(await firstPixel(await deep.toBuffer())).toEqual([100, 100, 100]);
  });

  it('lays transparent pixels on white', async () => {
    const withAlpha = (alpha: number): Promise<Buffer> =>
      sharp(Buffer.from(Array.from({ length: 800 }, () => [100, alpha]).flat()), {
        raw: { width: 40, height: 20, channels: 2 },
      })
        .png()
        .toBuffer();
    expect(await firstPixel(await withAlpha(255))).toEqual([100, 100, 100]);
    expect(await firstPixel(await withAlpha(128))).toEqual([177, 177, 177]);
    expect(await firstPixel(await withAlpha(0))).toEqual([255, 255, 255]);
  });

  // Six grey values in two rows of three; where they lie for each EXIF orientation (CIPA DC-008, tag 274).
  it.each([
    [1, 3, [1, 2, 3, 4, 5, 6]],
    [2, 3, [3, 2, 1, 6, 5, 4]],
    [3, 3, [6, 5, 4, 3, 2, 1]],
    [4, 3, [4, 5, 6, 1, 2, 3]],
    [5, 2, [1, 4, 2, 5, 3, 6]],
    [6, 2, [4, 1, 5, 2, 6, 3]],
    [7, 2, [6, 3, 5, 2, 4, 1]],
    [8, 2, [3, 6, 2, 5, 1, 4]],
  ])('applies EXIF orientation %i', async (orientation, width, expected) => {
    const data = Buffer.from([1, 2, 3, 4, 5, 6].flatMap((value) => [value, value, value]));
    const bytes = await sharp(data, { raw: { width: 3, height: 2, channels: 3 } })
      .withMetadata({ orientation })
      .png()
      .toBuffer();
    const picture = await decodePicture(bytes);
    expect(picture.width).toBe(width);
    expect([...picture.data].filter((_, i) => i % 3 === 0)).toEqual(expected);
  });

  it('reads pictures of one pixel and of 8000 x 50', async () => {
    const made = (width: number, height: number): Promise<Buffer> =>
      sharp({ create: { width, height, channels: 3, background: '#123456' } })
        .png()
        .toBuffer();
    expect(await decodePicture(await made(1, 1))).toEqual({
      width: 1,
      height: 1,
      data: new Uint8Array([0x12, 0x34, 0x56]),
    });
    expect((await decodePicture(await made(8000, 50))).data.length).toBe(1_200_000);
  });

  it('refuses a truncated JPEG wherever it is cut', async () => {
    const bytes = await noise.clone().jpeg().toBuffer();
    for (const length of [3, 20, 200, 700, bytes.length >> 1, bytes.length - 100, bytes.length - 2, bytes.length - 1]) {
      await expect(decodePicture(bytes.subarray(0, length))).rejects.toThrow(
        new UnreadablePicture('the jpeg data are damaged or end early'),
      );
    }
  });

  it.each(['png', 'webp', 'gif'] as const)('refuses a truncated %s', async (format) => {
    const bytes = await noise.clone().toFormat(format).toBuffer();
    const cut = decodePicture(bytes.subarray(0, bytes.length >> 1));
    await expect(cut).rejects.toThrow(new UnreadablePicture(`the ${format} data are damaged or end early`));
  });

  it('refuses an empty file, text and drawings with a short reason', async () => {
    await expect(decodePicture(new Uint8Array())).rejects.toThrow(new UnreadablePicture('the file is empty'));
    for (const text of [
      'no picture at all',
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
      'P3\n1 1\n255\n1 2 3\n',
    ]) {
      await expect(decodePicture(Buffer.from(text))).rejects.toThrow(
        /^not a picture in a format that is read \(JPEG, /,
      );
    }
  });

  it('refuses a 40,000 x 40,000 PNG before it takes memory', async () => {
    const before = process.memoryUsage().rss;
    await expect(decodePicture(pngHeaderBomb(40_000))).rejects.toThrow(
      new UnreadablePicture('more than 100000000 pixels'),
    );
    expect(process.memoryUsage().rss - before).toBeLessThan(200e6);
  });

  it('takes the limit of pixels that it is given', async () => {
    const bytes = await flat.clone().png().toBuffer();
    await expect(decodePicture(bytes, { maxPixels: 799 })).rejects.toThrow('more than 799 pixels');
    expect((await decodePicture(bytes, { maxPixels: 800 })).width).toBe(40);
  });

  it('gives the same picture whatever is decoded beside it', async () => {
    const bytes = await noise.clone().jpeg().toBuffer();
    const alone = await decodePicture(bytes);
    const beside = await Promise.all([
      decodePicture(bytes),
      decodePicture(bytes.subarray(0, 500)).catch(() => undefined),
      decodePicture(bytes),
    ]);
    expect(beside).toEqual([alone, undefined, alone]);
  });

  it.skipIf(!npmFile('sample1.jpg'))('reads a photograph', async () => {
    const picture = await decodePicture(readFileSync(npmFile('sample1.jpg')!));
    expect([picture.width, picture.height]).toEqual([1920, 1280]);
  });
});

/** A well-formed PNG whose header says side x side pixels and whose data hold a few rows of zeros. */
function pngHeaderBomb(side: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header[8] = 8;
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(40_001 * 10))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
