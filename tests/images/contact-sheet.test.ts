import { expect, it } from 'vitest';
import { contactSheet, SHEET_GAP, SHEET_LINE } from '../../src/images/contact-sheet.js';
import { decodePicture } from '../../src/images/decode.js';
import type { Picture } from '../../src/images/picture.js';
import { pictureOf } from './fixtures.js';

const CELL = 60;
const sheet = async (cells: { picture: Picture; label: string }[], columns = 3) =>
  decodePicture(await contactSheet(cells, { columns, cell: CELL }));
const even = (width: number, height: number, level: number) => pictureOf(width, height, () => level);
const at = ({ width, data }: Picture, x: number, y: number) => data[(y * width + x) * 3]!;

it('has a cell and a line for each, row by row, and is a PNG', async () => {
  const cells = [10, 20, 30, 40].map((level) => ({ picture: even(CELL, CELL, level), label: '' }));
  const picture = await sheet(cells);
  expect(picture.width).toBe(SHEET_GAP + 3 * (CELL + SHEET_GAP));
  expect(picture.height).toBe(SHEET_GAP + 2 * (CELL + SHEET_LINE + SHEET_GAP));
  const [left, top] = [SHEET_GAP, SHEET_GAP];
  const [right, below] = [left + CELL + SHEET_GAP, top + CELL + SHEET_LINE + SHEET_GAP];
  expect([at(picture, left, top), at(picture, left + CELL - 1, top + CELL - 1)]).toEqual([10, 10]);
  expect([at(picture, right, top), at(picture, right + CELL + SHEET_GAP, top)]).toEqual([20, 30]);
  expect([at(picture, left, below), at(picture, right, below)]).toEqual([40, 255]);
  expect([at(picture, left - 1, top), at(picture, left, top - 1), at(picture, left + CELL, top)]).toEqual([
    255, 255, 255,
  ]);
  const bytes = await contactSheet(cells, { columns: 3, cell: CELL });
  expect([...bytes.subarray(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
});

it('makes blocks of the pixels of a small picture, without any between', async () => {
  const picture = await sheet([{ picture: pictureOf(3, 2, (x, y) => 40 * (x + 3 * y)), label: '' }], 1);
  for (let y = 0; y < 40; y++) {
    for (let x = 0; x < 60; x++) {
      // 60 x 40 pixels, in the middle of the cell.
      expect(at(picture, SHEET_GAP + x, SHEET_GAP + 10 + y)).toBe(40 * (Math.floor(x / 20) + 3 * Math.floor(y / 20)));
    }
  }
  expect(at(picture, SHEET_GAP, SHEET_GAP + 9)).toBe(255);
  expect(at(picture, SHEET_GAP, SHEET_GAP + 50)).toBe(255);
});

it('averages the light of a large picture', async () => {
  const stripes = pictureOf(120, 240, (x) => (x % 2 === 0 ? 255 : 0));
  const picture = await sheet([{ picture: stripes, label: '' }], 1);
  // Four columns a pixel, half of them white: half of the light is code 188.
  expect(at(picture, SHEET_GAP + 30, SHEET_GAP + 30)).toBe(188);
  expect(at(picture, SHEET_GAP + 14, SHEET_GAP + 30)).toBe(255);
});

it('draws labels below the pictures, inside their cells however long they are', async () => {
  const long = 'a label that is much longer than a cell is wide';
  const picture = await sheet([
    { picture: even(4, 4, 255), label: long },
    { picture: even(4, 4, 255), label: '' },
  ]);
  const dark: [number, number][] = [];
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) if (at(picture, x, y) < 128) dark.push([x, y]);
  }
  expect(dark.length).toBeGreaterThan(80);
  expect(dark.every(([x, y]) => x >= SHEET_GAP && x < SHEET_GAP + CELL && y >= SHEET_GAP + CELL)).toBe(true);
  expect(dark.every(([, y]) => y < SHEET_GAP + CELL + SHEET_LINE)).toBe(true);
});

it('refuses no pictures, no columns and no pixels', async () => {
  const cells = [{ picture: even(2, 2, 0), label: '' }];
  await expect(contactSheet([], { columns: 1, cell: 10 })).rejects.toThrow('found 0 pictures');
  await expect(contactSheet(cells, { columns: 0, cell: 10 })).rejects.toThrow('0 columns');
  await expect(contactSheet(cells, { columns: 1, cell: 1.5 })).rejects.toThrow('1.5 pixels');
});
