import { expect, it } from 'vitest';
import { sensorNoise } from '../../../src/images/conditions/sensor-noise.js';
import type { Picture } from '../../../src/images/picture.js';
import { seededRandom } from '../../../src/statistics/seeded.js';

const grey = (): Picture => ({ width: 80, height: 60, data: new Uint8Array(80 * 60 * 3).fill(128) });

it('has the mean and the deviation that it is given, and is the same for a seed', () => {
  const { data } = sensorNoise(grey(), 8, seededRandom(1));
  const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
  const deviation = Math.sqrt(data.reduce((sum, value) => sum + (value - mean) ** 2, 0) / data.length);
  expect(Math.abs(mean - 128)).toBeLessThan(0.4);
  expect(Math.abs(deviation - 8)).toBeLessThan(0.3);
  expect(sensorNoise(grey(), 8, seededRandom(1)).data).toEqual(data);
  expect(sensorNoise(grey(), 8, seededRandom(2)).data).not.toEqual(data);
});

it('leaves grey grey where it is told to', () => {
  const { data } = sensorNoise(grey(), 8, seededRandom(1), true);
  expect(data.every((value, i) => value === data[i - (i % 3)])).toBe(true);
});
