import { expect, it } from 'vitest';
import { comparePlateReads } from '../../../src/metrics/plates/compare-plate-reads.js';
import { picture, readPicture, truePlate } from './made-up-plates.js';

/** Forty plates of ten vehicles; a system reads right those whose number it names. */
const system = (isRight: (k: number) => boolean) =>
  Array.from({ length: 40 }, (_, k) =>
    readPicture(`p${k}`, 'AB12', isRight(k) ? 'AB12' : 'A812', 0.9, `v${Math.floor(k / 4)}`),
  );
const bootstrap = { replicates: 400, seed: 5 };

it('takes the first from the second on the same plates, with vehicles drawn anew', () => {
  const [strict, folded] = comparePlateReads(
    system((k) => k >= 20),
    system((k) => k >= 8 || k === 0),
    { bootstrap },
  );
  expect(strict).toMatchObject({
    metric: 'plate-exact',
    at: 'strict',
    first: 20 / 40,
    second: 33 / 40,
    trials: 40,
    subjects: 10,
    mcNemar: { onlyFirst: 13, onlySecond: 0, pValue: expect.closeTo(2 ** -12, 12) },
  });
  expect(strict?.difference).toBeCloseTo(13 / 40, 12);
  expect(folded?.at).toBe('O=0, I=1');
  // Four vehicles tell them apart, with 13 plates that McNemar takes as independent.
  expect(strict?.unresolved).toMatch(/fewer than five vehicles/);
  expect(strict?.interval.low).toBeLessThan(0);
});

it('is resolved where enough vehicles tell the systems apart', () => {
  const [strict] = comparePlateReads(
    system(() => false),
    system((k) => k >= 8),
    { bootstrap },
  );
  expect(strict).toMatchObject({ unresolved: null, difference: 0.8 });
  expect(strict?.interval.low).toBeGreaterThan(0.4);
});

it('does not prove that systems are alike which never differ', () => {
  const [strict] = comparePlateReads(
    system((k) => k > 5),
    system((k) => k > 5).reverse(),
    { bootstrap },
  );
  const reach = 1 - 0.025 ** (1 / 10);
  expect(strict).toMatchObject({ difference: 0, pValue: 1, mcNemar: { onlyFirst: 0, onlySecond: 0, pValue: 1 } });
  expect(strict?.interval.low).toBeCloseTo(-reach, 12);
  expect(strict?.interval.high).toBeCloseTo(reach, 12);
});

it('refuses other pictures and other labels', () => {
  const one = [picture('a', [truePlate('AB', 'v')])];
  expect(() => comparePlateReads(one, [])).toThrow(/same pictures, found 1 and 0/);
  expect(() => comparePlateReads(one, [picture('b', [truePlate('AB', 'v')])])).toThrow(/"a" has no counterpart/);
  expect(() => comparePlateReads(one, [picture('a', [truePlate('AC', 'v')])])).toThrow(/"a" has other true plates/);
  expect(comparePlateReads(one, one)).toEqual([]);
});
