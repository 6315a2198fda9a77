import { count } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import { WIDTH, wrap } from './wrap.js';

/** A figure, or whatever has a name, on one line of the terminal. */
export type Labelled = readonly [label: string, text: string];

/** Labels and texts in two columns, indented; a text that does not fit stands below its label. */
export function labelledLines(figures: readonly Labelled[], width: number): string[] {
  return figures.flatMap(([label, text]) => {
    const line = `  ${label.padEnd(width)}${text}`;
    if (label.length < width && line.length <= WIDTH) return [line];
    return [`  ${label}`, ...wrap(text, '      ')];
  });
}

/** A figure that is no share, with its interval and denominator: "0.98765 [0.97000, 0.99500] over 1,020". */
export function numberText({ value, low, high, trials, resolvable }: MetricRow): string {
  if (value === null) return 'not resolved *';
  const interval = low === null || high === null ? '' : ` [${low.toFixed(5)}, ${high.toFixed(5)}]`;
  const denominator = trials === null ? '' : ` over ${count(trials)}`;
  return `${value.toFixed(5)}${interval}${denominator}${resolvable === 'yes' ? '' : ' *'}`;
}

/** Why figures carry a star, a sentence for each reason. */
export function starNotes(rows: readonly MetricRow[]): string[] {
  const notes = rows
    .filter(({ resolvable }) => resolvable !== 'yes')
    .map(
      ({ metric, at, over, resolvable }) =>
        `* ${metric}${at ? ` at ${at}` : ''}${over === 'subjects' ? ', averaged over people,' : ''} is not resolved: ${resolvable.replace(/^no: /, '')}`,
    );
  return [...new Set(notes)].flatMap((note) => wrap(note));
}
