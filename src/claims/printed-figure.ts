import { count } from '../results/figure-text.js';

/** A figure as it was printed, with what its digits leave open. */
export interface PrintedFigure {
  readonly text: string;
  readonly value: number;
  /** How many a share of counts, which the digits stand for: those are what it rounds to. */
  fits(share: number): 'rounded' | 'cut off' | 'no';
  /** A share in the same form and to the same digits. */
  print(share: number): string;
}

/** What a computed share can be off by, in per cent, without being another one. */
const SLACK = 1e-12;

/** Reads "92%", "0.92", "1 in 6,000" or "1/6000"; the schema has refused everything else. */
export function printedFigure(text: string): PrintedFigure {
  const oneIn = /^1\s*(?:in|\/)\s*([\d,]+(?:\.\d+)?)$/i.exec(text.trim())?.[1];
  return oneIn === undefined ? decimalFigure(text) : oneInFigure(text, oneIn.replaceAll(',', ''));
}

function decimalFigure(text: string): PrintedFigure {
  const percent = text.includes('%');
  const number = text.replace('%', '').trim();
  const decimals = number.split('.')[1]?.length ?? 0;
  const scale = percent ? 100 : 1;
  const unit = 10 ** -decimals;
  const printed = Number(number);
  return {
    text,
    value: printed / scale,
    fits: (share) => {
      const off = share * scale - printed;
      if (Math.abs(off) <= unit / 2 + SLACK) return 'rounded';
      return off > 0 && off < unit - SLACK ? 'cut off' : 'no';
    },
    print: (share) => `${(share * scale).toFixed(decimals)}${percent ? '%' : ''}`,
  };
}

/** "1 in 6,000" has as many digits as stand before its zeros; with one digit 5,501 rounds to it, but not 501 to 1,000. */
function oneInFigure(text: string, number: string): PrintedFigure {
  const printed = Number(number);
  const zeros = number.includes('.') ? 0 : (/0*$/.exec(number)?.[0].length ?? 0);
  const unit = 10 ** zeros;
  const digits = Math.max(1, number.replace('.', '').length - zeros);
  const rounded = (value: number) => Number(value.toPrecision(digits));
  return {
    text,
    value: 1 / printed,
    fits: (share) => {
      if (share <= 0) return 'no';
      // A half may be rounded either way.
      const ends = [1 - SLACK, 1 + SLACK].map((factor) => rounded(factor / share));
      if (ends.includes(printed)) return 'rounded';
      return Math.floor((1 + SLACK) / share / unit) * unit === printed ? 'cut off' : 'no';
    },
    print: (share) => (share > 0 ? `1 in ${count(rounded(1 / share))}` : '0'),
  };
}
