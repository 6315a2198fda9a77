import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type SheetFlags, showOnPicture } from '../../src/cli/condition-sheet.js';
import { conditionCardSchema } from '../../src/images/conditions/condition-card.js';
import { decodePicture } from '../../src/images/decode.js';
import { encodeJpeg } from '../../src/images/encode-jpeg.js';
import { temporaryFolder } from '../support/catalog.js';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);
const FROM = at('from.jpg');

const CARD = conditionCardSchema.parse({
  name: 'small',
  title: 'Small',
  steps: [
    { step: 'pixel-density', density: '100 px/m' },
    { step: 'jpeg', quality: 80 },
  ],
});

const show = (flags: SheetFlags) => showOnPicture(CARD, { from: FROM, out: at('sheet.png'), density: '200', ...flags });

beforeAll(async () => {
  const data = Uint8Array.from({ length: 64 * 48 * 3 }, (_, index) => (index * 7) % 256);
  writeFileSync(FROM, await encodeJpeg({ width: 64, height: 48, data }, 90));
});

describe('showOnPicture', () => {
  it('writes the picture as it is and after each step, with the size of each', async () => {
    const before = readFileSync(FROM);
    const shown = await show({});
    expect(shown?.value).toEqual({
      out: at('sheet.png'),
      condition: 'small',
      from: FROM,
      seed: 1,
      density: 200,
      pictures: [
        { text: 'the picture as it is', width: 64, height: 48 },
        { text: '1. resampled to 100 px/m', width: 32, height: 24 },
        { text: '2. JPEG, quality 80', width: 32, height: 24 },
      ],
    });
    expect(shown?.lines[1]).toBe('  200 px/m in the picture as it is');
    expect(shown?.lines.slice(2).map((line) => line.replace(/ {2,}/g, ' | ').trim())).toEqual([
      '| the picture as it is | 64 x 48 px',
      '| 1. resampled to 100 px/m | 32 x 24 px',
      '| 2. JPEG, quality 80 | 32 x 24 px',
    ]);
    const sheet = await decodePicture(readFileSync(at('sheet.png')));
    expect(sheet.width).toBeGreaterThan(sheet.height);
    expect(readFileSync(FROM)).toEqual(before);
    // A sheet may take the place of an older one.
    await show({ density: '200 px/m', face: '1,2 3,4 5,6 7,8 9,10', plate: ['1,2 3,4 5,6 7,8'] });
    expect(readFileSync(at('sheet.png')).subarray(1, 4).toString()).toBe('PNG');
  });

  it('does nothing without a picture', async () => {
    expect(await showOnPicture(CARD, {})).toBeUndefined();
  });

  it.each<[string, SheetFlags, string]>([
    ['no place to write to', { out: undefined }, '--from needs --out, the file that the sheet is written to'],
    ['--out alone', { from: undefined, density: undefined }, '--out is for --from'],
    ['--seed alone', { from: undefined, out: undefined, density: undefined, seed: 3 }, '--seed is for --from'],
    ['another format', { out: at('sheet.jpg') }, 'its name must end with .png, such as sheet.png; found'],
    ['the picture itself', { from: at('sheet.png') }, 'would replace the picture that is read; choose another name.'],
    ['a file that is no PNG', { out: at('note.png') }, 'is there already and is no PNG; choose another name'],
    ['a folder', { out: at('folder.png') }, 'is there already and is no PNG; choose another name'],
    ['no picture', { from: at('nope.jpg') }, 'Cannot read the picture'],
    ['what is no picture', { from: at('note.png') }, 'not a picture in a format that is read'],
    [
      'no density',
      { density: undefined, home: at('home'), mirror: folder, offline: true, quiet: true },
      'The condition "small" needs the pixels per metre at the subject; give them with --density, such as --density "250 px/m"; a face cannot be looked for here: det_500m.onnx',
    ],
    ['too little detail', { density: '50' }, "is above the picture's own 50 px/m"],
    ['a density of nothing', { density: '0' }, '--density must be above 0 px/m, found "0".'],
    ['another unit', { density: '5 m' }, '--density: "5 m" has the unit "m", and px/m is known here'],
    ['a point outside', { face: '1,2 3,4 5,6 7,8 65,1' }, '--face names 65,1, which is outside the picture of 64 x 48'],
    ['half a plate', { plate: ['1,2 3,4'] }, '--plate takes 4 points in pixels'],
  ])('refuses %s', async (_, flags, message) => {
    writeFileSync(at('note.png'), 'not a PNG');
    mkdirSync(at('folder.png'), { recursive: true });
    await expect(show(flags)).rejects.toThrow(message);
    expect(readFileSync(at('note.png'), 'utf8')).toBe('not a PNG');
  });
});
