import { count, levelText, oneIn, plainPercent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';

/** "1.33% (40 of 3,000; 95% interval 0.948% to 1.87%)", and that it is not resolved where it is not; `who` comes first. */
export function said({ value, errors, trials, over, low, high, level, resolvable }: MetricRow, who = ''): string {
  const counts =
    errors !== null && trials !== null
      ? `${count(errors)} of ${count(trials)}`
      : trials === null
        ? ''
        : `mean over ${count(trials)} ${over}`;
  const interval =
    low === null || high === null || level === null
      ? ''
      : `${levelText(level)} interval ${plainPercent(low)} to ${plainPercent(high)}`;
  const inside = [who, counts, interval, resolvable === 'yes' ? '' : 'not resolved by these data'];
  return `${plainPercent(value ?? 0)} (${inside.filter((text) => text !== '').join('; ')})`;
}

/** "at most 1 in 10 searches raised": a target is a limit, and 0.4 is not one in a whole number. */
export function atMost(at: string, things: string, verb: string): string {
  const parts = 1 / Number(at);
  return Math.abs(parts - Math.round(parts)) < 1e-6 * parts
    ? `at most ${oneIn(Number(at))} ${things} ${verb}`
    : `at most ${plainPercent(Number(at))} of the ${things} ${verb}`;
}

/** "1 plate", "2 plates". */
export const things = (number: number, one: string, several = `${one}s`): string =>
  `${count(number)} ${number === 1 ? one : several}`;

/** "a", "a and b", "a, b and c"; of more than three the first two and how many more. */
export function listed(names: readonly string[]): string {
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** The first row with a value of each system, lowest rate first. */
export function bySystem(rows: readonly MetricRow[]): MetricRow[] {
  const given = rows.filter(({ value }) => value !== null);
  const first = [...new Map([...given].reverse().map((row) => [row.model, row])).values()].reverse();
  return first.sort((a, b) => (a.value ?? 0) - (b.value ?? 0));
}
