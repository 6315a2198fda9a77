import { expect, it } from 'vitest';
import { isPlateText } from '../../../src/plates/synthetic/formats/format.js';
import { plateFormat } from '../../../src/plates/synthetic/formats/formats.js';
import { type SyntheticPlate, syntheticPlates } from '../../../src/plates/synthetic/synthetic-plates.js';

const told = (plates: readonly SyntheticPlate[]) => plates.map(({ render: _, ...rest }) => rest);

it('draws plate i from the seed and i, however many there are', () => {
  const short = syntheticPlates({ count: 9, seed: 3 });
  expect(told(syntheticPlates({ count: 60, seed: 3 })).slice(0, 9)).toEqual(told(short));
  const other = syntheticPlates({ count: 9, seed: 4 });
  expect(other.filter(({ text }, i) => text === short[i]?.text)).toEqual([]);
});

it('shows every format under every condition, with valid texts of their own', () => {
  const plates = syntheticPlates({ count: 56, seed: 1 });
  expect(new Set(plates.map(({ format, condition }) => `${format} ${condition}`)).size).toBe(28);
  expect(plates.filter(({ format, text }) => !isPlateText(plateFormat(format), text))).toEqual([]);
  expect(new Set(plates.map(({ text }) => text)).size).toBe(56);
  expect(new Set(plates.map(({ id }) => id)).size).toBe(56);
});

it('renders what it tells', () => {
  const [plate] = syntheticPlates({ count: 1, seed: 8, conditions: ['small'], width: 320, height: 240 });
  const { label, picture, country } = plate!.render();
  expect({ ...label, country }).toEqual({
    box: plate?.box,
    corners: plate?.corners,
    text: plate?.text,
    country: plate?.country,
  });
  expect(picture.width).toBe(320);
  expect(plate!.box[2] - plate!.box[0]).toBeLessThan(65);
});

it('shares no text between the two datasets that the package has', () => {
  const texts = (count: number, seed: number) => syntheticPlates({ count, seed }).map(({ text }) => text);
  const known = new Set(texts(308, 1));
  expect(texts(616, 2).filter((text) => known.has(text))).toEqual([]);
});

it.each([
  [{ count: -1 }, /"count"/],
  [{ count: 1.5 }, /"count"/],
  [{ seed: 0.5 }, /"seed"/],
  [{ formats: [] }, /at least one format/],
  [{ formats: ['eu', 'uu'] }, /uu/],
  [{ diacritics: 2 }, /"diacritics" must be a share/],
])('refuses %j', (wrong, message) => {
  expect(() => syntheticPlates({ count: 4, seed: 1, ...wrong })).toThrow(message);
});
