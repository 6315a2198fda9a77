import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedAlarms } from '../../src/deployment/expected-alarms.js';

/** 1,000 cameras with 5,000 faces a day each, 1 in 100,000 of them of somebody on the list. */
const CITY = { passages: 5e6, listed: 1e-5, tpir: 0.89 };

describe('expectedAlarms', () => {
  it.each([
    [1 / 6000, 5e6, 833.325, 44.5, 0.0506935],
    [1 / 60_000, 5e6, 83.3325, 44.5, 0.348112],
    [0.003, 5e6, 14999.85, 44.5, 0.00295792],
    [1 / 6000, 5e5, 83.3325, 4.45, 0.0506935],
  ])('at an FPIR of %f, %i passages a day', (fpir, passages, falseAlarms, trueAlarms, ppv) => {
    const found = expectedAlarms({ ...CITY, passages, fpir });
    expect(found.falseAlarms).toBeCloseTo(falseAlarms, 9);
    expect(found.trueAlarms).toBeCloseTo(trueAlarms, 9);
    expect(found.missed).toBeCloseTo(passages * 1e-5 * 0.11, 9);
    expect(found.ppv).toBeCloseTo(ppv, 6);
  });

  it('says that there is no alarm whose share could be taken', () => {
    expect(expectedAlarms({ ...CITY, fpir: 0, tpir: 0 })).toMatchObject({ falseAlarms: 0, trueAlarms: 0, ppv: null });
    expect(expectedAlarms({ ...CITY, fpir: 0, listed: 0 }).ppv).toBeNull();
    expect(expectedAlarms({ ...CITY, fpir: 0 }).ppv).toBe(1);
  });

  it('PPV falls with FPIR and rises with TPIR and with the listed share', () => {
    const share = fc.double({ min: 1e-6, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        share,
        share,
        share,
        fc.double({ min: 1e-3, max: 0.999, noNaN: true }),
        (fpir, tpir, listed, part) => {
          const ppvOf = (of: object) => expectedAlarms({ passages: 1, fpir, tpir, listed, ...of }).ppv ?? Number.NaN;
          const ppv = ppvOf({});
          expect(ppvOf({ fpir: fpir * part })).toBeGreaterThanOrEqual(ppv);
          expect(ppvOf({ tpir: tpir * part })).toBeLessThanOrEqual(ppv);
          expect(ppvOf({ listed: listed * part })).toBeLessThanOrEqual(ppv);
        },
      ),
    );
  });
});
