import type { MetricRow } from '../results/metric-row.js';
import { formatFloat32 } from '../statistics/float32.js';

/** A share as per cent with three significant digits: 0.0052 → "0.52%". */
export function percent(value: number): string {
  return `${digits(value * 100)}%`;
}

/** A name from outside without control characters: neither does it steer a terminal nor begin a line of its own. */
export function oneLine(name: string): string {
  return name.replace(/\p{Cc}/gu, ' ');
}

/** A count with separators of thousands. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** What is shown of a rate. */
export type RateCells = Pick<MetricRow, 'value' | 'low' | 'high' | 'errors' | 'trials' | 'resolvable'>;

/**
 * A rate with its interval and denominator: "0.52% [0.29, 0.86] 12 of 3,000". A star says that the data cannot resolve
 * it; why stands in the notes below the table.
 */
export function rateText({ value, low, high, errors, trials, resolvable }: RateCells): string {
  if (value === null) return 'not resolved *';
  const interval = low === null || high === null ? '' : ` [${digits(low * 100)}, ${digits(high * 100)}]`;
  const counts = errors === null || trials === null ? '' : ` ${count(errors)} of ${count(trials)}`;
  return `${percent(value)}${interval}${counts}${resolvable === 'yes' ? '' : ' *'}`;
}

/** A threshold, in the fewest digits that give the same float32 back: fewer would be another threshold. */
export function scoreText(value: number | null): string {
  return value === null ? '' : formatFloat32(value);
}

/** A p-value in two digits: 0.00012 → "1.2e-4". */
export function pText(p: number): string {
  return p === 1 ? '1' : p < 1e-3 ? p.toExponential(1) : String(Number(p.toPrecision(2)));
}

/** A confidence level: 0.95 → "95%". */
export function levelText(level: number): string {
  return `${Number((level * 100).toPrecision(6))}%`;
}

function digits(value: number): string {
  if (value === 0 || value === 100) return String(value);
  // Near 100 the digits that matter are those of what is missing.
  if (value > 99) {
    const missing = 100 - value;
    // What rounding has left is nothing that is missing.
    if (missing < 1e-9) return '100';
    return (100 - Number(missing.toPrecision(2))).toFixed(Math.max(2, 1 - Math.floor(Math.log10(missing))));
  }
  return Math.abs(value) < 0.001 ? value.toExponential(1) : String(Number(value.toPrecision(3)));
}
