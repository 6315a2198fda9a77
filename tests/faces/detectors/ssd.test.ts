import { expect, it } from 'vitest';
import { openSsd } from '../../../src/faces/detectors/ssd.js';
import type { Network, Tensor } from '../../../src/runtimes/network.js';
import { pictureOf } from '../../images/fixtures.js';
import { fakeNetwork, tensorOf } from '../../plates/fake-network.js';
import { detectorCard } from '../cards.js';

const answering = (outputs: Readonly<Record<string, Tensor>>): Network => ({
  ...fakeNetwork(() => tensorOf([0], [])),
  run: async () => outputs,
});
const card = async () => ({ ...(await detectorCard('face-api-ssd-mobilenet')), scoreThreshold: 0.5 });
// 256 x 128 on 512 x 512: twice as large, at the top left.
const picture = pictureOf(256, 128, () => 9);

it('gives boxes in pixels of the picture, cut off at the sides of the input, of scores from the threshold on', async () => {
  const boxes = tensorOf([3, 4], [0.125, 0.25, 0.25, 0.5, -0.5, -1, 0.5, 2, 0, 0, 1, 1]);
  const detect = openSsd(await card(), answering({ boxes, scores: tensorOf([3], [0.5, 0.75, 0.499]) }));
  expect(await detect(picture)).toEqual([
    { box: [64, 32, 128, 64], score: 0.5 },
    { box: [0, 0, 256, 128], score: 0.75 },
  ]);
});

it('takes a score that is no number for no face, and refuses outputs of other shapes', async () => {
  const boxes = tensorOf([1, 4], [0, 0, 1, 1]);
  const none = openSsd(await card(), answering({ boxes, scores: tensorOf([1], [Number.NaN]) }));
  expect(await none(picture)).toEqual([]);
  const wrong = openSsd(await card(), answering({ boxes, scores: tensorOf([2], [1, 1]) }));
  await expect(wrong(picture)).rejects.toThrow(
    'does not give what a ssd detector gives (boxes [n, 4] and scores [n]), found boxes [1, 4], scores [2];',
  );
});
