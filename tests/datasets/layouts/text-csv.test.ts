import { expect, it } from 'vitest';
import { platesOf, readLayout } from './read-layout.js';

const read = (table: string) =>
  readLayout(
    { 'set/plates.csv': table, 'set/a.png': 'x', 'set/b/c.png': 'y' },
    { reader: 'text-csv', manifest: 'set/plates.csv' },
  );

it('reads crops: no box, further columns as attributes, a picture that is not there without a path', async () => {
  const samples = await read(
    '\uFEFFfile,text,infrared,Vehicle\r\nb\\c.png,ЂЖ-456 Č,yes,v1\r\na.png,BG 1,no,\r\ngone.png,X,,v2\r\n',
  );
  expect(platesOf(samples)).toEqual([
    { id: 'set/a.png', here: true, plates: [{ text: 'BG 1' }], attributes: { infrared: 'no' } },
    { id: 'set/b/c.png', here: true, plates: [{ text: 'ЂЖ-456 Č', vehicle: 'v1' }], attributes: { infrared: 'yes' } },
    { id: 'set/gone.png', here: false, plates: [{ text: 'X', vehicle: 'v2' }], attributes: { infrared: '' } },
  ]);
});

it('reads the table of fast-plate-ocr: the region is the country', async () => {
  const samples = await read('image_path,plate_text,plate_region\na.png,BG1,Serbia\n');
  expect(platesOf(samples)).toEqual([
    { id: 'set/a.png', here: true, plates: [{ text: 'BG1' }], attributes: { country: 'Serbia' } },
  ]);
});

it.each([
  ['picture,text\na.png,A\n', 'mine/set/plates.csv must have a column of pictures (file, image_path'],
  ['file,text\na.png,\n', 'mine/set/plates.csv, record 1: expected the text of a plate, found nothing'],
  ['file,text\n,A\n', 'record 1: expected the path of a picture, found nothing'],
  ['file,text\na.png,A\n./a.png,B\n', 'record 2: "./a.png" is listed a second time'],
  ['file,text\n../a.png,A\n', 'record 1: "../a.png" must be a path below the folder'],
  ['file,text\na.png\n', 'is not a CSV file with a header'],
])('refuses %j', async (table, message) => {
  await expect(read(table)).rejects.toThrow(message);
});

it('refuses a card without the name of the table, and a table that is not there', async () => {
  await expect(readLayout({ 'a.png': 'x' }, { reader: 'text-csv' })).rejects.toThrow('must name layout.manifest');
  await expect(readLayout({ 'a.png': 'x' }, { reader: 'text-csv', manifest: 'p.csv' })).rejects.toThrow(
    'The dataset mine holds no table p.csv',
  );
});
