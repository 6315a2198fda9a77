import { describe, expect, it } from 'vitest';
import { foldAccuracy } from '../../src/metrics/accuracy-10fold.js';
import { compareSystems, type PairedComparisons } from '../../src/metrics/compare-systems.js';
import { fnmrAt } from '../../src/metrics/error-rates.js';
import { thresholdAtFmr } from '../../src/metrics/threshold.js';
import { percentileInterval, subjectReplicates } from '../../src/statistics/dependence/bootstrap.js';
import { gaussian } from '../support/gaussian.js';
import { rankedPeople, repeated, type Scored } from './people-lists.js';

const PEOPLE = 12;

/** Everybody with everybody and twice with themselves, in three folds; the second system is worse, and fails twice. */
function madeUp(): PairedComparisons {
  const [normal, other] = [gaussian(1), gaussian(2)];
  const rows: { a: number; b: number }[] = [];
  for (let a = 0; a < PEOPLE; a += 1) {
    rows.push({ a, b: a }, { a, b: a });
    for (let b = a + 1; b < PEOPLE; b += 1) rows.push({ a, b });
  }
  const scores = (draw: () => number, apart: number) =>
    rows.map(({ a, b }) => Math.fround(draw() + (a === b ? apart : 0)));
  const second = scores(other, 2).map((score, k) => (k === 0 || k === 5 ? undefined : score));
  return {
    mated: rows.map(({ a, b }) => a === b),
    first: rows.map(({ a }) => a),
    second: rows.map(({ b }) => b),
    folds: rows.map((_, k) => k % 3),
    scores: [scores(normal, 3), second],
  };
}

const list = madeUp();
const swap = ({ scores: [first, second], ...rest }: PairedComparisons): PairedComparisons => ({
  ...rest,
  scores: [second, first],
});
const listOf = (system: 0 | 1, mated: boolean, fold?: number): Scored[] =>
  list.mated.flatMap((is, k) => {
    if (is !== mated || (fold !== undefined && list.folds?.[k] !== fold)) return [];
    const score = list.scores[system][k];
    return [{ a: Number(list.first[k]), b: Number(list.second[k]), ...(score === undefined ? {} : { score }) }];
  });
const ranked = (rows: Scored[], mated: boolean) => rankedPeople(rows, mated ? 'mated' : 'non-mated', PEOPLE);

/** The definition: every comparison as often as its people were drawn, a threshold of its own for every system. */
function fnmr(system: 0 | 1, target: number, weights: Int32Array) {
  const set = thresholdAtFmr(ranked(repeated(listOf(system, false), weights, false), false), target);
  const threshold = set.state === 'set' ? set.threshold : Number.NaN;
  return fnmrAt(ranked(repeated(listOf(system, true), weights, true), true), threshold).value ?? Number.NaN;
}

function accuracy(system: 0 | 1, weights: Int32Array) {
  const folds = [0, 1, 2].map((fold) => ({
    mated: ranked(repeated(listOf(system, true, fold), weights, true), true),
    nonMated: ranked(repeated(listOf(system, false, fold), weights, false), false),
  }));
  return foldAccuracy(folds).value ?? Number.NaN;
}

const ONES = new Int32Array(PEOPLE).fill(1);
const options = { operatingPoints: [0.1, 0.02], level: 0.9, bootstrap: { replicates: 99, seed: 7 } };

describe('compareSystems', () => {
  const found = compareSystems(list, options);

  it('compares at each operating point, then in accuracy, the first taken from the second', () => {
    expect(found.map(({ metric, at, trials, subjects }) => [metric, at, trials, subjects])).toEqual([
      ['FNMR@FMR', '1e-1', 24, 12],
      ['FNMR@FMR', '2e-2', 24, 12],
      ['accuracy-10fold', null, 90, 12],
    ]);
    const values = [
      [fnmr(0, 0.1, ONES), fnmr(1, 0.1, ONES)],
      [fnmr(0, 0.02, ONES), fnmr(1, 0.02, ONES)],
      [accuracy(0, ONES), accuracy(1, ONES)],
    ] as const;
    for (const [index, [first, second]] of values.entries()) {
      expect(found[index]).toMatchObject({ first, second, difference: second - first });
      expect(first).not.toBe(second);
    }
  });

  it('draws the same people for both systems and sets every threshold anew', () => {
    const replicates: number[][] = [[], [], []];
    subjectReplicates(PEOPLE, { replicates: 99, seed: 7 }, (weights) => {
      replicates[0]?.push(fnmr(1, 0.1, weights) - fnmr(0, 0.1, weights));
      replicates[1]?.push(fnmr(1, 0.02, weights) - fnmr(0, 0.02, weights));
      replicates[2]?.push(accuracy(1, weights) - accuracy(0, weights));
    });
    for (const [index, drawn] of replicates.entries()) {
      const { low = Number.NaN, high = Number.NaN } = percentileInterval(drawn, 0.9) ?? {};
      expect(found[index]?.interval).toMatchObject({
        low: expect.closeTo(low, 12),
        high: expect.closeTo(high, 12),
        level: 0.9,
      });
      const [below, above] = [drawn.filter((one) => one <= 0).length, drawn.filter((one) => one >= 0).length];
      expect(found[index]?.pValue).toBe(Math.min(1, (2 * (1 + Math.min(below, above))) / 100));
    }
  });

  it("judges each system at its own threshold for McNemar's test, failures as misses of mated comparisons alone", () => {
    const errorsAt = (system: 0 | 1, threshold: number, among: readonly number[]) =>
      among.map((k) => {
        const score = list.scores[system][k];
        return (score !== undefined && score >= threshold) !== list.mated[k];
      });
    const mated = list.mated.flatMap((is, k) => (is ? [k] : []));
    const at = (system: 0 | 1) => {
      const set = thresholdAtFmr(ranked(listOf(system, false), false), 0.1);
      return errorsAt(system, set.state === 'set' ? set.threshold : Number.NaN, mated);
    };
    const [first, second] = [at(0), at(1)];
    expect(found[0]?.mcNemar).toMatchObject({
      onlyFirst: first.filter((wrong, k) => wrong && !second[k]).length,
      onlySecond: second.filter((wrong, k) => wrong && !first[k]).length,
    });
    const byFold = (system: 0 | 1) => {
      const folds = [0, 1, 2].map((fold) => ({
        mated: ranked(listOf(system, true, fold), true),
        nonMated: ranked(listOf(system, false, fold), false),
      }));
      const thresholds = foldAccuracy(folds).folds.map(({ threshold }) => threshold);
      return list.mated.map((_, k) => errorsAt(system, thresholds[list.folds?.[k] ?? 0] ?? Number.NaN, [k])[0]);
    };
    const [a, b] = [byFold(0), byFold(1)];
    expect(found[2]?.mcNemar).toMatchObject({
      onlyFirst: a.filter((wrong, k) => wrong && !b[k]).length,
      onlySecond: b.filter((wrong, k) => wrong && !a[k]).length,
    });
  });

  it('finds no difference between a system and itself', () => {
    const same = compareSystems({ ...list, scores: [list.scores[1], list.scores[1]] }, options);
    expect(same).toHaveLength(3);
    for (const row of same) {
      expect(row).toMatchObject({
        difference: 0,
        pValue: 1,
        interval: { low: 0, high: 0 },
        mcNemar: { onlyFirst: 0, onlySecond: 0, pValue: 1 },
      });
    }
  });

  it('turns every sign when the systems change places', () => {
    for (const [index, row] of compareSystems(swap(list), options).entries()) {
      const other = found[index];
      expect(row.difference).toBe(0 - (other?.difference ?? 0));
      expect(row.interval).toMatchObject({
        low: 0 - (other?.interval.high ?? 0),
        high: 0 - (other?.interval.low ?? 0),
      });
      expect(row.pValue).toBe(other?.pValue);
      expect(row.mcNemar.onlyFirst).toBe(other?.mcNemar.onlySecond);
    }
  });

  it('does not depend on the order of the list', () => {
    const turned = <T>(all: readonly T[]) => [...all].reverse();
    const reversed: PairedComparisons = {
      mated: turned(list.mated),
      first: turned(list.first),
      second: turned(list.second),
      folds: turned(list.folds ?? []),
      scores: [turned(list.scores[0]), turned(list.scores[1])],
    };
    expect(compareSystems(reversed, options)).toEqual(found);
  });

  it('has no accuracy without folds, and uses the names of folds as names only', () => {
    const { folds: _, ...without } = list;
    expect(compareSystems(without, options)).toEqual(found.slice(0, 2));
    const one = { ...list, folds: list.mated.map(() => 4) };
    expect(compareSystems(one, options)).toEqual(found.slice(0, 2));
    const named = { ...list, folds: list.folds?.map((fold) => 10 + 5 * fold) };
    expect(compareSystems(named, options)).toEqual(found);
  });

  it('leaves out what cannot be given, and never throws for it: a system that failed on everything', () => {
    const failed = list.mated.map(() => undefined);
    expect(compareSystems({ ...list, scores: [list.scores[0], failed] }, options)).toEqual([]);
    expect(compareSystems({ ...list, scores: [failed, failed] }, options)).toEqual([]);
    // Only the accuracy needs a score outside of each fold.
    const first = list.scores[1].map((score, k) => (list.folds?.[k] === 0 ? score : undefined));
    expect(compareSystems({ ...list, scores: [list.scores[0], first] }, options).map(({ metric }) => metric)).toEqual([
      'FNMR@FMR',
      'FNMR@FMR',
    ]);
  });

  it('leaves out everything with fewer than two people, and for too few replicates', () => {
    const one: PairedComparisons = {
      mated: [true, true, true, true],
      first: [1, 1, 1, 1],
      second: [1, 1, 1, 1],
      folds: [0, 0, 1, 1],
      scores: [
        [1, 2, 3, undefined],
        [1, 2, 3, 4],
      ],
    };
    expect(compareSystems(one, options)).toEqual([]);
    expect(compareSystems({ mated: [], first: [], second: [], scores: [[], []] }, options)).toEqual([]);
    expect(compareSystems(list, { ...options, bootstrap: { replicates: 18, seed: 1 } })).toEqual([]);
  });
});
