import { describe, expect, it } from 'vitest';
import { areaResample } from '../../../../src/images/conditions/area-resample.js';
import { densityOf, lightOf, type Seen, TooSmallPicture } from '../../../../src/images/conditions/step.js';
import { PIXEL_DENSITY, toDensity } from '../../../../src/images/conditions/steps/pixel-density.js';
import { toLight } from '../../../../src/images/light.js';
import { namedRandom } from '../../../../src/statistics/named-random.js';
import { pictureOf } from '../../fixtures.js';
import { complaint } from '../apply-step.js';

const image = pictureOf(80, 40, (x, y, c) => (3 * x + 5 * y + 40 * c) % 256);
const SEEN: Seen = {
  image,
  density: 400,
  face: [
    [40, 20],
    [8, 4],
  ],
  plates: [
    [
      [0, 0],
      [40, 0],
      [40, 20],
      [0, 20],
    ],
  ],
};
const apply = (params: object, seen: Seen = SEEN) =>
  PIXEL_DENSITY.apply(seen, PIXEL_DENSITY.schema.parse({ step: 'pixel-density', ...params }), namedRandom('a')) as Seen;

describe('pixel-density', () => {
  it('puts the light on a coarser grid, and every place and the density follow', () => {
    const seen = apply({ density: '100 px/m' });
    expect(seen).toEqual({
      image: areaResample(toLight(image), 20, 10),
      density: 100,
      face: [
        [10, 5],
        [2, 1],
      ],
      plates: [
        [
          [0, 0],
          [10, 0],
          [10, 5],
          [0, 5],
        ],
      ],
    });
  });

  it('says the density that whole pixels make of it', () => {
    // 80 x 0.3825 is 30.6 pixels: 31.
    const seen = apply({ density: '153 px/m' });
    expect([seen.image.width, seen.image.height, densityOf(seen, '')]).toEqual([31, 15, (400 * 31) / 80]);
    expect(seen.face?.[0]).toEqual([(40 * 31) / 80, (20 * 15) / 40]);
  });

  it('refuses more than the picture has, but for what rounding to whole pixels makes', () => {
    expect(() => apply({ density: '401 px/m' })).toThrow(
      "A density of 401 px/m is above the picture's own 400 px/m, and detail is not invented; ask for less.",
    );
    expect(apply({ density: '400.3 px/m' })).toMatchObject({ density: 400, image: { width: 80 } });
    expect(lightOf(apply({ density: '400 px/m' }))).toEqual(toLight(image));
  });

  it('leaves a picture that has fewer as it is where "atMost" is said', () => {
    expect(apply({ atMost: '500 px/m' })).toMatchObject({ density: 400, image: { width: 80, height: 40 } });
    expect(apply({ atMost: '200 px/m' })).toEqual(apply({ density: '200 px/m' }));
  });

  it('needs eight pixels on a side', () => {
    expect(apply({ density: '80 px/m' }).image).toMatchObject({ width: 16, height: 8 });
    expect(() => apply({ density: '70 px/m' })).toThrow(TooSmallPicture);
    expect(() => apply({ density: '70 px/m' })).toThrow(
      'At 70 px/m a picture of 80 x 40 pixels has 14 x 7, too few to look for anything in; ask for more.',
    );
    expect(() => toDensity({ image, density: 400 }, 0.001)).toThrow(TooSmallPicture);
  });

  it('cannot do without the density of the picture', () => {
    for (const params of [{ density: '100 px/m' }, { atMost: '100 px/m' }]) {
      expect(() => apply(params, { image })).toThrow('The step "pixel-density" needs the pixels per metre');
    }
    expect(PIXEL_DENSITY.needs(PIXEL_DENSITY.schema.parse({ step: 'pixel-density', atMost: '5 px/m' }))).toEqual([
      'density',
    ]);
  });

  it('says what it asks for, and what it does', () => {
    const parse = (params: object) => PIXEL_DENSITY.schema.parse({ step: 'pixel-density', ...params });
    expect(PIXEL_DENSITY.asksFor?.(parse({ density: '125 px/m' }))).toBe(125);
    expect(PIXEL_DENSITY.asksFor?.(parse({ atMost: '125 px/m' }))).toBeUndefined();
    expect(PIXEL_DENSITY.text(parse({ density: '125 px/m' }))).toBe('resampled to 125 px/m');
    expect(PIXEL_DENSITY.text(parse({ atMost: '125 px/m' }))).toBe('at most 125 px/m');
  });

  it.each([
    [{}, 'give "density" or "atMost"'],
    [{ density: '1 px/m', atMost: '1 px/m' }, 'give "density" or "atMost"'],
    [{ density: 125 }, 'has no unit'],
    [{ density: '0 px/m' }, 'must be above 0 px/m'],
    [{ atMost: '100001 px/m' }, 'must be at most 100000 px/m'],
    [{ density: '1 px/m', by: 2 }, 'by'],
  ])('refuses %j', (params, message) => {
    expect(complaint(PIXEL_DENSITY.schema, { step: 'pixel-density', ...params })).toContain(message);
  });
});
