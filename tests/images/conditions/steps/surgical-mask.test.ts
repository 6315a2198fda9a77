import { expect, it } from 'vitest';
import type { Point } from '../../../../src/images/box.js';
import { SURGICAL_MASK } from '../../../../src/images/conditions/steps/surgical-mask.js';
import { toLight } from '../../../../src/images/light.js';
import { pictureOf } from '../../fixtures.js';
import { at, evenFace, FRONTAL, isChanged, lightAfter } from './face-fixture.js';

const [RIGHT_EYE, LEFT_EYE, NOSE, MOUTH_RIGHT, MOUTH_LEFT] = FRONTAL as [Point, Point, Point, Point, Point];
const CHIN: Point = [56, 112];
const mask = (params: object = {}, seen = evenFace(0.4, 140)) =>
  lightAfter(SURGICAL_MASK, { step: 'surgical-mask', ...params }, seen);

it('covers nose, mouth and chin, and neither eyes nor forehead', () => {
  const light = mask();
  for (const place of [NOSE, MOUTH_RIGHT, MOUTH_LEFT, CHIN]) expect(isChanged(light, place)).toBe(true);
  for (const place of [RIGHT_EYE, LEFT_EYE, [56, 52], [56, 30]] as Point[]) expect(isChanged(light, place)).toBe(false);
});

it('leaves the nose bare where it is worn so', () => {
  const light = mask({ nose: 'bare' });
  expect(isChanged(light, NOSE)).toBe(false);
  for (const place of [MOUTH_RIGHT, MOUTH_LEFT, CHIN]) expect(isChanged(light, place)).toBe(true);
});

it('covers mouth corners and nose of a face that is turned far', () => {
  for (const nose of [40, 46, 66, 72]) {
    const shift = (nose - 56) / 4;
    const face: Point[] = [RIGHT_EYE, LEFT_EYE, [nose, 72], [41 + shift, 92], [71 + shift, 92]];
    const light = mask({}, evenFace(0.4, 140, face));
    for (const place of face.slice(2)) expect(isChanged(light, place)).toBe(true);
    for (const place of face.slice(0, 2)) expect(isChanged(light, place)).toBe(false);
  }
});

it('reaches below the chin of a smile too, which draws only the mouth up', () => {
  const smile: Point[] = [RIGHT_EYE, LEFT_EYE, NOSE, [38, 84], [74, 84]];
  expect(isChanged(mask({}, evenFace(0.4, 140, smile)), [56, 112])).toBe(true);
});

it('has the colour that was asked for', () => {
  // Grey but for one step of blue, which is a picture in colour.
  const coloured = () => ({ ...evenFace(), image: toLight(pictureOf(112, 112, (_x, _y, c) => (c === 2 ? 175 : 165))) });
  const colour = (name: string) => at(mask({ colour: name }, coloured()), [56, 86]);
  const [red, , blue] = colour('blue') as [number, number, number];
  expect(blue / red).toBeGreaterThan(1.8);
  expect(Math.min(...colour('white'))).toBeGreaterThan(1.5 * red);
  expect(Math.max(...colour('black'))).toBeLessThan(0.2 * red);
});

it('is not flat: darker to the sides than in the middle', () => {
  const light = mask({ colour: 'white' });
  expect(at(light, [26, 84])[0]).toBeLessThan(0.85 * at(light, [56, 84])[0]!);
});

it('falls dark on the side where the face is dark', () => {
  const picture = pictureOf(112, 112, (x) => (x < 56 ? 90 : 180));
  const light = mask({ colour: 'white' }, { image: toLight(picture), face: FRONTAL });
  expect(at(light, [42, 86])[0]).toBeLessThan(0.8 * at(light, [69, 86])[0]!);
});

it('refuses what it does not know, and says what it does', () => {
  expect(SURGICAL_MASK.schema.safeParse({ step: 'surgical-mask', colour: 'green' }).success).toBe(false);
  expect(SURGICAL_MASK.schema.safeParse({ step: 'surgical-mask', size: 2 }).success).toBe(false);
  expect(SURGICAL_MASK.text(SURGICAL_MASK.schema.parse({ step: 'surgical-mask' }))).toBe(
    'blue surgical mask, nose covered',
  );
});
