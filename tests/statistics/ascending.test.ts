import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingCopy, mergeAscending, scoreFromTop, scoreRange } from '../../src/statistics/ascending.js';
import { countAbove, countBelow, countFrom, walkTies } from '../../src/statistics/ties.js';
import { compressed, scores } from './ascending-scores.js';

describe('ascendingCopy', () => {
  it('leaves the input as it is', () => {
    const unsorted = Float32Array.of(3, 1, 2);
    expect([...ascendingCopy(unsorted).scores]).toEqual([1, 2, 3]);
    expect([...unsorted]).toEqual([3, 1, 2]);
  });
});

describe('scoreFromTop', () => {
  it('is the k-th entry of the scores sorted downward, with counts as well', () => {
    fc.assert(
      fc.property(scores, (list) => {
        const downward = list.slice().sort().reverse();
        for (const ascending of [ascendingCopy(list), compressed(list)]) {
          expect(downward.map((_, k) => scoreFromTop(ascending, k) ?? Number.NaN)).toEqual(downward);
          expect(scoreFromTop(ascending, list.length)).toBeUndefined();
        }
      }),
    );
  });

  it('finds a rank above 2^32', () => {
    const before = Float64Array.of(0, 5e9, 9e9);
    const many = { scores: Float32Array.of(1, 2), before, total: 9e9 };
    expect([scoreFromTop(many, 0), scoreFromTop(many, 4e9 - 1), scoreFromTop(many, 4e9)]).toEqual([2, 2, 1]);
    expect(countFrom(many, 2)).toBe(4e9);
  });
});

describe('scoreRange', () => {
  it('are the lowest and the highest score', () => {
    expect(scoreRange(ascendingCopy(Float32Array.of(3, 1, 2)))).toEqual([1, 3]);
    expect(scoreRange(ascendingCopy(new Float32Array()))).toBeUndefined();
  });
});

describe('mergeAscending', () => {
  const shards = fc.array(scores, { minLength: 1, maxLength: 5 });
  const joined = (parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]));

  it('gives of plain shards the whole, exactly', () => {
    fc.assert(
      fc.property(shards, (parts) => {
        expect(mergeAscending(parts.map(ascendingCopy))).toEqual(ascendingCopy(joined(parts)));
      }),
    );
  });

  it('gives of shards with counts, and of a mixture, the counts of the whole', () => {
    fc.assert(
      fc.property(shards, fc.boolean(), (parts, mixed) => {
        const merged = mergeAscending(
          parts.map((part, i) => (mixed && i > 0 ? ascendingCopy(part) : compressed(part))),
        );
        expect(merged).toEqual(compressed(joined(parts)));
      }),
    );
  });

  it('is empty for no shard', () => {
    expect(mergeAscending([])).toEqual(ascendingCopy(new Float32Array()));
  });

  it('adds counts above 2^32', () => {
    const many = { scores: Float32Array.of(1), before: Float64Array.of(0, 3e9), total: 3e9 };
    const merged = mergeAscending([many, many, many]);
    expect(merged.total).toBe(9e9);
    expect([countBelow(merged, 2), countAbove(merged, 0)]).toEqual([9e9, 9e9]);
    const visits: number[][] = [];
    walkTies(merged, many, (...visit) => visits.push(visit));
    expect(visits).toEqual([[1, 9e9, 3e9]]);
  });
});
