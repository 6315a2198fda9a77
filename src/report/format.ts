import { count, percent, percentDigits } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import { formatFloat32 } from '../statistics/float32.js';

/**
 * A name from outside without control characters and hidden signs: neither does it steer a terminal nor begin a line of its
 * own, nor does it turn the text around it.
 */
export function oneLine(name: string): string {
  return showHidden(name.replace(/\p{Cc}/gu, ' '));
}

/**
 * Signs that nobody sees, such as marks that change the direction of text or zero-width spaces, by their number, as
 * "[U+202E]": with them one name could be read as another.
 */
export function showHidden(text: string): string {
  return text.replace(
    /\p{Cf}/gu,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** What is shown of a rate. */
export type RateCells = Pick<MetricRow, 'value' | 'low' | 'high' | 'errors' | 'trials' | 'resolvable'>;

/**
 * A rate with its interval and denominator: "0.52% [0.29, 0.86] 12 of 3,000". A star says that the data cannot resolve
 * it; why stands in the notes below the table.
 */
export function rateText({ value, low, high, errors, trials, resolvable }: RateCells): string {
  if (value === null) return 'not resolved *';
  const interval = low === null || high === null ? '' : ` [${percentDigits(low * 100)}, ${percentDigits(high * 100)}]`;
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
