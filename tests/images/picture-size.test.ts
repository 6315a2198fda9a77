import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { decodePicture } from '../../src/images/decode.js';
import { pictureSize } from '../../src/images/picture-size.js';
import { temporaryFolder } from '../support/catalog.js';

const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#888888' } });
const path = join(temporaryFolder(), 'picture');

it.each([
  ['png', () => blank(40, 30).png().toBuffer()],
  ['jpeg, turned by its EXIF data', () => blank(40, 30).jpeg().withMetadata({ orientation: 6 }).toBuffer()],
  ['webp', () => blank(40, 31).webp().toBuffer()],
  ['pgm', async () => Buffer.from('P5 # made\n3 2\n255\n123456')],
])('is that of the decoded picture: %s', async (_, make) => {
  const bytes = await make();
  // The same path each time: nothing is remembered of what was there before.
  writeFileSync(path, bytes);
  const { width, height } = await decodePicture(bytes);
  expect(await pictureSize(path)).toEqual({ width, height });
});

it('is undefined for what is no picture, or not there', async () => {
  writeFileSync(path, 'text');
  expect(await pictureSize(path)).toBeUndefined();
  expect(await pictureSize(join(path, 'none.jpg'))).toBeUndefined();
});
