import { expect, it } from 'vitest';
import { llrCost } from '../../src/metrics/llr-cost.js';

const side = (scores: readonly number[], first: readonly string[], second: readonly string[]) => ({
  scores: Float32Array.from(scores),
  failed: 0,
  subjects: { first, second },
});
/** ((log2(1 + e^-2) + 1) / 2 + (log2(1 + e^-1) + 1 + log2(1 + e)) / 3) / 2, worked out in Python. */
const EXPECTED = 0.8535424708629089;
const mated = side([2, 0], ['a', 'b'], ['a', 'b']);
const nonMated = side([-1, 0, 1], ['a', 'a', 'b'], ['b', 'c', 'c']);

it('is the mean cost of both sides in bits, with an interval by subject', () => {
  const found = llrCost({ mated, nonMated }, { level: 0.9, bootstrap: { replicates: 500, seed: 3 } });
  expect(found).toMatchObject({ state: 'resolved', trials: 5, interval: { level: 0.9, method: 'subject-bootstrap' } });
  expect(found.value).toBeCloseTo(EXPECTED, 12);
  expect(found.interval?.low).toBeLessThan(EXPECTED);
  expect(found.interval?.high).toBeGreaterThan(EXPECTED);
});

it('goes by the seed', () => {
  const people = Array.from({ length: 12 }, (_, k) => `p${k}`);
  const own = side(
    people.map((_, k) => Math.sqrt(k)),
    people,
    people,
  );
  const others = side(
    people.map((_, k) => -Math.sqrt(k)),
    people,
    [...people.slice(1), 'p0'],
  );
  const interval = (seed: number) => {
    const found = llrCost({ mated: own, nonMated: others }, { bootstrap: { replicates: 100, seed } });
    return [found.interval?.low, found.interval?.high];
  };
  expect(interval(1)).toEqual(interval(1));
  expect(interval(1)).not.toEqual(interval(2));
});

it.each([
  [{ mated: { ...mated, subjects: undefined }, nonMated }, 'none is named'],
  [{ mated, nonMated: { ...nonMated, subjects: undefined } }, 'none is named'],
  [{ mated: side([], [], []), nonMated }, 'There are no mated comparisons'],
  [{ mated: side([1], ['a'], ['a']), nonMated: side([1], ['a'], ['b']) }, 'do not vary enough'],
])('is unavailable without an interval: %#', (comparisons, reason) => {
  expect(llrCost(comparisons, {})).toMatchObject({ state: 'unavailable', reason: expect.stringContaining(reason) });
});
