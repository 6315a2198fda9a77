import { expect, it } from 'vitest';
import type { Point } from '../../../../src/images/box.js';
import { SUNGLASSES } from '../../../../src/images/conditions/steps/sunglasses.js';
import { at, evenFace, FRONTAL, isChanged, lightAfter } from './face-fixture.js';

const [RIGHT_EYE, LEFT_EYE, NOSE, MOUTH_RIGHT, MOUTH_LEFT] = FRONTAL as [Point, Point, Point, Point, Point];
const glasses = (params: object = {}) => lightAfter(SUNGLASSES, { step: 'sunglasses', ...params }, evenFace());

it('covers the eyes and what is around them, and neither nose tip nor mouth nor forehead', () => {
  const light = glasses();
  for (const [x, y] of [RIGHT_EYE, LEFT_EYE]) {
    for (const place of [
      [x, y],
      [x - 10, y],
      [x + 10, y],
      [x, y - 8],
      [x, y + 10],
    ] as Point[]) {
      expect(at(light, place)[0]).toBeLessThan(0.08);
    }
  }
  for (const place of [NOSE, MOUTH_RIGHT, MOUTH_LEFT, [56, 30]] as Point[]) expect(isChanged(light, place)).toBe(false);
});

it('lets through what is not kept back', () => {
  const eye = (opacity: string) => at(glasses({ opacity }), RIGHT_EYE)[0]!;
  const [clear, half, full] = [eye('0 %'), eye('50 %'), eye('100 %')];
  expect(clear).toBeCloseTo(0.4, 6);
  expect(half).toBeCloseTo((clear + full) / 2, 5);
  expect(full).toBeLessThan(0.03);
});

it('has 95 % where nothing is said, and refuses more than all', () => {
  expect(SUNGLASSES.schema.parse({ step: 'sunglasses' })).toEqual({ step: 'sunglasses', opacity: 0.95 });
  expect(SUNGLASSES.schema.safeParse({ step: 'sunglasses', opacity: '101 %' }).success).toBe(false);
  expect(SUNGLASSES.text({ step: 'sunglasses', opacity: 0.7 })).toBe('sunglasses, 70% opaque');
});
