import type { Uncertain } from '../deployment/uncertain.js';
import { count, oneIn, percent } from '../results/figure-text.js';

/**
 * An expected number of alarms: three digits and no tenths from 50 on, tenths below, two digits below 1. A half matters
 * only where there are few.
 */
export function alarmText(number: number): string {
  if (number >= 50) return count(Number(Math.round(number).toPrecision(3)));
  if (number > 0 && number < LEAST) return `<${LEAST}`;
  // What multiplying has left must not decide how 4.45 is rounded.
  const clean = Number(number.toPrecision(12));
  return String(number < 1 ? Number(clean.toPrecision(2)) : Number(clean.toFixed(1)));
}

/** One in three years. */
const LEAST = 0.001;

/** A chance or a predictive value: tenths of a per cent, two digits below one per cent. */
export function chanceText(chance: number): string {
  if (chance === 0 || chance > 0.99) return inPercent(chance);
  return `${chance < 0.01 ? (chance * 100).toPrecision(2) : (chance * 100).toFixed(1)}%`;
}

/** A rate with its range, in per cent, and as people say it: "0.0167% [0.0111%, 0.025%], 1 in 6,000". */
export function rateRangeText(rate: Uncertain): string {
  const said = rate.value > 0 && rate.value <= 0.1 ? [asOneIn(rate.value)] : [];
  return [rangeText(rate, inPercent), ...said].join(', ');
}

/** A share of any size: "89%", "1 in 100,000". */
export function shareText(share: number): string {
  return share > 0 && share <= 0.001 ? asOneIn(share) : inPercent(share);
}

/** "1 in 6,000". */
function asOneIn(share: number): string {
  return share < RAREST ? `<1 in ${count(1 / RAREST)}` : oneIn(share);
}

/** Beyond it digits say nothing. */
const RAREST = 1e-12;

/** Three digits; unlike in a table there is room for 0.00089%. */
function inPercent(share: number): string {
  if (share > 0.9999 && share < 1) return '>99.99%';
  return share > 0.99 ? percent(share) : `${Number((share * 100).toPrecision(3))}%`;
}

/** A number with its range, where it has one: "833 [556, 1,250]". */
export function rangeText({ value, low, high }: Uncertain, text: (number: number) => string): string {
  return low === high ? text(value) : `${text(value)} [${text(low)}, ${text(high)}]`;
}
