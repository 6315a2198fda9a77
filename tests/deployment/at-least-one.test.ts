import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeastOne, chanceOfOne } from '../../src/deployment/at-least-one.js';

describe('atLeastOne', () => {
  it('730 passes at one in 6,000 set off an alarm with a chance of 11.5%', () => {
    expect(atLeastOne(1 / 6000, 730)).toBeCloseTo(0.1145655, 6);
    expect(atLeastOne(1 / 6000, 730)).toBeCloseTo(1 - (1 - 1 / 6000) ** 730, 12);
  });

  it('keeps what is certain and what cannot be', () => {
    expect([atLeastOne(0, 730), atLeastOne(1, 2), atLeastOne(0.3, 0), atLeastOne(0.3, 1)]).toEqual([0, 1, 0, 0.3]);
    expect(atLeastOne(0.5, 2)).toBeCloseTo(0.75, 15);
  });

  it('does not cancel small chances away', () => {
    expect(atLeastOne(1e-18, 1000) / 1e-15).toBeCloseTo(1, 12);
  });

  it('lies between one try and all of them added up, and gives the chance of one back', () => {
    const chance = fc.double({ min: 1e-9, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(chance, fc.integer({ min: 1, max: 40 }), (one, times) => {
        const any = atLeastOne(one, times);
        expect(any).toBeGreaterThanOrEqual(one * (1 - 1e-12));
        expect(any).toBeLessThanOrEqual(Math.min(1, one * times) * (1 + 1e-12));
        if (any < 0.999) expect(chanceOfOne(any, times) / one).toBeCloseTo(1, 9);
      }),
    );
  });
});
