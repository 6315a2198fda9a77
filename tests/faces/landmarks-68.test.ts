import { describe, expect, it } from 'vitest';
import { faceSquare, fivePoints, openLandmarks68 } from '../../src/faces/landmarks-68.js';
import { pictureOf } from '../images/fixtures.js';
import { opening } from '../runtimes/opening.js';
import { landmarksCard, realBytes, realFile } from './cards.js';

describe('faceSquare', () => {
  const picture = { ...pictureOf(100, 80, () => 0) };

  it('is as high as the box, around its centre', () => {
    expect(faceSquare([30, 20, 50, 60], picture)).toEqual({ left: 20, top: 20, width: 40, height: 40 });
  });

  it('is cut off where the picture ends, and nothing when it lies outside', () => {
    expect(faceSquare([-10, 60, 10, 100], picture)).toEqual({ left: 0, top: 60, width: 20, height: 20 });
    expect(faceSquare([200, 10, 220, 30], picture)).toBeUndefined();
    expect(faceSquare([10, 10, 10, 10], picture)).toBeUndefined();
  });
});

describe('fivePoints', () => {
  it('takes the lids, the tip of the nose and both points of each mouth corner', () => {
    const points = fivePoints((i) => [i, -i]);
    expect(points.map(([x]) => x)).toEqual([39, 45, 30, 54, 59]);
    expect(points.map(([, y]) => y)).toEqual([-39, -45, -30, -54, -59]);
  });
});

describe('openLandmarks68', () => {
  it('refuses a card with another number of points', async () => {
    const card = { ...(await landmarksCard('faceplugin-landmark')), points: 106 };
    await expect(openLandmarks68(card, opening(card, new Uint8Array()))).rejects.toThrow(
      /gives 106 points, expected 68/,
    );
  });

  it.skipIf(!realFile('fr_landmark.onnx'))('leaves a face outside the picture without points', async () => {
    const card = await landmarksCard('faceplugin-landmark');
    const model = await openLandmarks68(card, opening(card, realBytes('fr_landmark.onnx')));
    const face = { box: [500, 500, 520, 520] as const, score: 0.9 };
    expect(
      await model.locate(
        pictureOf(10, 10, () => 0),
        face,
      ),
    ).toEqual(face);
    await model.release();
  });
});
