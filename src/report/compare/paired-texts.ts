import type { PairedRow } from '../../results/compare-paired.js';
import { count, levelText, percent } from '../../results/figure-text.js';
import { pText } from '../format.js';

/** A paired difference in words; every form of report says it in these. */
export interface PairedTexts {
  /** "missed (FNMR) at FMR 1e-3" */
  readonly label: string;
  readonly first: string;
  readonly second: string;
  /** "3,000 (1,532 subjects)" */
  readonly of: string;
  /** "+0.2 points [-0.135, +0.484]" */
  readonly difference: string;
  /** Corrected for all tests. */
  readonly p: string;
  readonly verdict: string;
  readonly uncorrectedP: string;
  readonly mcNemar: string;
}

export function pairedTexts(row: PairedRow): PairedTexts {
  const { first, second, difference, interval, pValue, adjustedPValue, mcNemar } = row;
  const { label, unit, asPercent } = namesOf(row);
  const value = (share: number) => (asPercent ? percent(share) : share.toFixed(4));
  const points = (share: number) => `${share > 0 ? '+' : ''}${Number((share * 100).toPrecision(3))}`;
  return {
    label,
    first: value(first),
    second: value(second),
    of: `${count(row.trials)} (${count(row.subjects)} ${unit})`,
    difference: `${points(difference)} points [${points(interval.low)}, ${points(interval.high)}]`,
    p: pText(adjustedPValue),
    verdict: verdictOf(row),
    uncorrectedP: pText(pValue),
    mcNemar: `${mcNemar.onlyFirst} wrong in A alone, ${mcNemar.onlySecond} in B alone, p ${pText(mcNemar.pValue)}`,
  };
}

function verdictOf({ unresolved, adjustedPValue, interval }: PairedRow): string {
  if (unresolved) return `not resolved, ${unresolved}`;
  return adjustedPValue < 1 - interval.level ? 'a difference that these data show' : 'no difference shown';
}

/** Which two systems rows are about: "view2, lfw: old (A) against new (B)". */
export function coupleText({ task, dataset, firstSystem, secondSystem }: PairedRow): string {
  const same = firstSystem === secondSystem;
  const [a, b] = same ? ['first run', 'second run'] : [firstSystem, secondSystem];
  return `${task}, ${dataset}: ${same ? `${firstSystem}, ` : ''}${a} (A) against ${b} (B)`;
}

/** The rows of each two systems on a task. */
export function couplesOf(rows: readonly PairedRow[]): PairedRow[][] {
  const blocks = new Map<string, PairedRow[]>();
  for (const row of rows) {
    const key = [row.task, row.firstSystem, row.secondSystem].join('\n');
    blocks.set(key, [...(blocks.get(key) ?? []), row]);
  }
  return [...blocks.values()];
}

/** How paired differences are to be read; undefined where there are none. */
export function readingOfPairs(rows: readonly PairedRow[]): string | undefined {
  const [first] = rows;
  return (
    first &&
    `Differences are B minus A with the ${levelText(first.interval.level)} interval of a bootstrap: the same people, or vehicles, drawn for both, every threshold set anew. p is its two-sided p-value, corrected for all ${count(rows.length)} tests (Holm). The test is cautious: where people hardly share comparisons, as in a list of pairs, it misses differences that are there, so "no difference shown" does not say that there is none. McNemar's exact test takes comparisons as independent and thresholds as given, is far too sure where few false matches set a threshold, and is shown for reference.`
  );
}

function namesOf({ metric, at }: PairedRow) {
  switch (metric) {
    case 'FNMR@FMR':
      return { label: `missed (FNMR) at FMR ${at}`, unit: 'subjects', asPercent: true };
    case 'accuracy-10fold':
      return { label: 'accuracy, mean of folds', unit: 'subjects', asPercent: false };
    case 'plate-exact':
      return { label: `read right, ${at}`, unit: 'vehicles', asPercent: true };
  }
}
