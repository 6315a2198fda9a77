import { TEXT_RULES, type TextRule } from '../../plates/normalise.js';
import { count, percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { rateText } from '../format.js';
import type { HeadlineFigure } from '../headline-figure.js';

type Label = (at: string) => string;

/** The figures that are shown first; what stands behind a comma is the text rule, or the overlap of a plate found. */
const SHOWN: Readonly<Record<string, Label>> = {
  'plate-recall': (at) => `found (recall), ${at}`,
  'plate-precision': (at) => `plates, of what was found, ${at}`,
  'plate-exact': (at) => `read right, ${at}`,
  'plate-exact-label': (at) => `read right at the label, ${at}`,
  'plate-no-read': () => 'not read',
  'plate-CER': (at) => `characters wrong (CER), ${at}`,
  'plate-false-read': (at) => `wrong, of texts given out, ${at}`,
  FTA: () => 'picture not searched (FTA)',
};

/** The text rules that are shown first; of those that fold diacritics the widest, for texts read right. */
const SHOWN_RULES: readonly string[] = ['strict', 'O=0, I=1'] satisfies TextRule[];
const WIDEST: TextRule = 'latin, O=0, I=1';

/** Of these one rule says what every other does. */
const ONCE = ['plate-no-read'];

/** Whether a row of plates is shown first. Of groups of pictures only those by the first attribute are, with one figure. */
export function isPlateHeadline(
  { group, metric, at, errors }: MetricRow,
  { plates }: Pick<TaskRecord, 'plates'>,
): boolean {
  const [attribute] = plates?.groups ?? [];
  if (group !== 'all') return metric === 'plate-exact' && at === 'strict' && group.startsWith(`${attribute}: `);
  if (!(metric in SHOWN)) return false;
  if (ONCE.includes(metric) && at !== 'strict') return false;
  const ofText = (TEXT_RULES as readonly string[]).includes(at);
  if (ofText && !SHOWN_RULES.includes(at)) return at === WIDEST && metric === 'plate-exact';
  // Where every picture was searched there is nothing to say of it.
  return metric !== 'FTA' || errors !== 0;
}

/** The lines of a system, from the rows that are shown first. */
export function plateHeadline(rows: readonly MetricRow[]): HeadlineFigure[] {
  const order = Object.keys(SHOWN);
  return [...rows]
    .sort((a, b) => placeOf(a, order) - placeOf(b, order))
    .map((row) => {
      const name = SHOWN[row.metric]?.(row.at) ?? row.metric;
      const text = plateText(row);
      return row.group === 'all'
        ? { label: name, name, text }
        : { label: `${name}, ${groupValue(row.group)}`, name: `${name}, ${row.group}`, text };
    });
}

/** "condition: blur" → "blur" */
function groupValue(group: string): string {
  return group.slice(group.indexOf(': ') + 2);
}

/** By metrics; groups stand at the end. */
function placeOf({ metric, group }: MetricRow, order: readonly string[]): number {
  return group === 'all' ? order.indexOf(metric) : order.length;
}

/** A figure of plates with its interval and denominator; what is counted is named where it is not plates. */
export function plateText(row: MetricRow): string {
  const { value, low, high, errors, trials, over, resolvable, metric } = row;
  if (errors !== null || value === null) return rateText(row);
  const star = resolvable === 'yes' ? '' : ' *';
  const of = trials === null || over === '' ? '' : ` over ${count(trials)} ${over}`;
  if (metric === 'plate-false-per-picture') {
    const interval = low === null || high === null ? '' : ` [${low.toPrecision(3)}, ${high.toPrecision(3)}]`;
    return `${value.toPrecision(3)}${interval}${of}${star}`;
  }
  const interval =
    low === null || high === null ? '' : ` [${percent(low).slice(0, -1)}, ${percent(high).slice(0, -1)}]`;
  return `${percent(value)}${interval}${of}${star}`;
}
