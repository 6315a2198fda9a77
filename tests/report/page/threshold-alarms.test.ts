import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alarmFacts } from '../../../src/deployment/alarm-facts.js';
import { type PagePoint, type PageRate, thresholdAlarms } from '../../../src/report/page/threshold-alarms.js';
import { fmrFromFpir, fpirFromFmr } from '../../../src/statistics/search-rate.js';

const rate = (value: number, low: number, high: number): PageRate => ({
  errors: 1,
  trials: 2,
  value,
  low,
  high,
  level: 0.95,
  resolvable: 'yes',
});
const point = (falseRate: PageRate, missRate: PageRate): PagePoint => ({ threshold: '0.5', falseRate, missRate });
const POINT = point(rate(1e-6, 1e-7, 1e-5), rate(0.02, 0.01, 0.05));
const PLACE = { cameras: 100, passersBy: 5000, listSize: 1000, oneListedIn: 100_000 };

describe('thresholdAlarms', () => {
  it('of single comparisons is what alarmFacts has for the FPIR of a list of that size', () => {
    const found = thresholdAlarms(POINT, null, PLACE);
    const [scenario] = alarmFacts({
      cameras: 100,
      passagesPerCamera: 5000,
      listed: 1e-5,
      fpir: {
        value: fpirFromFmr(1e-6, 1000),
        low: fpirFromFmr(1e-7, 1000),
        high: fpirFromFmr(1e-5, 1000),
        level: 0.95,
      },
      tpir: { value: 0.98, low: 0.95, high: 0.99, level: 0.95 },
    }).scenarios;
    expect(found).toMatchObject({ ...scenario?.perDay, ppv: scenario?.ppv });
    // By hand: 500,000 pass, 5 of them are listed, and 0.0999...% of the others set off an alarm.
    expect(found.fpir.value).toBeCloseTo(1 - (1 - 1e-6) ** 1000, 12);
    expect(found.falseAlarms.value).toBeCloseTo(499_995 * (1 - (1 - 1e-6) ** 1000), 6);
    expect(found.trueAlarms.value).toBeCloseTo(5 * 0.98, 9);
    expect(found.missed.value).toBeCloseTo(5 * 0.02, 9);
    expect(found.ppv?.value).toBeCloseTo(4.9 / (4.9 + found.falseAlarms.value), 9);
  });

  it('of searches takes FPIR as it was measured with a list of that size', () => {
    const found = thresholdAlarms(point(rate(0.01, 0.001, 0.1), rate(0.02, 0.01, 0.05)), 1000, PLACE);
    expect(found.fpir).toMatchObject({ value: 0.01, low: 0.001, high: 0.1 });
    expect(found.falseAlarms.value).toBeCloseTo(499_995 * 0.01, 6);
  });

  it('of searches carries FPIR over to a list of another size, and everything with it', () => {
    const found = thresholdAlarms(point(rate(0.01, 0.001, 0.1), rate(0.02, 0.01, 0.05)), 250, PLACE);
    const over = (fpir: number) => fpirFromFmr(fmrFromFpir(fpir, 250), 1000);
    expect(found.fpir.value).toBeCloseTo(over(0.01), 12);
    expect(found.fpir.value).toBeCloseTo(1 - 0.99 ** 4, 12);
    expect([found.fpir.low, found.fpir.high]).toEqual([over(0.001), over(0.1)]);
    expect(found.falseAlarms.value).toBeCloseTo(499_995 * over(0.01), 6);
    expect(found.trueAlarms.value).toBeCloseTo(4.9, 9);
  });

  it('has ranges around values, everybody counted once, and a PPV from 0 to 1', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const rates = fc.tuple(share, share, share).map((three) => {
      const [low = 0, value = 0, high = 0] = three.sort((a, b) => a - b);
      return rate(value, low, high);
    });
    const place = fc.record({
      cameras: fc.integer({ min: 1, max: 1e5 }),
      passersBy: fc.integer({ min: 1, max: 1e6 }),
      listSize: fc.integer({ min: 1, max: 1e7 }),
      oneListedIn: fc.integer({ min: 1, max: 1e9 }),
    });
    const measured = fc.option(fc.integer({ min: 1, max: 1e6 }));
    fc.assert(
      fc.property(rates, rates, measured, place, (falseRate, missRate, size, where) => {
        const { fpir, falseAlarms, trueAlarms, missed, ppv } = thresholdAlarms(point(falseRate, missRate), size, where);
        for (const one of [fpir, falseAlarms, trueAlarms, missed, ...(ppv ? [ppv] : [])]) {
          expect(one.low).toBeLessThanOrEqual(one.value * (1 + 1e-9) + 1e-12);
          expect(one.high).toBeGreaterThanOrEqual(one.value * (1 - 1e-9) - 1e-12);
          expect(one.low).toBeGreaterThanOrEqual(0);
        }
        const listed = (where.cameras * where.passersBy) / where.oneListedIn;
        expect(Math.abs(trueAlarms.value + missed.value - listed)).toBeLessThanOrEqual(1e-9 * listed + 1e-12);
        for (const one of [fpir, ...(ppv ? [ppv] : [])]) expect(one.high).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it.each([
    [{ cameras: 0 }, 'The number of cameras'],
    [{ cameras: 1.5 }, 'The number of cameras'],
    [{ cameras: Number.NaN }, 'The number of cameras'],
    [{ passersBy: 0 }, 'Faces a camera a day'],
    [{ passersBy: -1 }, 'Faces a camera a day'],
    [{ passersBy: Number.POSITIVE_INFINITY }, 'Faces a camera a day'],
    [{ listSize: 0 }, 'A gallery holds a whole number of people'],
    [{ listSize: 2.5 }, 'A gallery holds a whole number of people'],
    [{ listSize: Number.NaN }, 'A gallery holds a whole number of people'],
    [{ oneListedIn: 0 }, 'The listed share of passages'],
    [{ oneListedIn: 0.5 }, 'The listed share of passages'],
    [{ oneListedIn: -3 }, 'The listed share of passages'],
    [{ oneListedIn: Number.NaN }, 'The listed share of passages'],
  ])('refuses %j, which no place has, in one sentence', (change, message) => {
    expect(() => thresholdAlarms(POINT, null, { ...PLACE, ...change })).toThrow(message);
  });

  it('refuses such a list for searches too', () => {
    for (const listSize of [0, 2.5, Number.NaN]) {
      expect(() => thresholdAlarms(POINT, 1000, { ...PLACE, listSize })).toThrow('The size of the list');
    }
  });
});
