import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairFalseMatches, splitByGroups } from '../../../src/metrics/all-pairs/pair-false-matches.js';

const rows = ({ first, second, falseMatches }: ReturnType<typeof pairFalseMatches>) =>
  Array.from(first, (a, pair) => [a, second[pair], falseMatches[pair]]);

/** The ends of comparisons of two of seven subjects. */
const ends = fc.array(
  fc.tuple(fc.nat({ max: 6 }), fc.nat({ max: 6 })).filter(([a, b]) => a !== b),
  { maxLength: 40 },
);

const tailOf = (list: readonly (readonly [number, number])[]) => ({
  first: Int32Array.from(list, ([a]) => a),
  second: Int32Array.from(list, ([, b]) => b),
});

describe('pairFalseMatches', () => {
  it('puts comparisons of the same two together, whoever stands first', () => {
    const tail = tailOf([
      [5, 2],
      [0, 1],
      [2, 5],
      [1, 0],
      [0, 6],
      [2, 5],
    ]);
    expect(rows(pairFalseMatches(tail, 5, 7))).toEqual([
      [0, 1, 2],
      [0, 6, 1],
      [2, 5, 2],
    ]);
    expect(rows(pairFalseMatches(tail, 0, 7))).toEqual([]);
  });

  it('counts each pair as often as it is there', () => {
    fc.assert(
      fc.property(ends, (list) => {
        const found = new Map<string, number>();
        for (const [a, b] of list) {
          const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
          found.set(key, (found.get(key) ?? 0) + 1);
        }
        const expected = [...found].map(([key, count]) => [...key.split(' ').map(Number), count]);
        expected.sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
        expect(rows(pairFalseMatches(tailOf(list), list.length, 7))).toEqual(expected);
      }),
    );
  });
});

describe('splitByGroups', () => {
  it('puts every pair of two known groups in one cell, in the same order', () => {
    const groupsOf = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(ends, groupsOf, (list, groupOf) => {
        const pairs = pairFalseMatches(tailOf(list), list.length, 7);
        const cells = splitByGroups(pairs, Int32Array.from(groupOf), 3);
        expect(cells.map((row) => row.length)).toEqual([3, 2, 1]);
        for (const [g, row] of cells.entries()) {
          for (const [above, cell] of row.entries()) {
            const wanted = [g, g + above].join();
            expect(rows(cell)).toEqual(
              rows(pairs).filter(
                ([a = 0, b = 0]) => [groupOf[a] ?? -1, groupOf[b] ?? -1].sort((p, q) => p - q).join() === wanted,
              ),
            );
          }
        }
      }),
    );
  });
});
