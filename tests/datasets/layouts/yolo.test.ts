import { expect, it } from 'vitest';
import { type Files, grey, platesOf, readLayout } from './read-layout.js';

const LAYOUT = { reader: 'yolo' };
const picture = await grey(200, 100);

it.each([
  ['a.png', 'a.txt'],
  ['a.png', 'labels/a.txt'],
  ['images/a.png', 'labels/a.txt'],
  ['train/images/a.png', 'train/Labels/a.txt'],
  ['images/train/a.png', 'labels/train/a.txt'],
])('finds the label of %s in %s', async (path, label) => {
  const samples = await readLayout({ [path]: picture, [label]: '0 0.5 0.5 0.25 0.25\r\n' }, LAYOUT);
  expect(platesOf(samples)).toEqual([
    { id: path, here: true, plates: [{ box: [75, 37.5, 125, 62.5] }], attributes: {} },
  ]);
});

it('tells plates from other classes, and pictures without plates', async () => {
  const files: Files = {
    'images/a.png': picture,
    'labels/a.txt': '1 0.5 0.5 0.5 0.5\n0 0.25 0.5 0.25 0.5\n',
    'images/empty.png': picture,
    'labels/empty.txt': '',
    'images/none.png': picture,
    'labels/classes.txt': 'plate\ncar\n',
    'labels/gone.txt': '0 0.5 0.5 0.1 0.1\n0 0.2 0.2 0.1 0.1\n',
  };
  expect(platesOf(await readLayout(files, LAYOUT))).toEqual([
    { id: 'images/a.png', here: true, plates: [{ box: [25, 25, 75, 75] }], attributes: {} },
    { id: 'images/empty.png', here: true, plates: [], attributes: {} },
    { id: 'images/none.png', here: true, plates: [], attributes: {} },
    { id: 'labels/gone', here: false, plates: [{}, {}], attributes: {} },
  ]);
  const other = await readLayout(files, { ...LAYOUT, classes: [1] });
  expect(other[0]?.plates).toEqual([{ box: [50, 25, 150, 75] }]);
});

it('reads corners in any order, in a picture turned by its EXIF data, and clips what is partly outside', async () => {
  const turned = await grey(100, 200, { format: 'jpeg', orientation: 6 });
  const [a, b] = await readLayout(
    {
      'a.jpg': turned,
      'a.txt': '0 0.75 0.5 0.25 0.75 0.25 0.25 0.75 0.25\n',
      'b.png': picture,
      'b.txt': '0 1 0.5 0.1 0.2\n',
    },
    LAYOUT,
  );
  expect(a?.plates).toEqual([
    {
      box: [50, 25, 150, 75],
      corners: [
        [50, 25],
        [150, 25],
        [150, 50],
        [50, 75],
      ],
    },
  ]);
  expect(b?.plates).toEqual([{ box: [190, 40, 200, 60] }]);
});

it.each([
  ['0 0.5 0.5 0.1\n', 'mine/a.txt, line 1: expected a class and 4 numbers (centre, width, height) or 8 (four corners)'],
  ['0 0.5 0.5 0.1 0.1 0.9\n', 'line 1: expected a class and 4 numbers'],
  ['plate 0.5 0.5 0.1 0.1\n', 'line 1: expected a class and 4 numbers'],
  ['0 0.5 NaN 0.1 0.1\n', 'line 1: expected a class and 4 numbers'],
  ['\n0 0.5 0.5 0 0.1\n', 'line 2: expected a plate of at least some width and height'],
  ['0 0.5 0.5 0.1 -0.1\n', 'line 1: expected a plate of at least some width and height'],
  ['0 100 50 20 10\n', 'line 1: expected shares of the picture from 0 to 1, found a plate from 90, 45'],
  ['0 -1 0.5 0.1 0.1\n', 'lies outside the picture; correct'],
  ['0 .5 .5 .1 .1\n0 0.5 0.5 0.1 0.1\n', 'line 2: says the same as mine/a.txt, line 1'],
])('refuses %j', async (text, message) => {
  await expect(readLayout({ 'a.png': picture, 'a.txt': text }, LAYOUT)).rejects.toThrow(message);
});

it('refuses two labels of one picture, a folder without any label, and a class that is a name', async () => {
  const line = '0 0.5 0.5 0.1 0.1\n';
  const twice = { 'images/a.png': picture, 'images/a.txt': line, 'labels/a.txt': line };
  await expect(readLayout(twice, LAYOUT)).rejects.toThrow(
    'mine/images/a.png has two label files, images/a.txt and labels/a.txt; remove one of them.',
  );
  await expect(readLayout({ 'a.png': picture }, LAYOUT)).rejects.toThrow('mine has no label file of any picture');
  await expect(readLayout({ 'a.png': picture, 'a.txt': line }, { ...LAYOUT, classes: ['plate'] })).rejects.toThrow(
    'layout.classes of a yolo layout must be numbers, found "plate"',
  );
});

it('gives a picture that is broken plates without boxes', async () => {
  const [sample] = await readLayout({ 'a.png': 'x', 'a.txt': '0 0.5 0.5 0.1 0.1\n' }, LAYOUT);
  expect(sample?.plates).toEqual([{}]);
});
