import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Corners } from '../../../../src/images/box.js';
import { RETRO_REFLECTIVE } from '../../../../src/images/conditions/steps/retro-reflective.js';
import type { Light } from '../../../../src/images/light.js';
import { at, isSame, lightAfter } from './face-fixture.js';

const PLATE: Corners = [
  [20, 10],
  [60.5, 10],
  [60.5, 20],
  [20, 20],
];
const COLOUR = [0.4, 0.2, 0.6];
/** 0.7, 0.25 and 0.05 of red, green and blue. */
const GREY = 0.36;

const coloured = (): Light => ({
  width: 80,
  height: 40,
  data: Float32Array.from({ length: 80 * 40 * 3 }, (_, i) => COLOUR[i % 3]!),
});
const lit = (params: object = {}, plates: readonly Corners[] = [PLATE], image = coloured()) =>
  lightAfter(RETRO_REFLECTIVE, { step: 'retro-reflective', ...params }, { image, plates });
const sum = ({ data }: Light) => data.reduce((total, value) => total + value, 0);

it('multiplies by its stops inside and outside, and is grey', () => {
  const light = lit({ surroundings: '-3 stops', plate: '2 stops' });
  for (const value of at(light, [40, 15])) expect(value).toBeCloseTo(GREY * 4, 5);
  for (const value of at(light, [10, 30])) expect(value).toBeCloseTo(GREY / 8, 6);
  expect(at(light, [20, 10])[0]).toBeCloseTo(GREY * 4, 5);
  expect(at(light, [19, 10])[0]).toBeCloseTo(GREY / 8, 6);
  // Half of this pixel is the plate's.
  expect(at(light, [60, 15])[0]).toBeCloseTo((GREY * 4 + GREY / 8) / 2, 5);
});

it('has -4 stops around and 1 stop on the plate where nothing is said', () => {
  expect(at(lit(), [40, 15])[0]).toBeCloseTo(GREY * 2, 5);
  expect(at(lit(), [10, 30])[0]).toBeCloseTo(GREY / 16, 6);
});

it('is only dark where no plate is marked, and refuses what nobody marked', () => {
  expect(lit({}, []).data.every((value) => Math.abs(value - GREY / 16) < 1e-6)).toBe(true);
  expect(() => lightAfter(RETRO_REFLECTIVE, { step: 'retro-reflective' }, { image: coloured() })).toThrow(
    'The step "retro-reflective" needs the corners of the plates',
  );
});

it('marks overlapping plates once', () => {
  const backwards = [...PLATE].reverse() as unknown as Corners;
  expect(at(lit({}, [PLATE, backwards]), [40, 15])[0]).toBeCloseTo(GREY * 2, 5);
});

it('spreads a share of the plates light around it, and loses none', () => {
  const [sharp, soft] = [lit(), lit({ bloom: '10 %' })];
  expect(at(soft, [40, 23])[0]).toBeGreaterThan(1.2 * at(sharp, [40, 23])[0]!);
  expect(at(soft, [40, 15])[0]).toBeLessThan(at(sharp, [40, 15])[0]!);
  // The halo's standard deviation is 4 pixels and it ends at 12: a little of it is beyond the upper edge.
  expect(sum(soft) / sum(sharp)).toBeCloseTo(1, 2);
  expect(sum(soft)).toBeLessThanOrEqual(sum(sharp) * (1 + 1e-5));
});

it('leaves its input as it was, and stays finite', () => {
  const image = coloured();
  lit({ bloom: 0.2 }, [PLATE], image);
  expect(isSame(image.data, coloured().data)).toBe(true);
  const point = fc.tuple(fc.double({ min: -30, max: 60, noNaN: true }), fc.double({ min: -30, max: 60, noNaN: true }));
  const small: Light = { width: 24, height: 16, data: new Float32Array(24 * 16 * 3).fill(0.5) };
  fc.assert(
    fc.property(fc.tuple(point, point, point, point), fc.constantFrom(0, 0.1, 0.5), (corners, bloom) =>
      lit({ bloom }, [corners], small).data.every((value) => value >= 0 && value <= 1.3),
    ),
    { numRuns: 40 },
  );
});

it('keeps to its ranges, and says what it does', () => {
  const parse = (params: object) => RETRO_REFLECTIVE.schema.safeParse({ step: 'retro-reflective', ...params });
  for (const params of [{ surroundings: '1 stops' }, { plate: '9 stops' }, { bloom: '60 %' }, { lamp: 1 }]) {
    expect(parse(params).success).toBe(false);
  }
  expect(RETRO_REFLECTIVE.text(parse({ bloom: '5 %' }).data!)).toBe(
    'infrared lamp, plates 1 stops, surroundings -4 stops, bloom 5%',
  );
});
