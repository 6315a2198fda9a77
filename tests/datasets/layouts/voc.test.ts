import { expect, it } from 'vitest';
import { kindOfName } from '../../../src/datasets/layouts/voc-names.js';
import { platesOf, readLayout } from './read-layout.js';

const LAYOUT = { reader: 'voc' };
const box = (...[left, top, right, bottom]: unknown[]) =>
  `<bndbox><xmin>${left}</xmin><ymin>${top}</ymin><xmax>${right}</xmax><ymax>${bottom}</ymax></bndbox>`;
const object = (name: string, more = '', place = box(10, 20, 60, 40)) =>
  `<object><name>${name}</name>${more}${place}</object>\n`;
const annotation = (...parts: string[]) => `<annotation>\n${parts.join('')}</annotation>\n`;
const platesIn = async (...parts: string[]) =>
  (await readLayout({ 'a.jpg': 'x', 'a.xml': annotation(...parts) }, LAYOUT))[0]?.plates;

it('reads annotations beside pictures and in an Annotations folder; vehicles are no plates', async () => {
  const samples = await readLayout(
    {
      'JPEGImages/a.jpg': 'x',
      'Annotations/a.xml': `\uFEFF<?xml version="1.0"?>\r\n${annotation(
        '<filename>other.jpg</filename><size><width>100</width><height>50</height></size>',
        '<country>RS</country><time>night</time><infrared>yes</infrared>',
        object('car', '', box(0, 0, 90, 45)),
        object('ЂЖ 123-Č', '', box(80, 30.5, 120, 60)),
      )}`,
      'b.png': 'y',
      'b.xml': annotation(object('car')),
      'Annotations/gone.xml': annotation(object('licence_plate')),
      'other.xml': '<settings/>',
    },
    LAYOUT,
  );
  expect(platesOf(samples)).toEqual([
    { id: 'Annotations/gone', here: false, plates: [{ box: [10, 20, 60, 40] }], attributes: {} },
    {
      id: 'JPEGImages/a.jpg',
      here: true,
      plates: [{ box: [80, 30.5, 100, 50], text: 'ЂЖ 123-Č' }],
      attributes: { country: 'RS', time: 'night', infrared: 'yes' },
    },
    { id: 'b.png', here: true, plates: [], attributes: {} },
  ]);
});

it.each([
  [object('KA01AB1234'), { text: 'KA01AB1234' }],
  [object('plate', '<text>A 1</text>'), { text: 'A 1' }],
  [object('License-Plate', '<plate_number>A2</plate_number><vehicle>v7</vehicle>'), { text: 'A2', vehicle: 'v7' }],
  [
    object('number plate', '<attributes><attribute><name>Text</name><value>A3</value></attribute></attributes>'),
    { text: 'A3' },
  ],
  [object('lp', '<attributes><plate>A4</plate></attributes>'), { text: 'A4' }],
  [object('NAME', '<text>A&amp;5</text>'), { text: 'A&5' }],
  [object('plate', '<text> </text>'), {}],
])('finds the text of %s', async (text, expected) => {
  expect(await platesIn(text)).toEqual([{ box: [10, 20, 60, 40], ...expected }]);
});

it.each([
  ['plate', 'plate'],
  ['Number_Plate', 'plate'],
  ['plate2', 'plate'],
  ['Car', 'other'],
  ['headlight', 'other'],
  ['BG123', 'text'],
  ['ka01ab1234', 'text'],
  ['皖AY339S', 'text'],
  ['GWAGEN', 'text'],
  ['gizmo', 'unknown'],
  ['Gizmo', 'unknown'],
])('the name %s is a %s', (name, kind) => {
  expect(kindOfName(name)).toBe(kind);
});

it('takes the classes of the card, and then no text from a name', async () => {
  const files = { 'a.jpg': 'x', 'a.xml': annotation(object('gizmo'), object('BG123')) };
  const [sample] = await readLayout(files, { ...LAYOUT, classes: ['gizmo'] });
  expect(sample?.plates).toEqual([{ box: [10, 20, 60, 40] }]);
});

const SIZE = '<size><width>100</width><height>50</height></size>\n';
it.each([
  [[object('gizmo')], 'mine/a.xml, line 2: nobody can tell whether an object named "gizmo" is a plate'],
  [[object('')], 'line 2: expected the <name> of an object, found none'],
  [[object('plate', '', '')], 'line 2: expected a <bndbox> with the numbers xmin, ymin, xmax, ymax, found no <bndbox>'],
  [[object('plate', '', box('x', 1, 2, ''))], 'found x, 1, 2, nothing'],
  [[object('plate', '', box(5, 1, 5, 3))], 'line 2: expected a plate of at least some width and height'],
  [
    [SIZE, object('plate', '', box(100, 1, 120, 9))],
    'line 3: the plate (left 100, top 1, right 120, bottom 9) lies outside',
  ],
  [[object('plate'), object('plate')], 'mine/a.xml, line 3: says the same as mine/a.xml, line 2'],
  [['<object>'], 'mine/a.xml, line 2: this is not XML'],
])('refuses %j', async (parts, message) => {
  await expect(platesIn(...parts)).rejects.toThrow(message);
});

it.each([
  [{ 'a.xml': '<plates/>' }, 'mine/a.xml: expected an <annotation>, found <plates>'],
  [{ 'a.xml': '' }, 'mine/a.xml, line 1: this is not XML'],
  [{ 'a.xml': '<!DOCTYPE annotation><annotation/>' }, 'declares a document type'],
  [{}, '1 picture of mine have no label file (.xml)'],
])('refuses the folder %j', async (files, message) => {
  await expect(readLayout({ 'a.jpg': 'x', ...files }, LAYOUT)).rejects.toThrow(message);
});
