import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviateAxis } from '../../../src/report/figures/deviate-axis.js';
import { normalQuantile } from '../../../src/statistics/normal.js';

describe('deviateAxis', () => {
  it('names rates in per cent without exponents', () => {
    const { ticks, tickFormat, domain } = deviateAxis(1e-8, 0.995, 0);
    expect(domain).toEqual([normalQuantile(1e-8), normalQuantile(0.995)]);
    expect(ticks.map(tickFormat)).toEqual([
      '0.00001%',
      '0.0001%',
      '0.001%',
      '0.01%',
      '0.1%',
      '1%',
      '5%',
      '20%',
      '40%',
      '60%',
      '80%',
      '95%',
      '99%',
    ]);
  });

  it('has ticks at the deviates of what they name, apart, and within', () => {
    const rate = fc.double({ min: 1e-9, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(
        rate,
        fc.double({ min: 0.41, max: 0.999, noNaN: true }),
        fc.double({ min: 0, max: 0.5 }),
        (low, high, room) => {
          const { domain, ticks, tickFormat } = deviateAxis(low, high, room);
          expect(domain[0]).toBeLessThan(domain[1]);
          for (const [k, tick] of ticks.entries()) {
            expect(tick).toBeGreaterThanOrEqual(domain[0]);
            expect(tick).toBeLessThanOrEqual(domain[1]);
            expect(normalQuantile(Number.parseFloat(tickFormat(tick)) / 100)).toBeCloseTo(tick, 9);
            if (k > 0)
              expect(tick - (ticks[k - 1] ?? 0)).toBeGreaterThanOrEqual(room * (domain[1] - domain[0]) - 1e-12);
          }
        },
      ),
    );
  });

  it('keeps the higher of two that would write over each other, and names nothing else', () => {
    const { ticks, tickFormat } = deviateAxis(0.1, 0.9, 0.3);
    expect(ticks.map(tickFormat)).toEqual(['40%', '80%']);
    expect(tickFormat(0.123)).toBe('');
  });
});
