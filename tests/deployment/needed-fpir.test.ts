import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedAlarms } from '../../src/deployment/expected-alarms.js';
import { fpirForBudget, fpirForPpv } from '../../src/deployment/needed-fpir.js';

const share = fc.double({ min: 1e-6, max: 0.999, noNaN: true });

describe('fpirForPpv', () => {
  it('half of all alarms are true where as many are false as true', () => {
    expect(fpirForPpv(0.5, { listed: 1e-5, tpir: 0.89 })).toBeCloseTo((1e-5 * 0.89) / 0.99999, 15);
    expect(fpirForPpv(1, { listed: 1e-5, tpir: 0.89 })).toBe(0);
  });

  it('gives back the PPV that was asked for, or more where any FPIR will do', () => {
    fc.assert(
      fc.property(share, share, share, (asked, listed, tpir) => {
        const fpir = fpirForPpv(asked, { listed, tpir }) ?? Number.NaN;
        const { ppv } = expectedAlarms({ passages: 1, listed, tpir, fpir });
        if (fpir < 1) expect(ppv).toBeCloseTo(asked, 9);
        else expect(ppv).toBeGreaterThanOrEqual(asked - 1e-9);
      }),
    );
  });

  it('is null where no true alarm comes, and any where nobody could raise a false one', () => {
    expect(fpirForPpv(0.5, { listed: 0, tpir: 0.9 })).toBeNull();
    expect(fpirForPpv(0.5, { listed: 0.1, tpir: 0 })).toBeNull();
    expect(fpirForPpv(1, { listed: 1, tpir: 0.9 })).toBe(1);
  });
});

it('fpirForBudget gives back the false alarms that can be borne', () => {
  expect(fpirForBudget(10, { passages: 5e6, listed: 1e-5 })).toBeCloseTo(10 / 4_999_950, 18);
  expect(fpirForBudget(10, { passages: 5, listed: 0 })).toBe(1);
  expect(fpirForBudget(10, { passages: 0, listed: 0 })).toBe(1);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), share, (budget, listed) => {
      const fpir = fpirForBudget(budget, { passages: 1e7, listed });
      if (fpir < 1) expect(expectedAlarms({ passages: 1e7, listed, tpir: 1, fpir }).falseAlarms).toBeCloseTo(budget, 6);
    }),
  );
});
