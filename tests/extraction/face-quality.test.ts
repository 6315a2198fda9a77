import { expect, it } from 'vitest';
import { cropQuality, eyeDistance, faceQuality, measuresOf } from '../../src/extraction/face-quality.js';
import type { FivePoints } from '../../src/faces/face.js';
import { brightness } from '../../src/images/quality/brightness.js';
import { sharpness } from '../../src/images/quality/sharpness.js';
import { pictureOf } from '../images/fixtures.js';

const points: FivePoints = [
  [10, 20],
  [13, 24],
  [12, 30],
  [10, 35],
  [14, 35],
];

it('the size of a face is how far its eyes are apart, whatever way it is turned', () => {
  expect(eyeDistance(points)).toBe(5);
  expect(() => eyeDistance([])).toThrow('two eyes');
});

it('keeps four digits of every measure', () => {
  const crop = pictureOf(112, 112, (x, y, c) => (x * 7 + y * y * 3 + c * 11) % 256);
  const seen = cropQuality(crop);
  expect(seen.sharpness / sharpness(crop)).toBeCloseTo(1, 3);
  expect(seen.brightness / brightness(crop)).toBeCloseTo(1, 3);
  const quality = faceQuality([[0, 0], [1, 2], ...points.slice(2)], seen, 12.345678);
  expect(quality).toEqual({ ...seen, size: 2.236, norm: 12.35 });
  expect(measuresOf({ score: 0.87654321, quality })).toEqual({ ...quality, score: 0.8765 });
});
