import { describe, expect, it } from 'vitest';
import { judgeCounts } from '../../src/claims/judge-counts.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';

const reading = (errors: number | undefined, trials: number | undefined) => ({
  of: 'alerts',
  counted: 'false alerts',
  errors,
  trials,
});

const judge = (reported: string, ...counts: (readonly [number | undefined, number | undefined])[]) =>
  judgeCounts({ reported, readings: counts.map(([errors, trials]) => reading(errors, trials)) }, 0.95);

describe('judgeCounts', () => {
  it('finds "0.0003%" and "0.48%" right of the same ten false alerts, each of its own denominator', () => {
    // Metropolitan Police, live face recognition, September 2024 to September 2025: of the faces scanned, and of the alerts.
    const faces = judge('0.0003%', [10, 3_147_436], [10, 2077]);
    expect(faces.verdict).toBe('supported');
    expect(faces.readings.map(({ fit }) => fit)).toEqual(['rounded', 'no']);
    const alerts = judge('0.48%', [10, 2077], [10, 3_147_436]);
    expect(alerts.verdict).toBe('supported');
    expect(alerts.readings.map(({ fit }) => fit)).toEqual(['rounded', 'no']);
    expect(alerts.readings[0]?.share?.interval.low).toBeCloseTo(0.0023111467989756452, 12);
    expect(alerts.readings[0]?.share?.interval.high).toBeCloseTo(0.008836408061868922, 12);
    // Read as a share of the alerts "0.0003%" would be wrong.
    expect(judge('0.0003%', [10, 2077]).verdict).toBe('contradicted');
  });

  it('finds "80%" of ten people right, and shows how little ten are', () => {
    const { verdict, readings } = judge('80%', [8, 10]);
    expect(verdict).toBe('supported');
    expect(readings[0]?.share?.interval.low).toBeCloseTo(0.4439045376923585, 12);
    expect(readings[0]?.share?.interval.high).toBeCloseTo(0.9747892736731666, 12);
  });

  it('cannot check "76%" of seven people: no number of seven rounds to it', () => {
    const { verdict, readings } = judge('76%', [undefined, 7]);
    expect(verdict).toBe('untestable');
    expect(readings[0]).toMatchObject({ fit: 'unknown', possible: { rounding: null } });
    const nearest = readings[0]?.possible?.nearest ?? [];
    expect(nearest.map(({ errors }) => errors)).toEqual([5, 6]);
    expect(nearest[0]?.interval.low).toBeCloseTo(0.29042086373734277, 12);
    expect(nearest[0]?.interval.high).toBeCloseTo(0.9633074338239145, 12);
  });

  it('tells every number that rounds to a figure whose count is not told', () => {
    expect(judge('71%', [undefined, 7]).readings[0]?.possible?.rounding).toEqual({ fewest: 5, most: 5 });
    // 91.5% of 2,470 are 2,260.05, 92.5% are 2,284.75.
    expect(judge('92%', [undefined, 2470]).readings[0]?.possible?.rounding).toEqual({ fewest: 2261, most: 2284 });
    expect(judge('0%', [undefined, 7]).readings[0]?.possible?.rounding).toEqual({ fewest: 0, most: 0 });
    expect(judge('100%', [undefined, 300]).readings[0]?.possible?.rounding).toEqual({ fewest: 299, most: 300 });
    expect(judge('100%', [undefined, 300]).readings[0]?.possible?.nearest.map(({ errors }) => errors)).toEqual([300]);
  });

  it('contradicts "92%" of Cardiff, 2,297 of 2,470: 93.0%, cut off and not rounded', () => {
    const { verdict, readings } = judge('92%', [2297, 2470]);
    expect(verdict).toBe('contradicted');
    expect(readings[0]).toMatchObject({ fit: 'cut off', share: { printed: '93%' } });
    expect((100 * (readings[0]?.share?.value ?? 0)).toFixed(1)).toBe('93.0');
  });

  it.each([
    ['99.1228%', 113],
    ['50.8772%', 58],
    ['33.3333%', 38],
  ])('finds "%s" of OpenALPR right: %d of 114 Brazilian plates', (reported, right) => {
    expect(judge(reported, [right, 114]).verdict).toBe('supported');
    expect(judge(reported, [right - 1, 114]).verdict).toBe('contradicted');
    expect(judge(reported, [right + 1, 114]).verdict).toBe('contradicted');
  });

  it('reads "1 in 6,000"', () => {
    expect(judge('1 in 6,000', [1, 6000]).verdict).toBe('supported');
    expect(judge('1 in 6,000', [10, 60_000]).verdict).toBe('supported');
    expect(judge('1 in 6,000', [10, 64_900]).verdict).toBe('supported');
    expect(judge('1 in 6,000', [10, 54_900])).toMatchObject({ verdict: 'contradicted', readings: [{ fit: 'no' }] });
    expect(judge('1 in 6,000', [10, 69_000])).toMatchObject({
      verdict: 'contradicted',
      readings: [{ fit: 'cut off' }],
    });
    expect(judge('1 in 6,000', [0, 60_000])).toMatchObject({ verdict: 'contradicted', readings: [{ fit: 'no' }] });
  });

  it('knows the figure of the contrary, and does not let it pass', () => {
    expect(judge('92%', [8, 100])).toMatchObject({ verdict: 'contradicted', readings: [{ fit: 'contrary' }] });
    expect(judge('50%', [5, 10]).verdict).toBe('supported');
  });

  it('is untestable without errors or trials, whatever the other readings say', () => {
    expect(judge('92%', [undefined, undefined], [92, 100])).toMatchObject({
      verdict: 'untestable',
      readings: [{ fit: 'unknown' }, { fit: 'rounded' }],
    });
    expect(judge('92%', [92, undefined]).verdict).toBe('untestable');
    // And the first decides, though another would be right.
    expect(judge('92%', [50, 100], [92, 100]).verdict).toBe('contradicted');
  });

  it('takes the level that is asked for', () => {
    const { readings } = judgeCounts({ reported: '80%', readings: [reading(8, 10)] }, 0.99);
    expect(readings[0]?.share?.interval).toEqual(clopperPearson(8, 10, 0.99));
  });
});
