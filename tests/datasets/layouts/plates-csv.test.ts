import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readPlatesCsv } from '../../../src/datasets/layouts/plates-csv.js';
import type { Sample } from '../../../src/datasets/sample.js';

async function read(table: string): Promise<Sample[]> {
  const folder = mkdtempSync(join(tmpdir(), 'falsematch-'));
  writeFileSync(join(folder, 'labels.csv'), table);
  const files = ['a.jpg', 'b.jpg', 'labels.csv'].map((path) => ({ path, sha256: 'f'.repeat(64) }));
  return readPlatesCsv({ name: 'mine', folder, files, layout: { reader: 'plates-csv', manifest: 'labels.csv' } });
}

const HEADER = 'file,left,top,right,bottom,x1,y1,x2,y2,x3,y3,x4,y4,text,country';

it('reads boxes, corners, texts and attributes; several plates of a picture, none, and a picture that is not there', async () => {
  const samples = await read(
    `${HEADER}
b.jpg,1,2,30.5,9,1,2,30.5,3,30,9,1,8,BG123ŠA,RS
b.jpg,40,2,60,9,,,,,,,,,,RS
a.jpg,,,,,,,,,,,,,,
gone.jpg,,,,,,,,,,,,,AB12,DE
`,
  );
  expect(samples.map(({ id, plates, attributes }) => ({ id, plates, attributes }))).toEqual([
    { id: 'a.jpg', plates: [], attributes: { country: '' } },
    {
      id: 'b.jpg',
      plates: [
        {
          box: [1, 2, 30.5, 9],
          corners: [
            [1, 2],
            [30.5, 3],
            [30, 9],
            [1, 8],
          ],
          text: 'BG123ŠA',
        },
        { box: [40, 2, 60, 9] },
      ],
      attributes: { country: 'RS' },
    },
    { id: 'gone.jpg', plates: [{ text: 'AB12' }], attributes: { country: 'DE' } },
  ]);
  expect(samples.map(({ path }) => path !== undefined)).toEqual([true, true, false]);
});

it('needs no corners', async () => {
  const [sample] = await read('file,left,top,right,bottom,text\na.jpg,1,2,3,4,X1\n');
  expect(sample?.plates).toEqual([{ box: [1, 2, 3, 4], text: 'X1' }]);
});

it.each([
  ['file,text\na.jpg,X', 'mine/labels.csv lacks the columns left, top, right, bottom; add them.'],
  [`${HEADER}\na.jpg,1,2,x,4,,,,,,,,,T,RS\n`, 'mine/labels.csv, record 1: "right" must be a number, found "x".'],
  [`${HEADER}\na.jpg,1,2,,4,,,,,,,,,T,RS\n`, 'record 1: "right" must be a number, found "".'],
  [`${HEADER}\na.jpg,3,2,3,4,,,,,,,,,T,RS\n`, 'record 1: expected a plate of at least some width and height'],
  [
    `${HEADER}\na.jpg,-9,2,-3,4,,,,,,,,,T,RS\n`,
    'record 1: the plate (left -9, top 2, right -3, bottom 4) lies outside',
  ],
  [`${HEADER}\na.jpg,1,2,3,4,,,,,,,,,...,RS\n`, 'record 1: expected the text of a plate, found "..."'],
  [
    `${HEADER}\na.jpg,1,2,3,4,,,,,,,,,T,RS\na.jpg,1,2,3,4,,,,,,,,,T,RS\n`,
    'record 2: says the same as mine/labels.csv, record 1',
  ],
  [
    `${HEADER}\na.jpg,1,2,3,4,,,,,,,,,T,RS\na.jpg,,,,,,,,,,,,,,RS\n`,
    'record 2: a.jpg is said to have a plate and to have none',
  ],
  [
    `${HEADER}\na.jpg,,,,,,,,,,,,,,RS\na.jpg,1,2,3,4,,,,,,,,,T,RS\n`,
    'record 2: a.jpg is said to have a plate and to have',
  ],
  [`${HEADER}\n.,1,2,3,4,,,,,,,,,T,RS\n`, 'must be a path below'],
  [`${HEADER}\n../a.jpg,1,2,3,4,,,,,,,,,T,RS\n`, 'must be a path below'],
  [`${HEADER}\na.jpg,1,2,3,4,,,,,,,,,T,RS\na.jpg,1,2,3,4,,,,,,,,,T,DE\n`, 'record 2: a.jpg has other attributes'],
])('refuses %j', async (table, message) => {
  await expect(read(table)).rejects.toThrow(message);
});
