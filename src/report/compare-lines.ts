import type { PairedRow } from '../results/compare-paired.js';
import { count, levelText, percent } from '../results/figure-text.js';
import { oneLine, pText } from './format.js';
import { wrap } from './wrap.js';

/** What `falsematch compare` prints: a block for each two systems on a task, then how to read it. */
export function compareLines(rows: readonly PairedRow[]): string[] {
  const lines: string[] = [];
  for (const block of blocksOf(rows)) {
    const [head] = block;
    if (!head) continue;
    const same = head.firstSystem === head.secondSystem;
    const [a, b] = same ? ['first run', 'second run'] : [head.firstSystem, head.secondSystem];
    const systems = `${same ? `${head.firstSystem}, ` : ''}${a} (A) against ${b} (B)`;
    lines.push(oneLine(`${head.task}, ${head.dataset}: ${systems}`));
    for (const row of block) lines.push(...rowLines(row));
    lines.push('');
  }
  const [first] = rows;
  if (!first) return lines;
  lines.push(
    ...wrap(
      `Differences are B minus A with the ${levelText(first.interval.level)} interval of a bootstrap: the same people, or vehicles, drawn for both, every threshold set anew. p is its two-sided p-value, corrected for all ${count(rows.length)} tests (Holm). The test is cautious: where people hardly share comparisons, as in a list of pairs, it misses differences that are there, so "no difference shown" does not say that there is none. McNemar's exact test takes comparisons as independent and thresholds as given, is far too sure where few false matches set a threshold, and is shown for reference.`,
    ),
  );
  return lines;
}

function rowLines(row: PairedRow): string[] {
  const { first, second, difference, interval, pValue, adjustedPValue, unresolved, mcNemar } = row;
  const { label, unit, asPercent } = namesOf(row);
  const value = (share: number) => (asPercent ? percent(share) : share.toFixed(4));
  const points = (share: number) => `${share > 0 ? '+' : ''}${Number((share * 100).toPrecision(3))}`;
  const clear = adjustedPValue < 1 - interval.level;
  const verdict = unresolved
    ? `not resolved, ${unresolved}`
    : clear
      ? 'a difference that these data show'
      : 'no difference shown';
  return [
    `  ${label}: A ${value(first)}, B ${value(second)} of ${count(row.trials)} (${count(row.subjects)} ${unit})`,
    `    difference ${points(difference)} points [${points(interval.low)}, ${points(interval.high)}], p ${pText(adjustedPValue)}`,
    `    ${verdict}`,
    `    uncorrected p ${pText(pValue)}; McNemar ${mcNemar.onlyFirst} wrong in A alone, ${mcNemar.onlySecond} in B alone, p ${pText(mcNemar.pValue)}`,
  ];
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

function blocksOf(rows: readonly PairedRow[]): PairedRow[][] {
  const blocks = new Map<string, PairedRow[]>();
  for (const row of rows) {
    const key = [row.task, row.firstSystem, row.secondSystem].join('\n');
    blocks.set(key, [...(blocks.get(key) ?? []), row]);
  }
  return [...blocks.values()];
}
