import { describe, expect, it } from 'vitest';
import { openYoloEnd2end } from '../../../src/plates/detectors/yolo-end2end.js';
import { pictureOf } from '../../images/fixtures.js';
import { detectorCard } from '../cards.js';
import { fakeNetwork, tensorOf } from '../fake-network.js';

const card = await detectorCard('fast-alpr-yolo-v9-t-384');

describe('openYoloEnd2end', () => {
  it('reads rows back into pixels of the picture, past the grey around it', async () => {
    const rows = [...[0, 100, 96, 148, 120, 0, 0.9], ...[0, 1, 1, 2, 2, 0, 0.1]];
    const network = fakeNetwork(() => tensorOf([2, 7], rows));
    // 384 x 768 becomes 192 x 384 with 96 columns of grey 114 on the left and right.
    const plates = await openYoloEnd2end(card, network)(pictureOf(384, 768, () => 0));
    expect(plates).toEqual([{ box: [8, 192, 104, 240], score: Math.fround(0.9) }]);
    const { data } = network.fed[0]!;
    expect([data[0], data[95], data[96], data[287], data[288]]).toEqual(
      [114, 114, 0, 0, 114].map((value) => Math.fround(value / 255)),
    );
  });

  it('takes no rows for no plates, and refuses rows of another length', async () => {
    const none = openYoloEnd2end(
      card,
      fakeNetwork(() => tensorOf([0, 7], [])),
    );
    expect(await none(pictureOf(4, 4, () => 0))).toEqual([]);
    const wrong = openYoloEnd2end(
      card,
      fakeNetwork(() => tensorOf([1, 6], [1, 2, 3, 4, 5, 6])),
    );
    await expect(wrong(pictureOf(4, 4, () => 0))).rejects.toThrow(
      'does not give what a yolo-end2end detector gives (rows of 7 numbers [n, 7]), found output [1, 6];',
    );
  });
});
