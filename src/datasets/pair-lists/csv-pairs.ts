import { FalsematchError } from '../../files/errors.js';
import { readCsv } from '../read-csv.js';
import type { Pair, PairListReader } from './pair.js';

/**
 * A CSV with a header: `a`, `b` (sample ids), `mated` (1 or 0) and optionally `fold` (0, 1, ...), which all records have
 * or none. Refuses a list without pairs, a sample with itself, and a pair that is listed twice, in either order.
 */
export const readCsvPairs: PairListReader = (text, name) => {
  const rows = readCsv(text, name);
  const pairs = rows.map((row, index) => readPair(row, `${name}, record ${index + 1}`));
  if (pairs.length === 0) {
    throw new FalsematchError(`${name} lists no pair; write a header "a,b,mated" and one pair a line below it.`);
  }
  refuseRepeated(pairs, name);
  refuseSomeFolds(pairs, name);
  return pairs;
};

function readPair({ a, b, mated, fold }: Record<string, string>, where: string): Pair {
  if (!a || !b) throw new FalsematchError(`${where}: the columns "a" and "b" must name two samples.`);
  if (a === b) {
    throw new FalsematchError(`${where}: compares "${a}" with itself, which no system can fail; remove the record.`);
  }
  if (mated !== '0' && mated !== '1') {
    throw new FalsematchError(`${where}: the column "mated" must be 1 or 0, not "${mated ?? ''}".`);
  }
  if (fold !== undefined && fold !== '' && !/^\d{1,9}$/.test(fold)) {
    throw new FalsematchError(`${where}: the column "fold" must be a whole number from 0, not "${fold}".`);
  }
  return { a, b, mated: mated === '1', ...(fold ? { fold: Number(fold) } : {}) };
}

/** A pair that counts twice makes every interval narrower than the data. */
function refuseRepeated(pairs: readonly Pair[], name: string): void {
  const seen = new Map<string, { record: number; mated: boolean }>();
  for (const [index, { a, b, mated }] of pairs.entries()) {
    const record = index + 1;
    const key = JSON.stringify([a, b].sort());
    const before = seen.get(key);
    if (!before) {
      seen.set(key, { record, mated });
    } else if (before.mated === mated) {
      throw new FalsematchError(
        `${name}, record ${record}: the pair "${a}" and "${b}" is already in record ${before.record}; remove one of them.`,
      );
    } else {
      const label = (isMated: boolean) => (isMated ? 'mated' : 'non-mated');
      throw new FalsematchError(
        `${name}, record ${record}: the pair "${a}" and "${b}" is ${label(mated)} here and ${label(before.mated)} in record ${before.record}; keep the right one.`,
      );
    }
  }
}

function refuseSomeFolds(pairs: readonly Pair[], name: string): void {
  const withFold = pairs.findIndex(({ fold }) => fold !== undefined);
  const without = pairs.findIndex(({ fold }) => fold === undefined);
  if (withFold === -1 || without === -1) return;
  throw new FalsematchError(
    `${name}, record ${without + 1}: has no fold, and record ${withFold + 1} has one; give every pair a fold, or none.`,
  );
}
