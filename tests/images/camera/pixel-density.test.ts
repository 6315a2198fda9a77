import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CameraView,
  isSide,
  lookingDown,
  pixelDensityOf,
  slantDistance,
} from '../../../src/images/camera/pixel-density.js';

const VIEW: CameraView = { sensor: [3840, 2160], hfov: 60, distance: 15 };
const anyView = fc.record({
  sensor: fc.constant([3840, 2160] as const),
  hfov: fc.double({ min: 1, max: 169, noNaN: true }),
  distance: fc.double({ min: 0.5, max: 2000, noNaN: true }),
  height: fc.double({ min: 0, max: 500, noNaN: true }),
});

describe('pixelDensityOf', () => {
  it('is the sensor over the width that it sees', () => {
    // 3840 / (2 x 15 x tan 30 degrees) = 128 x sqrt 3.
    expect(pixelDensityOf(VIEW)).toBeCloseTo(221.7025, 4);
    // At 90 degrees what is seen is twice as wide as it is far.
    expect(pixelDensityOf({ sensor: [1920, 1080], hfov: 90, distance: 8 })).toBeCloseTo(120, 10);
  });

  it('halves with the doubled distance, and goes with the pixels across alone', () => {
    fc.assert(
      fc.property(anyView, ({ height, ...view }) => {
        const density = pixelDensityOf(view);
        expect(pixelDensityOf({ ...view, distance: 2 * view.distance })).toBeCloseTo(density / 2, 8);
        expect(pixelDensityOf({ ...view, sensor: [1920, 2160] }) * 2).toBeCloseTo(density, 8);
        expect(pixelDensityOf({ ...view, sensor: [3840, 480] })).toBe(density);
        expect(pixelDensityOf({ ...view, height })).toBeLessThanOrEqual(density);
        expect(pixelDensityOf({ ...view, height: 0 })).toBe(density);
      }),
    );
  });

  it('falls as the field widens', () => {
    const densities = [10, 40, 90, 150].map((hfov) => pixelDensityOf({ ...VIEW, hfov }));
    expect(densities).toEqual([...densities].sort((p, q) => q - p));
  });

  it('takes the way that light takes where the camera hangs higher', () => {
    const above = { ...VIEW, distance: 4, height: 3 };
    expect(slantDistance(above)).toBe(5);
    expect(pixelDensityOf(above)).toBeCloseTo(pixelDensityOf({ ...VIEW, distance: 5 }), 10);
    expect(lookingDown({ ...VIEW, distance: 3, height: 3 })).toBeCloseTo(45, 10);
    expect(lookingDown(VIEW)).toBe(0);
  });

  it.each([
    [{ sensor: [8, 2160] as const }, 'A sensor has from 16 to 100000 pixels on a side, found 8x2160'],
    [{ sensor: [3840, 100_001] as const }, 'found 3840x100001'],
    [{ sensor: [38.5, 100] as const }, 'found 38.5x100'],
    [{ hfov: 0 }, 'A horizontal field of view is above 0 and below 170 deg, found 0'],
    [{ hfov: 170 }, 'found 170'],
    [{ hfov: Number.NaN }, 'found NaN'],
    [{ distance: 0 }, 'A distance is above 0 and at most 10000 m, found 0.'],
    [{ distance: 10_001 }, 'found 10001'],
    [{ height: -1 }, 'A height above the subject is from 0 to 1000 m, found -1.'],
    [{ height: 1001 }, 'found 1001'],
  ])('refuses %j', (change, message) => {
    expect(() => pixelDensityOf({ ...VIEW, ...change })).toThrow(message);
  });
});

it('a side is a whole number of pixels from 16 to 100,000', () => {
  expect([15, 16, 100_000, 100_001, 20.5].map(isSide)).toEqual([false, true, true, false, false]);
});
