import { parse } from 'csv-parse/sync';
import { FalsematchError, messageOf } from '../../files/errors.js';
import type { Pair, PairListReader } from './pair.js';

/** A CSV with a header: `a`, `b` (sample ids), `mated` (1 or 0) and optionally `fold` (0, 1, ...). */
export const readCsvPairs: PairListReader = (text, name) => {
  let rows: Record<string, string>[];
  try {
    rows = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    throw new FalsematchError(`${name} is not a CSV file with a header (${messageOf(cause)}).`, { cause });
  }
  return rows.map(({ a, b, mated, fold }, index): Pair => {
    const where = `${name}, record ${index + 1}`;
    if (!a || !b) throw new FalsematchError(`${where}: the columns "a" and "b" must name two samples.`);
    if (mated !== '0' && mated !== '1') {
      throw new FalsematchError(`${where}: the column "mated" must be 1 or 0, not "${mated ?? ''}".`);
    }
    if (fold !== undefined && fold !== '' && !/^\d+$/.test(fold)) {
      throw new FalsematchError(`${where}: the column "fold" must be a whole number from 0, not "${fold}".`);
    }
    return { a, b, mated: mated === '1', ...(fold ? { fold: Number(fold) } : {}) };
  });
};
