import type { PairedRow } from '../results/compare-paired.js';
import { couplesOf, coupleText, pairedTexts, readingOfPairs } from './compare/paired-texts.js';
import { oneLine } from './format.js';
import { wrap } from './wrap.js';

/** What `falsematch compare` prints: a block for each two systems on a task, then how to read it. */
export function compareLines(rows: readonly PairedRow[]): string[] {
  const reading = readingOfPairs(rows);
  return [...pairedLines(rows), ...(reading === undefined ? [] : wrap(reading))];
}

/** The blocks alone. */
export function pairedLines(rows: readonly PairedRow[]): string[] {
  return couplesOf(rows).flatMap((block) => {
    const [head] = block;
    return head ? [oneLine(coupleText(head)), ...block.flatMap(rowLines), ''] : [];
  });
}

function rowLines(row: PairedRow): string[] {
  const { label, first, second, of, difference, p, verdict, uncorrectedP, mcNemar } = pairedTexts(row);
  return [
    `  ${label}: A ${first}, B ${second} of ${of}`,
    `    difference ${difference}, p ${p}`,
    `    ${verdict}`,
    `    uncorrected p ${uncorrectedP}; McNemar ${mcNemar}`,
  ];
}
