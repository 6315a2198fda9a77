import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedAlarms } from '../../src/deployment/expected-alarms.js';
import { combine, jointLevel, rising, toUncertain } from '../../src/deployment/uncertain.js';

const exact = toUncertain(3);
const interval = (value: number, low: number, high: number, level: number | null = 0.95) => ({
  value,
  low,
  high,
  level,
});

describe('combine', () => {
  it('takes the ends that make the result smallest and largest', () => {
    const found = combine({ a: interval(2, 1, 4), b: interval(5, 4, 8) }, ({ a, b }) => a - b);
    expect(found).toEqual({ value: -3, low: -7, high: 0, level: 0.9 });
  });

  it('is exact where its inputs are, and null where there is no result', () => {
    expect(combine({ exact }, (of) => of.exact * 2)).toEqual({ value: 6, low: 6, high: 6, level: null });
    expect(combine({ exact }, (): number | null => null)).toBeNull();
  });

  it('leaves out ends at which there is no result', () => {
    const fpir = interval(0.1, 0, 0.2);
    const found = combine({ fpir }, (of) => expectedAlarms({ ...of, passages: 10, listed: 0, tpir: 1 }).ppv);
    expect(found).toEqual({ value: 0, low: 0, high: 0, level: 0.95 });
  });

  it('holds every PPV of inputs within their ranges', () => {
    const share = fc.double({ min: 1e-4, max: 1, noNaN: true });
    const range = fc.tuple(share, share, share).map((three) => {
      const [low = 0, value = 0, high = 0] = three.sort((a, b) => a - b);
      return interval(value, low, high);
    });
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(range, range, range, part, part, part, (fpir, tpir, listed, i, j, k) => {
        const within = ({ low, high }: { low: number; high: number }, at: number) => low + (high - low) * at;
        const { ppv } = expectedAlarms({
          passages: 1,
          fpir: within(fpir, i),
          tpir: within(tpir, j),
          listed: within(listed, k),
        });
        const found = combine({ fpir, tpir, listed }, (of) => expectedAlarms({ ...of, passages: 1 }).ppv);
        expect(ppv).toBeGreaterThanOrEqual((found?.low ?? 1) - 1e-12);
        expect(ppv).toBeLessThanOrEqual((found?.high ?? 0) + 1e-12);
      }),
    );
  });
});

it('jointLevel adds up what each range leaves out, and knows no level for a stated range', () => {
  expect(jointLevel([interval(2, 1, 3), interval(2, 1, 3), exact])).toBe(0.9);
  expect(jointLevel([interval(2, 1, 3)])).toBe(0.95);
  expect(jointLevel([interval(2, 1, 3), interval(2, 1, 3, null)])).toBeNull();
  expect(jointLevel([exact])).toBeNull();
  expect(jointLevel(Array.from({ length: 30 }, () => interval(2, 1, 3)))).toBe(0);
});

it('rising and toUncertain keep the level', () => {
  expect(rising(interval(2, 1, 3), (number) => number * 2)).toEqual(interval(4, 2, 6));
  expect(toUncertain({ value: 2, low: 1, high: 3 })).toEqual(interval(2, 1, 3, null));
});
