import { expect, it } from 'vitest';
import { openTinyYolo } from '../../../src/faces/detectors/tiny-yolo.js';
import { pictureOf } from '../../images/fixtures.js';
import { fakeNetwork, tensorOf } from '../../plates/fake-network.js';
import { detectorCard } from '../cards.js';

const card = async () => ({ ...(await detectorCard('face-api-tiny-face-detector')), scoreThreshold: 0.5 });
/** Two by two cells of five anchors of five numbers, all far below the threshold but for one. */
const cells = (place: number, numbers: readonly number[]) => {
  const values = Array.from({ length: 4 * 5 }, (_, i) => (i === place ? numbers : [0, 0, 0, 0, -9]));
  return tensorOf([1, 2, 2, 25], values.flat());
};
// 208 x 104 on 416 x 416: twice as large, at the top left. A cell is 208 pixels of the input, so 104 of the picture.
const picture = pictureOf(208, 104, () => 9);

it('puts a face at the middle of its cell, as large as its anchor, when nothing is added', async () => {
  const network = fakeNetwork(() => cells(0, [0, 0, 0, 0, 2]));
  const [face, ...others] = await openTinyYolo(await card(), network)(picture);
  expect(others).toEqual([]);
  expect(face?.score).toBeCloseTo(1 / (1 + Math.exp(-2)), 12);
  const [width, height] = [1.603231 * 104, 2.094468 * 104];
  const expected = [52 - width / 2, 52 - height / 2, 52 + width / 2, 52 + height / 2];
  for (const [i, side] of expected.entries()) expect(face?.box[i]).toBeCloseTo(side, 9);
  expect(network.fed[0]?.dims).toEqual([1, 416, 416, 3]);
});

it('reads cell, anchor, shift and growth each from its place', async () => {
  // The cell at the right of the second row, its third anchor: shifted by a quarter cell, twice as wide and half as high.
  const quarter = Math.log(3);
  const network = fakeNetwork(() => cells(3 * 5 + 2, [quarter, -quarter, Math.log(2), -Math.log(2), 0]));
  const [face] = await openTinyYolo(await card(), network)(picture);
  const [x, y] = [(1 + 0.75) * 104, (1 + 0.25) * 104];
  const [width, height] = [2.882459 * 104 * 2, (3.518061 * 104) / 2];
  const expected = [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
  // The network's numbers are float32.
  for (const [i, side] of expected.entries()) expect(face?.box[i]).toBeCloseTo(side, 4);
  expect(face?.score).toBe(0.5);
});

it('takes a score that is no number for no face, and refuses an output of another shape', async () => {
  expect(
    await openTinyYolo(
      await card(),
      fakeNetwork(() => cells(1, [0, 0, 0, 0, Number.NaN])),
    )(picture),
  ).toEqual([]);
  const wrong = openTinyYolo(
    await card(),
    fakeNetwork(() => tensorOf([1, 2, 2, 24], Array(96).fill(0))),
  );
  await expect(wrong(picture)).rejects.toThrow('gives (cells [1, n, n, 25]), found output [1, 2, 2, 24];');
});
