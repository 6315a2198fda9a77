import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disjointComparisons } from '../../src/metrics/disjoint.js';
import { mirrorFile } from '../support/mirror.js';

type Edge = readonly [number, number];

function bruteForce([edge, ...rest]: readonly Edge[]): number {
  if (!edge) return 0;
  const free = rest.filter((other) => !other.includes(edge[0]) && !other.includes(edge[1]));
  return Math.max(bruteForce(rest), 1 + bruteForce(free));
}

const count = (edges: readonly Edge[]) =>
  disjointComparisons(
    edges.map(([a]) => a),
    edges.map(([, b]) => b),
  );

describe('disjointComparisons', () => {
  it('goes around odd circles', () => {
    expect(
      count([
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
    ).toBe(1);
    expect(
      count([
        [0, 1],
        [1, 2],
        [2, 0],
        [2, 3],
        [0, 4],
        [1, 5],
      ]),
    ).toBe(3);
    // A start that pairs neighbours in this order is larger by one only by way of a contracted circle.
    expect(
      count([
        [5, 3],
        [2, 0],
        [1, 5],
        [3, 2],
        [0, 1],
        [0, 4],
        [4, 5],
      ]),
    ).toBe(3);
    expect(count([])).toBe(0);
  });

  it('is the largest number there is, in any order', () => {
    const edge = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).filter(([a, b]) => a !== b);
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 13 }), (edges) => {
        expect(count(edges)).toBe(bruteForce(edges));
        expect(count(edges.toReversed())).toBe(bruteForce(edges));
      }),
      { numRuns: 1000 },
    );
  });

  it('is the number of subjects for mated comparisons', () => {
    expect(disjointComparisons(['a', 'b', 'a'], ['a', 'b', 'a'])).toBe(2);
  });

  it('refuses a mixture, and lists of different length', () => {
    expect(() => disjointComparisons(['a', 'b'], ['a', 'c'])).toThrow('counted apart');
    expect(() => disjointComparisons(['a', 'b'], ['a'])).toThrow('found 2 and 1');
  });

  const pairs = mirrorFile('lfw-pairs.txt');
  it.skipIf(!pairs)('finds 1,606 among the 3,000 non-mated comparisons of LFW View 2', () => {
    const rows = readFileSync(pairs ?? '', 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((fields) => fields.length === 4);
    expect(rows.length).toBe(3000);
    const subjects = (column: number) => rows.map((fields) => fields[column] ?? '');
    expect(disjointComparisons(subjects(0), subjects(2))).toBe(1606);
  });
});
