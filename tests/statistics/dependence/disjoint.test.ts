import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disjointComparisons } from '../../../src/statistics/dependence/disjoint.js';
import { type SubjectLabel, subjectPairs } from '../../../src/statistics/dependence/subject-pairs.js';
import { randomBelow, seededRandom } from '../../../src/statistics/seeded.js';
import { mirrorFile } from '../../support/mirror.js';

type Edge = readonly [number, number];

function bruteForce([edge, ...rest]: readonly Edge[]): number {
  if (!edge) return 0;
  const free = rest.filter((other) => !other.includes(edge[0]) && !other.includes(edge[1]));
  return Math.max(bruteForce(rest), 1 + bruteForce(free));
}

const disjoint = (first: readonly SubjectLabel[], second: readonly SubjectLabel[]) =>
  disjointComparisons(subjectPairs(first, second));

const count = (edges: readonly Edge[]) =>
  disjoint(
    edges.map(([a]) => a),
    edges.map(([, b]) => b),
  );

/** Prime, and so small that the product of two numbers below it is exact. */
const PRIME = 67_108_859;

function inverse(a: number): number {
  let [r, next, t, nextT] = [PRIME, a, 0, 1];
  while (next !== 0) {
    const quotient = Math.floor(r / next);
    [r, next, t, nextT] = [next, r - quotient * next, nextT, t - quotient * nextT];
  }
  return ((t % PRIME) + PRIME) % PRIME;
}

/**
 * Half the rank of a random Tutte matrix (Tutte, 1947; Lovász, 1979): another way to the size of a maximum matching,
 * that shares nothing with a search for paths. It may fall short by chance, about once in 500,000 times.
 */
function tutteRank(points: number, edges: readonly Edge[], random: (below: number) => number): number {
  const rows = Array.from({ length: points }, () => new Float64Array(points));
  for (const [a, b] of edges) {
    const x = 1 + random(PRIME - 1);
    (rows[a] as Float64Array)[b] = x;
    (rows[b] as Float64Array)[a] = PRIME - x;
  }
  let rank = 0;
  for (let column = 0; column < points; column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0);
    if (pivot === -1) continue;
    const [top = new Float64Array()] = rows.splice(pivot, 1);
    rows.splice(rank, 0, top);
    const scale = inverse(top[column] ?? 0);
    for (const row of rows.slice(rank + 1)) {
      const times = ((row[column] ?? 0) * scale) % PRIME;
      if (times === 0) continue;
      for (let k = column; k < points; k += 1) row[k] = ((row[k] ?? 0) + (PRIME - times) * (top[k] ?? 0)) % PRIME;
    }
    rank += 1;
  }
  return rank / 2;
}

function randomEdges(points: number, edges: number, random: (below: number) => number): Edge[] {
  return Array.from({ length: edges }, (): Edge => {
    const a = random(points);
    return [a, (a + 1 + random(points - 1)) % points];
  });
}

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

  it('is half the rank of the Tutte matrix, for graphs from loose to dense', () => {
    const generator = seededRandom(20260);
    const random = (below: number) => randomBelow(generator, below);
    for (let round = 0; round < 300; round += 1) {
      const points = 3 + random(50);
      const edges = randomEdges(points, Math.round(points * (0.3 + random(25) / 10)), random);
      expect(count(edges), JSON.stringify(edges)).toBe(tutteRank(points, edges, random));
    }
  });

  it('finds the whole of a chain of joined triangles, whatever the order', () => {
    const generator = seededRandom(7);
    const edges = Array.from({ length: 10_000 }, (_, i): Edge[] => {
      const [a, b, c, next] = [3 * i, 3 * i + 1, 3 * i + 2, 3 * i + 3];
      return [[a, b], [b, c], [c, a], ...(i < 9_999 ? [[c, next] as const] : [])];
    }).flat();
    const shuffled = edges
      .map((edge) => ({ edge, key: randomBelow(generator, 2 ** 31) }))
      .sort((p, q) => p.key - q.key)
      .map(({ edge }) => edge);
    expect(count(shuffled)).toBe(15_000);
  });

  const random20k = (subjects: number) => {
    const generator = seededRandom(3);
    return randomEdges(subjects, 20_000, (below) => randomBelow(generator, below));
  };
  const oneSided = () => {
    const generator = seededRandom(5);
    return Array.from({ length: 100_000 }, (_, i): Edge => [i % 20_000, 20_000 + randomBelow(generator, 10_000)]);
  };
  it.each([
    {
      of: 'one subject against 20,000 others',
      edges: Array.from({ length: 20_000 }, (_, i): Edge => [0, i + 1]),
      most: 1,
    },
    { of: '20,000 comparisons over 80,000 subjects', edges: random20k(80_000), most: 13_777 },
    { of: '20,000 comparisons over 10,000 subjects', edges: random20k(10_000), most: 4_883 },
    // Half of the 20,000 stay free, and the search from each would see nearly everything again.
    { of: '20,000 subjects against five of 10,000 others each', edges: oneSided(), most: 10_000 },
  ])('copes with $of', ({ edges, most }) => {
    expect(count(edges)).toBe(most);
  });

  it('is the number of subjects for mated comparisons', () => {
    expect(disjoint(['a', 'b', 'a'], ['a', 'b', 'a'])).toBe(2);
  });

  it('refuses a mixture, and lists of different length', () => {
    expect(() => disjoint(['a', 'b'], ['a', 'c'])).toThrow('counted apart');
    expect(() => disjoint(['a', 'b'], ['a'])).toThrow('found 2 and 1');
  });

  const pairs = mirrorFile('lfw-pairs.txt');
  it.skipIf(!pairs)('finds 1,606 among the 3,000 non-mated comparisons of LFW View 2', () => {
    const rows = readFileSync(pairs ?? '', 'utf8')
      .split('\n')
      .map((line) => line.split('\t'))
      .filter((fields) => fields.length === 4);
    expect(rows.length).toBe(3000);
    const subjects = (column: number) => rows.map((fields) => fields[column] ?? '');
    expect(disjoint(subjects(0), subjects(2))).toBe(1606);
  });
});
