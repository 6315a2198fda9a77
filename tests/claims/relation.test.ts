import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allSatisfies, allViolates, type Demand, restsOn } from '../../src/claims/relation.js';
import { RELATIONS } from '../../src/claims/test-schema.js';

const around = { low: 0.1, high: 0.2 };

describe('allSatisfies, allViolates', () => {
  it.each([
    // An end on the claimed value: it belongs to "at most" and "at least", not to "below" and "above".
    ['at most', 0.2, true, false],
    ['below', 0.2, false, false],
    ['at most', 0.1, false, false],
    ['below', 0.1, false, true],
    ['at least', 0.1, true, false],
    ['above', 0.1, false, false],
    ['at least', 0.2, false, false],
    ['above', 0.2, false, true],
    ['at most', 0.05, false, true],
    ['at least', 0.25, false, true],
    ['at most', 1, true, false],
    ['at least', 0, true, false],
  ] as const)('from .1 to .2, %s %d: all of it is so %s, none of it %s', (is, value, satisfies, violates) => {
    expect(allSatisfies(around, { is, value })).toBe(satisfies);
    expect(allViolates(around, { is, value })).toBe(violates);
  });

  it('takes equality within a range, its ends too', () => {
    expect(allSatisfies({ low: 0.25, high: 0.75 }, { is: 'equal to', value: 0.5, within: 0.25 })).toBe(true);
    expect(allSatisfies({ low: 0.25, high: 0.76 }, { is: 'equal to', value: 0.5, within: 0.25 })).toBe(false);
    expect(allViolates({ low: 0.75, high: 0.9 }, { is: 'equal to', value: 0.5, within: 0.25 })).toBe(false);
    expect(allViolates({ low: 0.76, high: 0.9 }, { is: 'equal to', value: 0.5, within: 0.25 })).toBe(true);
    expect(allViolates({ low: 0, high: 0.2 }, { is: 'equal to', value: 0.5, within: 0.25 })).toBe(true);
    expect(allSatisfies(around, { is: 'equal to', value: 0.15 })).toBe(false);
  });

  it('says both of no interval, and nothing new of a wider one', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const demand = fc.record({
      is: fc.constantFrom(...RELATIONS),
      value: share,
      within: fc.option(fc.double({ min: 0.01, max: 0.3, noNaN: true }), { nil: undefined }),
    });
    fc.assert(
      fc.property(demand, share, share, share, share, (asked: Demand, ...points) => {
        const [a = 0, b = 0, c = 0, d = 0] = points.toSorted((one, other) => one - other);
        const [inner, outer] = [
          { low: b, high: c },
          { low: a, high: d },
        ];
        expect(allSatisfies(inner, asked) && allViolates(inner, asked)).toBe(false);
        if (allSatisfies(outer, asked)) expect(allSatisfies(inner, asked)).toBe(true);
        if (allViolates(outer, asked)) expect(allViolates(inner, asked)).toBe(true);
      }),
    );
  });

  it('cannot be decided by what is no number', () => {
    for (const is of RELATIONS) {
      expect(allSatisfies({ low: Number.NaN, high: Number.NaN }, { is, value: 0.5 })).toBe(false);
      expect(allViolates({ low: Number.NaN, high: Number.NaN }, { is, value: 0.5 })).toBe(false);
    }
  });
});

it('restsOn names the end that must hold for the claim', () => {
  const ends = RELATIONS.map((is) => restsOn({ is, value: 0.5 }).satisfying);
  expect(ends).toEqual(['high', 'high', 'low', 'low', 'both']);
});
