import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printedFigure } from '../../src/claims/printed-figure.js';

describe('printedFigure', () => {
  it.each([
    ['92%', 0.92],
    ['0.48 %', 0.0048],
    ['0.92', 0.92],
    ['1', 1],
    ['.5', 0.5],
    ['1 in 6,000', 1 / 6000],
    ['1/6000', 1 / 6000],
    ['1 IN 7.5', 1 / 7.5],
  ])('%s is %d', (text, value) => {
    expect(printedFigure(text).value).toBeCloseTo(value, 15);
  });

  it.each([
    ['92%', 0.92, 'rounded'],
    ['92%', 0.9151, 'rounded'],
    ['92%', 0.9249, 'rounded'],
    // A half may be rounded either way.
    ['92%', 0.915, 'rounded'],
    ['92%', 0.925, 'rounded'],
    ['92%', 0.9149, 'no'],
    ['92%', 0.9251, 'cut off'],
    ['92%', 2297 / 2470, 'cut off'],
    ['92%', 0.93, 'no'],
    ['57%', 0.58, 'no'],
    ['28%', 0.29, 'no'],
    ['92.0%', 0.9206, 'cut off'],
    ['92.0%', 0.9204, 'rounded'],
    ['0.3%', 0.003, 'rounded'],
    ['0%', 0.004, 'rounded'],
    ['0%', 0, 'rounded'],
    ['100%', 0.996, 'rounded'],
    ['100%', 0.994, 'no'],
    ['0.0003%', 10 / 3_147_436, 'rounded'],
    ['0.48%', 10 / 2077, 'rounded'],
    // Many digits leave nothing open, and few of a tiny share do.
    ['0.00000001', 0.00000003, 'no'],
    ['0.0000000001', 0.0000000004, 'no'],
  ] as const)('%s of %d: %s', (text, share, fit) => {
    expect(printedFigure(text).fits(share)).toBe(fit);
  });

  it.each([
    ['1 in 6,000', 1 / 6000, 'rounded'],
    ['1 in 6,000', 1 / 5501, 'rounded'],
    ['1 in 6,000', 1 / 6499, 'rounded'],
    ['1 in 6,000', 1 / 6501, 'cut off'],
    ['1 in 6,000', 1 / 6999, 'cut off'],
    ['1 in 6,000', 1 / 7000, 'no'],
    ['1 in 6,000', 1 / 5499, 'no'],
    // Below 1,000 one digit stands for less: 501 is "1 in 500".
    ['1 in 1,000', 1 / 501, 'no'],
    ['1 in 1,000', 1 / 951, 'rounded'],
    ['1 in 1,000', 1 / 949, 'no'],
    ['1 in 1,000', 1 / 1499, 'rounded'],
    ['1 in 6,120', 1 / 6124, 'rounded'],
    ['1 in 6,120', 1 / 6126, 'cut off'],
    ['1 in 6,120', 1 / 6114, 'no'],
    ['1 in 7.5', 1 / 7.54, 'rounded'],
    ['1 in 6,000', 0, 'no'],
  ] as const)('%s of %d: %s', (text, share, fit) => {
    expect(printedFigure(text).fits(share)).toBe(fit);
  });

  it('prints another share to the same digits', () => {
    expect(printedFigure('92%').print(2297 / 2470)).toBe('93%');
    expect(printedFigure('92.0%').print(2297 / 2470)).toBe('93.0%');
    expect(printedFigure('0.92').print(2297 / 2470)).toBe('0.93');
    expect(printedFigure('1 in 6,000').print(1 / 72)).toBe('1 in 70');
    expect(printedFigure('1 in 6,000').print(1 / 123_456)).toBe('1 in 100,000');
    expect(printedFigure('1 in 6,120').print(1 / 123_456)).toBe('1 in 123,000');
    expect(printedFigure('1 in 6,000').print(0)).toBe('0');
  });

  it('is what any share was printed as', () => {
    const share = fc.double({ min: 1e-6, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, fc.integer({ min: 0, max: 8 }), (value, decimals) => {
        expect(printedFigure(`${(value * 100).toFixed(decimals)}%`).fits(value)).toBe('rounded');
        const digits = value * 100 * 10 ** decimals;
        fc.pre(Math.abs(digits - Math.round(digits)) > 1e-3);
        const cut = Math.floor(digits) / 10 ** decimals;
        expect(printedFigure(`${cut.toFixed(decimals)}%`).fits(value)).not.toBe('no');
      }),
    );
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 7 }), (value, digits) => {
        const of = Math.max(1, Math.round(Number((1 / value).toPrecision(digits))));
        fc.pre(String(of).replace(/0+$/, '').length === digits);
        expect(printedFigure(`1 in ${of.toLocaleString('en-US')}`).fits(value)).toBe('rounded');
      }),
    );
  });
});
