import { FalsematchError } from '../../files/errors.js';
import type { Pair, PairListReader } from './pair.js';

/**
 * IJB-B and IJB-C's comparisons as InsightFace has them (ijbc_template_pair_label.txt): lines `TEMPLATE TEMPLATE LABEL`,
 * 1 for one person and 0 for two. What is compared are templates, by their numbers.
 */
export const readIjbPairs: PairListReader = (text, name) => {
  const pairs: Pair[] = [];
  // IJB-C has 15,658,489 pairs of 23,124 templates: each number is kept once.
  const known = new Map<string, string>();
  const once = (id: string): string => {
    const before = known.get(id);
    if (before === undefined) known.set(id, id);
    return before ?? id;
  };
  let number = 0;
  // Line by line, since all lines at once would take as much memory again.
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const line = text.slice(at, end < 0 ? text.length : end);
    at = end < 0 ? text.length : end + 1;
    number += 1;
    if (line.trim() === '') continue;
    const [, a, b, label] = /^(\d+)\s+(\d+)\s+([01])\s*$/.exec(line) ?? [];
    if (a === undefined || b === undefined || a === b) {
      throw new FalsematchError(
        `${name}, line ${number}: expected two templates and a label as "1 11065 1", found ${JSON.stringify(line.slice(0, 80))}; import the dataset again.`,
      );
    }
    pairs.push({ a: once(a), b: once(b), mated: label === '1' });
  }
  if (pairs.length === 0) throw new FalsematchError(`${name} lists no pair; import the dataset again.`);
  return pairs;
};
