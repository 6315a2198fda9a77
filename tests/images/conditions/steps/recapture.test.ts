import { describe, expect, it } from 'vitest';
import { recapture } from '../../../../src/images/conditions/recapture.js';
import type { Seen } from '../../../../src/images/conditions/step.js';
import { RECAPTURE } from '../../../../src/images/conditions/steps/recapture.js';
import { toLight } from '../../../../src/images/light.js';
import { namedRandom } from '../../../../src/statistics/named-random.js';
import { pictureOf } from '../../fixtures.js';
import { complaint } from '../apply-step.js';

const image = pictureOf(51, 30, (x, y, c) => 128 + 90 * Math.sin(x / 3 + c) * Math.cos(y / 4));
const params = RECAPTURE.schema.parse({ step: 'recapture', scale: 0.5, jpegQuality: 60 });

describe('recapture, as a step', () => {
  it('is the protocol of that name, and places and density follow the whole pixels', async () => {
    const seen: Seen = { image, density: 200, face: [[51, 30]] };
    expect(await RECAPTURE.apply(seen, params, namedRandom('a'))).toEqual({
      image: await recapture(image, { scale: 0.5, jpegQuality: 60 }),
      // 51 x 0.5 is 26 whole pixels.
      density: (200 * 26) / 51,
      face: [[expect.closeTo(26, 10), expect.closeTo(15, 10)]],
    });
  });

  it('takes light as the picture that it stands for, and needs to know nothing', async () => {
    const of = async (seen: Seen) => ((await RECAPTURE.apply(seen, params, namedRandom('a'))) as Seen).image;
    expect(await of({ image: toLight(image) })).toEqual(await of({ image }));
    expect(RECAPTURE.needs(params)).toEqual([]);
    expect(RECAPTURE.text(params)).toBe('taken again at 50%, JPEG quality 60');
  });

  it.each([
    [{ scale: 0 }, 'scale'],
    [{ scale: 1.1 }, 'scale'],
    [{ jpegQuality: 0 }, 'jpegQuality'],
    [{ jpegQuality: 60.5 }, 'jpegQuality'],
  ])('refuses %j', (change, field) => {
    expect(complaint(RECAPTURE.schema, { ...params, ...change })).toContain(field);
  });
});
