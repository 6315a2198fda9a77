import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FalsematchError } from '../../../src/files/errors.js';
import { plateMetrics } from '../../../src/metrics/plates/plate-metrics.js';
import type { PlatePicture } from '../../../src/metrics/plates/plate-pictures.js';
import { anyPictures, boxAt, foundPlate, picture, reading, readPicture, truePlate } from './made-up-plates.js';

const bootstrap = { replicates: 100, seed: 7 };
const measure = (pictures: readonly PlatePicture[], more = {}) => plateMetrics(pictures, { bootstrap, ...more });

it('weighs long plates by their characters in one error rate and each plate alike in the other', () => {
  const { reading: read } = measure([
    readPicture('a', 'ABCDEFGH', 'ABCDEFGX'),
    readPicture('b', 'AB', 'XY'),
    picture('c', [truePlate('AB', 'c')]),
    readPicture('d', 'AB', 'AB'),
  ]);
  if (read.state !== 'measured') throw new Error(read.reason);
  const [strict] = read.byRule;
  expect(strict?.characterError).toMatchObject({
    // 1 + 2 + 2 of 14.
    overCharacters: { value: 5 / 14, trials: 14, over: 'characters', clusters: 4 },
    overPlates: { value: (1 / 8 + 1 + 1) / 4, trials: 4, over: 'plates' },
  });
  expect(strict?.characterErrorOnGiven.overCharacters).toMatchObject({ state: 'unavailable' });
  expect(strict?.exactOnGiven).toMatchObject({ state: 'unavailable' });
});

it('bounds an error rate without an error by its vehicles, and gives none for one vehicle', () => {
  const right = (vehicles: number) => {
    const { reading: read } = measure(
      Array.from({ length: 20 }, (_, k) => readPicture(`p${k}`, 'AB12', 'AB12', 0.9, `v${k % vehicles}`)),
    );
    return read.state === 'measured' ? read.byRule[0]?.characterError.overCharacters : undefined;
  };
  expect(right(10)).toMatchObject({
    state: 'unresolved',
    value: 0,
    interval: { low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 10), 12) },
    floor: { reason: 'zero-errors', of: 'CER' },
  });
  expect(right(1)).toMatchObject({ state: 'unavailable' });
});

it('draws the same vehicles whether or not there are scenes without one', () => {
  const plates = Array.from({ length: 30 }, (_, k) => readPicture(`p${k}`, 'AB12', k % 3 ? 'AB12' : 'A812'));
  const errorsOf = (pictures: readonly PlatePicture[]) => {
    const { reading: read } = measure(pictures);
    return read.state === 'measured' ? read.byRule.map(({ characterError }) => characterError) : [];
  };
  expect(errorsOf([...plates, picture('q', [])])).toEqual(errorsOf(plates));
});

it('counts plates of one vehicle as less than as many vehicles', () => {
  const many = (vehicles: number) => {
    const { reading: read } = measure(
      Array.from({ length: 60 }, (_, k) =>
        readPicture(`p${k}`, 'AB12', k % vehicles < vehicles / 3 ? 'A812' : 'AB12', 0.9, `v${k % vehicles}`),
      ),
      { bootstrap: { replicates: 1000, seed: 7 } },
    );
    const interval = read.state === 'measured' ? read.byRule[0]?.characterError.overCharacters.interval : null;
    return (interval?.high ?? 0) - (interval?.low ?? 0);
  };
  expect(many(15)).toBeGreaterThan(1.5 * many(60));
});

it('does not take a reader that reads nothing for one that is not there', () => {
  const silent = [picture('a', [truePlate('AB', 'a')], [foundPlate(boxAt(0), 0.9)]), picture('b', [])];
  const { reading: failed } = measure(silent);
  expect(failed.state === 'measured' && failed.byRule[0]?.exact).toMatchObject({ errors: 0, trials: 1 });
  expect(measure(silent, { reads: false }).reading).toMatchObject({
    state: 'unavailable',
    reason: expect.stringMatching(/does not read/),
  });
});

it('says what there is none of', () => {
  const { text: _, ...textless } = truePlate('AB', 'a');
  expect(measure([picture('a', [textless])]).reading).toEqual({
    state: 'unavailable',
    reason: 'The dataset gives the text of no plate.',
  });
  const none = measure([picture('a', []), picture('b', [])]);
  expect(none.detection).toMatchObject({
    recall: { state: 'unavailable' },
    precision: { state: 'unavailable' },
    averagePrecision: { state: 'unavailable' },
    falsePlatesPerPicture: { state: 'unresolved', value: 0 },
  });
  expect(measure([]).detection.falsePlatesPerPicture.state).toBe('unavailable');
});

it('refuses what cannot be judged in one sentence', () => {
  const box = [0, 0, Number.NaN, 5] as const;
  const bad: [readonly PlatePicture[], RegExp][] = [
    [[picture('a', [truePlate(' - ', 'a')])], /"a" has a true plate with the text " - "/],
    [[picture('a', [truePlate('', 'a')])], /no letter or digit/],
    [[picture('a', [truePlate('A', 'a', { box })])], /true plate with the box \[0, 0, NaN, 5\]/],
    [[picture('a', [], [foundPlate([5, 0, 5, 5], 0.5)])], /found plate with the box/],
    [[picture('a', [], [foundPlate(boxAt(0), Number.NaN)])], /NaN for the score/],
    [[picture('a', [], [foundPlate(boxAt(0), 0.5, reading('A', Number.NaN))])], /NaN for the confidence of a reading/],
    [[picture('a', [], [foundPlate(boxAt(0), 0.5, reading('A', 0.5, ['B']))])], /first ranked text is "B"/],
    [[picture('a', []), picture('a', [])], /given twice/],
  ];
  for (const [pictures, message] of bad) {
    expect(() => measure(pictures)).toThrow(message);
    expect(() => measure(pictures)).toThrow(FalsematchError);
  }
  expect(() => measure([], { level: 1 })).toThrow(/level/);
  expect(() => measure([picture('a', [])], { overlap: 0 })).toThrow(/overlap/);
});

it('gives the same for any order of the pictures, and for the same seed', () => {
  fc.assert(
    fc.property(anyPictures, (pictures) => {
      expect(measure([...pictures].reverse())).toEqual(measure(pictures));
    }),
    { numRuns: 20 },
  );
});

it('holds every value within its interval', () => {
  const check = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('interval' in value && 'value' in value && value.interval !== null) {
      const { low, high } = value.interval as { low: number; high: number };
      expect(low).toBeLessThanOrEqual((value.value as number) + 1e-12);
      expect(high).toBeGreaterThanOrEqual((value.value as number) - 1e-12);
    }
    for (const part of Object.values(value)) check(part);
  };
  fc.assert(
    fc.property(anyPictures, (pictures) => check(measure(pictures))),
    { numRuns: 30 },
  );
});
