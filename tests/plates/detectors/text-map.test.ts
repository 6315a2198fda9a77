import { describe, expect, it } from 'vitest';
import { openTextMap } from '../../../src/plates/detectors/text-map.js';
import { pictureOf } from '../../images/fixtures.js';
import { detectorCard } from '../cards.js';
import { fakeNetwork } from '../fake-network.js';

const card = await detectorCard('ppocr-v4-det');

/** A network whose map is 0.9 in a rectangle of map pixels. */
const marking = (left: number, top: number, right: number, bottom: number, value = 0.9) =>
  fakeNetwork(({ dims }) => {
    const [, , height, width] = dims as [number, number, number, number];
    const data = new Float32Array(width * height);
    for (let y = top; y < bottom; y++) data.fill(value, y * width + left, y * width + right);
    return { data, dims: [1, 1, height, width] };
  });

describe('openTextMap', () => {
  it('grows a marked line to the plate around it', async () => {
    const [plate, ...others] = await openTextMap(card, marking(100, 100, 165, 115))(pictureOf(320, 224, () => 0));
    expect(others).toEqual([]);
    // 65 x 15 without 2.5 pixels of smear a side is 60 x 10; it grows by 600 x 1.5 / 140 a side; then by parts of its height.
    const grow = (600 * 1.5) / 140;
    const height = 10 + 2 * grow;
    const [x, y] = [30 + grow + 0.4 * height, 5 + grow + 0.3 * height];
    [132.5 - x, 107.5 - y, 132.5 + x, 107.5 + y].forEach((side, k) => {
      expect(plate!.box[k]).toBeCloseTo(side, 9);
    });
    expect(plate!.corners![0]).toEqual([plate!.box[0], plate!.box[1]]);
    expect(plate!.corners![2]).toEqual([plate!.box[2], plate!.box[3]]);
    expect(plate!.score).toBeCloseTo(0.9, 6);
  });

  it('feeds the picture in its own size, in multiples of 32, at most 960, and speaks of its own pixels', async () => {
    const network = marking(100, 100, 165, 115);
    const detect = openTextMap(card, network);
    const [plate] = await detect(pictureOf(1920, 1000, () => 0));
    await detect(pictureOf(50, 33, () => 0));
    await detect(pictureOf(9, 9, () => 0));
    expect(network.fed.map(({ dims }) => dims)).toEqual([
      [1, 3, 512, 960],
      [1, 3, 32, 64],
      [1, 3, 32, 32],
    ]);
    const [left, , right] = plate!.box;
    expect((left + right) / 2).toBeCloseTo(265, 6);
  });

  it('takes no line for a plate that is too long, too high, too small, unsure, or upright', async () => {
    const picture = pictureOf(320, 224, () => 0);
    for (const network of [
      marking(10, 100, 310, 110),
      marking(20, 60, 300, 200),
      marking(100, 100, 106, 103),
      marking(100, 100, 160, 115, 0.5),
      marking(100, 60, 115, 120),
    ]) {
      expect(await openTextMap(card, network)(picture)).toEqual([]);
    }
  });

  it('refuses a map of another size', async () => {
    const network = fakeNetwork(() => ({ data: new Float32Array(4), dims: [1, 1, 2, 2] }));
    await expect(openTextMap(card, network)(pictureOf(64, 64, () => 0))).rejects.toThrow(
      'does not give what a text-map detector gives (a map [1, 1, 64, 64]), found output [1, 1, 2, 2];',
    );
  });
});
