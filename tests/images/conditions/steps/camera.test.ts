import { describe, expect, it } from 'vitest';
import type { Seen } from '../../../../src/images/conditions/step.js';
import { CAMERA } from '../../../../src/images/conditions/steps/camera.js';
import { toDensity } from '../../../../src/images/conditions/steps/pixel-density.js';
import { namedRandom } from '../../../../src/statistics/named-random.js';
import { pictureOf } from '../../fixtures.js';
import { complaint } from '../apply-step.js';

const BASE = { step: 'camera', sensor: '3840x2160', hfov: '60 deg', distance: '15 m' };
const parse = (params: object = {}) => CAMERA.schema.parse({ ...BASE, ...params });
const seen: Seen = { image: pictureOf(100, 60, (x, y) => x + y), density: 684, face: [[50, 30]] };

describe('camera', () => {
  it('makes the picture as large as the camera sees it', () => {
    const own = CAMERA.apply(seen, parse(), namedRandom('a')) as Seen;
    expect(own).toEqual(toDensity(seen, 128 * Math.sqrt(3)));
    // 100 x 221.7025 / 684 = 32.4
    expect([own.image.width, own.image.height, own.density]).toEqual([32, 19, 684 * 0.32]);
    expect(own.face).toEqual([[16, 9.5]]);
  });

  it('asks for its density, and is refused where the picture has less', () => {
    expect(CAMERA.asksFor?.(parse())).toBeCloseTo(221.7025, 4);
    expect(CAMERA.asksFor?.(parse({ distance: '12 m', height: '9 m' }))).toBeCloseTo(221.7025, 4);
    expect(() => CAMERA.apply({ ...seen, density: 100 }, parse(), namedRandom('a'))).toThrow(
      "A density of 221.7 px/m is above the picture's own 100 px/m",
    );
    expect(CAMERA.needs(parse())).toEqual(['density']);
  });

  it('says what it does', () => {
    expect(CAMERA.text(parse())).toBe('3840x2160 over 60 deg at 15 m: 221.7 px/m');
    expect(CAMERA.text(parse({ distance: '12 m', height: '9 m' }))).toBe(
      '3840x2160 over 60 deg at 12 m, 9 m above: 221.7 px/m',
    );
  });

  it.each([
    [{ sensor: '4K' }, 'sensor: write 3840x2160'],
    [{ sensor: '8x2160' }, 'sensor: a sensor has from 16 to 100000 pixels on a side'],
    [{ hfov: '0 deg' }, 'hfov: must be above 0 deg'],
    [{ hfov: '170 deg' }, 'hfov: must be at most 169.9 deg'],
    [{ distance: '15' }, 'has no unit'],
    [{ distance: '11000 m' }, 'distance: must be at most 10000 m'],
    [{ height: '-1 m' }, 'height: must be at least 0 m'],
    [{ lens: 'wide' }, 'lens'],
  ])('refuses %j', (change, message) => {
    expect(complaint(CAMERA.schema, { ...BASE, ...change })).toContain(message);
  });
});
