import { expect, it } from 'vitest';
import type { Point } from '../../../../src/images/box.js';
import { CAP_BRIM } from '../../../../src/images/conditions/steps/cap-brim.js';
import { at, evenFace, FRONTAL, isChanged, lightAfter } from './face-fixture.js';

const [RIGHT_EYE, LEFT_EYE, , MOUTH_RIGHT, MOUTH_LEFT] = FRONTAL as [Point, Point, Point, Point, Point];
const cap = (params: object = {}) => lightAfter(CAP_BRIM, { step: 'cap-brim', ...params }, evenFace());

/** How far down the cap reaches in the middle of the face: the last row above the eyes that is dark without a shadow. */
function edgeOf(lowered: string): number {
  const light = cap({ lowered, shadow: '0 stops' });
  let row = 52;
  while (row > 0 && !isChanged(light, [56, row])) row--;
  return row;
}

it('covers forehead and hair, and leaves the mouth', () => {
  const light = cap();
  for (const place of [
    [56, 32],
    [56, 10],
    [30, 20],
    [82, 20],
  ] as Point[])
    expect(isChanged(light, place)).toBe(true);
  for (const place of [MOUTH_RIGHT, MOUTH_LEFT, [56, 92]] as Point[]) expect(isChanged(light, place)).toBe(false);
});

it('lets exactly so much light to the eyes', () => {
  for (const [shadow, factor] of [
    ['0 stops', 1],
    ['-1 stops', 0.5],
    ['-2 stops', 0.25],
    ['-4 stops', 1 / 16],
  ] as const) {
    for (const lowered of ['0 %', '100 %']) {
      const light = cap({ shadow, lowered });
      for (const eye of [RIGHT_EYE, LEFT_EYE]) expect(at(light, eye)[0]).toBeCloseTo(0.4 * factor, 5);
    }
  }
});

it('comes down from the middle of the forehead to the eyebrows', () => {
  // The eyes are in row 52 and the mouth is 40 pixels below.
  expect(Math.abs(edgeOf('0 %') - (52 - 0.62 * 40))).toBeLessThanOrEqual(1.5);
  expect(Math.abs(edgeOf('50 %') - (52 - 0.45 * 40))).toBeLessThanOrEqual(1.5);
  expect(Math.abs(edgeOf('100 %') - (52 - 0.28 * 40))).toBeLessThanOrEqual(1.5);
});

it('keeps to its ranges, and says what it does', () => {
  const parse = (params: object) => CAP_BRIM.schema.safeParse({ step: 'cap-brim', ...params });
  expect(parse({}).data).toEqual({ step: 'cap-brim', lowered: 0.5, shadow: -2 });
  for (const params of [{ lowered: 1.1 }, { shadow: '1 stops' }, { shadow: -2 }]) {
    expect(parse(params).success).toBe(false);
  }
  expect(CAP_BRIM.text({ step: 'cap-brim', lowered: 0.5, shadow: -2 })).toBe('cap, brim 50% lowered, shadow -2 stops');
});
