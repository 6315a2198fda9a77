import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCatalog } from '../../../src/catalog/load-cards.js';
import { openDataset } from '../../../src/datasets/open-dataset.js';
import { pictureSize } from '../../../src/images/picture-size.js';
import { mirrorFile } from '../../support/mirror.js';
import { type Files, grey, platesOf, readLayout } from './read-layout.js';

const LAYOUT = { reader: 'openalpr' };
const picture = await grey(100, 50);
const line = (...fields: (string | number)[]) => fields.join('\t');
const read = (files: Files) => readLayout(files, LAYOUT);

it('gives boxes, texts as they are written, and the country of the folder', async () => {
  const samples = await read({
    'top/eu/1.png': picture,
    'top/eu/1.txt': `\uFEFF${line('1.png', 10, 20, 30, 8, 'BG 123-ČĆ')}\r\n${line('1.png', 60, 5, 20, 8, 'ЂЖ456')}\r\n\r\n`,
    'top/pictures/2.png': picture,
    'top/pictures/2.txt': '',
    'top/pictures/readme.txt': 'Not a label.\n',
  });
  expect(platesOf(samples)).toEqual([
    {
      id: 'top/eu/1.png',
      here: true,
      plates: [
        { box: [10, 20, 40, 28], text: 'BG 123-ČĆ' },
        { box: [60, 5, 80, 13], text: 'ЂЖ456' },
      ],
      attributes: { country: 'eu' },
    },
    { id: 'top/pictures/2.png', here: true, plates: [], attributes: {} },
  ]);
});

it('clips a plate that is partly outside, and keeps a label whose picture is not there', async () => {
  const samples = await read({
    '1.png': picture,
    '1.txt': line('1.png', -5, 40, 30, 20, 'A1'),
    'gone.txt': line('gone.jpg', 1, 2, 3, 4, 'B2'),
    'broken.png': 'not a picture',
    'broken.txt': line('broken.png', 900, 2, 3, 4, 'C3'),
  });
  expect(platesOf(samples)).toEqual([
    { id: '1.png', here: true, plates: [{ box: [0, 40, 25, 50], text: 'A1' }], attributes: {} },
    { id: 'broken.png', here: true, plates: [{ box: [900, 2, 903, 6], text: 'C3' }], attributes: {} },
    { id: 'gone.jpg', here: false, plates: [{ box: [1, 2, 4, 6], text: 'B2' }], attributes: {} },
  ]);
});

const good = line('1.png', 1, 2, 3, 4, 'A1');
it.each([
  [
    line('1.png', 100, 2, 3, 4, 'A1'),
    'mine/1.txt, line 1: the plate (left 100, top 2, right 103, bottom 6) lies outside',
  ],
  [line('1.png', -9, 2, 9, 4, 'A1'), 'line 1: the plate (left -9, top 2, right 0, bottom 6) lies outside'],
  [line('1.png', 1, 2, 0, 4, 'A1'), 'line 1: expected a plate of at least some width and height'],
  [line('1.png', 1, 2, 3, -4, 'A1'), 'line 1: expected a plate of at least some width and height'],
  [line('1.png', 'x', 2, 3, 4, 'A1'), 'line 1: expected file, x, y, width, height (whole pixels) and text'],
  [line('1.png', 1.5, 2, 3, 4, 'A1'), 'line 1: expected file, x, y, width, height (whole pixels) and text'],
  [line('1.png', 1, 2, 3, 4), 'line 1: expected file, x, y, width, height (whole pixels) and text'],
  [line('1.png', 1, 2, 3, 4, ' '), 'line 1: expected the text of a plate, found nothing'],
  [line('2.png', 1, 2, 3, 4, 'A1'), 'line 1: names the picture "2.png", and the label file is that of 1'],
  [`\n${good}\n${good}\n`, 'mine/1.txt, line 3: says the same as mine/1.txt, line 2; remove one of them'],
])('refuses %j', async (text, message) => {
  await expect(read({ '1.png': picture, '1.txt': text })).rejects.toThrow(message);
});

it.each([
  [{ '2.png': picture }, '1 picture of mine have no label file (.txt)'],
  [{ '1.jpg': picture }, 'mine/1.txt is the label file of two pictures, 1.jpg and 1.png'],
  [{ '1.TXT': good }, 'mine/1.png has two label files, 1.TXT and 1.txt'],
  [{ '1.txt': Buffer.from([0xff, 0x41]) }, 'it is not UTF-8; save it as UTF-8'],
])('refuses a folder with %j', async (files: Files, message) => {
  await expect(read({ '1.png': picture, '1.txt': good, ...files })).rejects.toThrow(message);
});

const mirror = mirrorFile('openalpr-endtoend-eu-us.tgz') && process.env.FALSEMATCH_MIRROR;

it.skipIf(!mirror).each([
  ['openalpr-endtoend-eu', 108, { eu: 108 }],
  ['openalpr-endtoend-us', 222, { us: 222 }],
  ['openalpr-endtoend-eu-us', 330, { eu: 108, us: 222 }],
])(
  'reads %s: one plate inside each picture',
  async (name, count, countries) => {
    const home = mkdtempSync(join(tmpdir(), 'falsematch-'));
    const card = (await loadCatalog({ home })).dataset(name);
    const { samples } = await openDataset(card, { home, mirror: mirror ?? '', offline: true });
    expect([samples.length, card.samples]).toEqual([count, count]);
    const found: Record<string, number> = {};
    for (const { path = '', plates = [], attributes } of samples) {
      const [plate] = plates;
      const size = await pictureSize(path);
      if (!size || !plate?.box) throw new Error(`${path} has no size or no box`);
      expect(plates).toHaveLength(1);
      expect(plate.text).toMatch(/^[A-Z0-9]+$/);
      const [left, top, right, bottom] = plate.box;
      expect(
        left >= 0 && top >= 0 && right <= size.width && bottom <= size.height && left < right && top < bottom,
      ).toBe(true);
      const country = attributes.country ?? 'none';
      found[country] = (found[country] ?? 0) + 1;
    }
    expect(found).toEqual(countries);
  },
  60_000,
);
