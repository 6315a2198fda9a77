import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type ScoredPairs, type UpperTail, upperTail } from '../../src/comparison/upper-tail.js';

interface One {
  readonly score: number;
  readonly first: number;
  readonly second: number;
}

const asPart = (list: readonly One[]): ScoredPairs => ({
  scores: Float32Array.from(list, ({ score }) => score),
  first: Int32Array.from(list, ({ first }) => first),
  second: Int32Array.from(list, ({ second }) => second),
});

const asList = ({ scores, first, second }: UpperTail) =>
  Array.from(scores, (score, k) => ({ score, first: first[k], second: second[k] }));

function slowly(list: readonly One[], count: number): One[] {
  const ordered = [...list].sort((p, q) => q.score - p.score || p.first - q.first || p.second - q.second);
  const last = ordered[count - 1]?.score ?? Number.NEGATIVE_INFINITY;
  return ordered.filter(({ score }) => score >= last);
}

const sample = fc.nat(30);
const any = fc.record({ score: fc.float({ noNaN: true, noDefaultInfinity: true }), first: sample, second: sample });
const near = fc.record({ score: fc.float({ noNaN: true, min: 0.25, max: 0.5 }), first: sample, second: sample });
const tied = fc.record({ score: fc.constantFrom(-1, -0, 0, 0.25, 0.5), first: sample, second: sample });
const parts = fc.oneof(...[any, near, tied].map((one) => fc.array(fc.array(one, { maxLength: 60 }), { maxLength: 4 })));

it('is the highest and all that have the score of the last, in order', () => {
  fc.assert(
    fc.property(parts, fc.integer({ min: 1, max: 100 }), (lists, count) => {
      const all = lists.flat();
      const tail = upperTail(lists.map(asPart), count, -2);
      const expected = slowly(all, count);
      expect(asList(tail)).toEqual(expected.map((one) => ({ ...one, score: expect.closeTo(one.score, 10) })));
      expect([...tail.scores].map((score) => score + 0)).toEqual(expected.map(({ score }) => score + 0));
      expect(tail.from + 0).toBe(all.length < count ? -2 : (expected[count - 1]?.score ?? 0) + 0);
    }),
    { numRuns: 300 },
  );
});

it('sorts many, most of them equal or nearly so, as few', () => {
  const list = Array.from({ length: 30_000 }, (_, k) => ({
    score: Math.fround(k % 3 === 0 ? 0.25 : 0.25 + (Math.imul(k, 2_654_435_761) >>> 20) * 2 ** -24),
    first: (k * 7919) % 30_000,
    second: k,
  }));
  const tail = upperTail([asPart(list.slice(0, 9000)), asPart(list.slice(9000))], 12_345, 0);
  expect(asList(tail)).toEqual(slowly(list, 12_345));
});

it('is all of them when they are as many as wanted and everything was kept', () => {
  const part = asPart([{ score: 0.5, first: 0, second: 1 }]);
  expect(upperTail([part], 1, Number.NEGATIVE_INFINITY).from).toBe(Number.NEGATIVE_INFINITY);
  expect(upperTail([part], 1, 0.25).from).toBe(0.5);
  expect(upperTail([part], 2, 0.25)).toEqual({ from: 0.25, ...part });
});
