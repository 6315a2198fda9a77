import { expect, it } from 'vitest';
import type { Picture } from '../../src/images/picture.js';
import { UncroppablePlate } from '../../src/plates/crop-plate.js';
import { readPlate } from '../../src/plates/read-plate.js';
import type { PlateReader } from '../../src/plates/readers/plate-reader.js';
import { pictureOf } from '../images/fixtures.js';

const picture = pictureOf(40, 30, (x) => x * 5);
const seen: { crop: Picture; lines: number | undefined }[] = [];
const reader: PlateReader = {
  margin: { x: 0.5, y: 0 },
  cropSize: (aspect, lines = 1) => [10 * aspect, 10 * lines],
  read: async (crop, lines) => {
    seen.push({ crop, lines });
    return { text: 'A', confidence: 1, characters: [1] };
  },
  release: async () => {},
};

it('cuts the plate out with the margin and in the shape that the reader takes, and says its lines', async () => {
  const box = [10, 10, 20, 15] as const;
  expect(await readPlate(picture, { box }, reader)).toMatchObject({ text: 'A' });
  await readPlate(picture, { box, lines: 2 }, reader, { x: 0, y: 0 });
  // 20 x 5 with the reader's margin, 10 x 5 with none.
  expect(seen.map(({ crop, lines }) => [crop.width, crop.height, lines])).toEqual([
    [40, 10, 1],
    [20, 20, 2],
  ]);
  expect(seen[0]!.crop.data[0]).toBeLessThan(seen[1]!.crop.data[0]!);
});

it('refuses a place that encloses nothing', async () => {
  await expect(readPlate(picture, { box: [5, 5, 5, 9] }, reader)).rejects.toThrow(UncroppablePlate);
});
