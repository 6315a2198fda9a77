import { describe, expect, it } from 'vitest';
import { openY5fu } from '../../../src/plates/detectors/y5fu.js';
import { pictureOf } from '../../images/fixtures.js';
import { detectorCard } from '../cards.js';
import { fakeNetwork, tensorOf } from '../fake-network.js';

const card = await detectorCard('hyperlpr3-y5fu-320');
/** Centre 160, 160, size 80 x 20, corners clockwise from the top left, then the two classes. */
const row = (object: number, single: number, double: number): number[] => [
  ...[160, 160, 80, 20, object],
  ...[120, 150, 200, 152, 199, 170, 121, 168],
  ...[single, double],
];

describe('openY5fu', () => {
  it('reads boxes, corners, lines and score back into pixels of the picture, past the black around it', async () => {
    const network = fakeNetwork(() => tensorOf([1, 2, 15], [...row(0.8, 0.9, 0.1), ...row(0.5, 0.2, 0.7)]));
    // 640 x 320 becomes 320 x 160 with 80 rows of black above and below.
    const [first, second] = await openY5fu(card, network)(pictureOf(640, 320, () => 255));
    expect(first).toMatchObject({ box: [240, 140, 400, 180], lines: 1 });
    expect(first!.score).toBeCloseTo(0.72, 6);
    expect(first!.corners).toEqual([
      [240, 140],
      [400, 144],
      [398, 180],
      [242, 176],
    ]);
    expect(second).toMatchObject({ lines: 2 });
    expect(second!.score).toBeCloseTo(0.35, 6);
    const { data, dims } = network.fed[0]!;
    expect(dims).toEqual([1, 3, 320, 320]);
    expect([data[79 * 320], data[80 * 320], data[239 * 320], data[240 * 320]]).toEqual([0, 1, 1, 0]);
  });

  it('leaves out what is below the threshold or no number', async () => {
    const network = fakeNetwork(() => tensorOf([1, 2, 15], [...row(0.5, 0.5, 0.1), ...row(Number.NaN, 1, 1)]));
    expect(await openY5fu(card, network)(pictureOf(4, 4, () => 0))).toEqual([]);
  });

  it('refuses rows of another length, and a network of two inputs', async () => {
    const wrong = openY5fu(
      card,
      fakeNetwork(() => tensorOf([1, 1, 16], Array(16).fill(0))),
    );
    await expect(wrong(pictureOf(4, 4, () => 0))).rejects.toThrow(
      'The model "hyperlpr3-y5fu-320" does not give what a y5fu detector gives (rows of 15 numbers [1, n, 15]), found output [1, 1, 16]; correct "detector", "input" or "file" in its card.',
    );
    const two = fakeNetwork(() => tensorOf([0], []), ['a', 'b']);
    expect(() => openY5fu(card, two)).toThrow('has 2 inputs, a y5fu detector has one');
  });
});
