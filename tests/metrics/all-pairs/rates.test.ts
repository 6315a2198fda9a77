import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseMatchesAt } from '../../../src/metrics/all-pairs/false-matches.js';
import { allPairsFmr, allPairsFnmr } from '../../../src/metrics/all-pairs/rates.js';
import { fmrAt, fnmrAt } from '../../../src/metrics/error-rates.js';
import { subjectMean } from '../../../src/metrics/subject-mean.js';
import { countByPair } from '../../../src/statistics/dependence/subject-pairs.js';
import { asLists, everyPair, kept, people, thresholds, views } from './every-pair.js';

describe('allPairsFmr and allPairsFnmr', () => {
  it('are what the list of all comparisons gives, with every interval, state and floor', () => {
    fc.assert(
      fc.property(people(14), fc.nat(), views, thresholds, (list, seed, view, threshold) => {
        const comparisons = everyPair(list, seed);
        const scores = kept(list, comparisons, 0);
        const { mated, nonMated } = asLists(list, comparisons, view);
        const counts = falseMatchesAt(scores, threshold);
        expect(allPairsFmr(scores, counts, view)).toEqual(fmrAt(nonMated, threshold));
        const { overComparisons, overSubjects } = allPairsFnmr(scores, threshold, view, 0.9);
        expect(overComparisons).toEqual(fnmrAt(mated, threshold, 0.9));
        const { pairs, scores: own } = mated.subjects;
        const misses = countByPair(pairs, (k) => !((own[k] ?? Number.NaN) >= threshold));
        expect(overSubjects).toEqual(subjectMean(misses, 'FNMR', 0.9));
      }),
      { numRuns: 300 },
    );
  });

  it('agree with a calculation by hand', () => {
    // Subjects 0 and 1 have two samples each, subject 2 has three of which one failed.
    const samplesOf = { samples: Int32Array.of(2, 2, 3), failed: Int32Array.of(0, 0, 1) };
    const mated = { scores: Float32Array.of(0.9, 0.4, 0.7), subject: Int32Array.of(0, 1, 2) };
    const counted = allPairsFnmr({ ...samplesOf, mated }, 0.5, 'counted');
    // The failed sample would stand in two mated comparisons.
    expect(counted.overComparisons).toMatchObject({ errors: 3, trials: 5, subjects: 3 });
    expect(counted.overSubjects).toMatchObject({ subjects: 3, comparisons: 5 });
    expect(counted.overSubjects.value).toBeCloseTo((0 + 1 + 2 / 3) / 3, 15);
    const excluded = allPairsFnmr({ ...samplesOf, mated }, 0.5, 'excluded');
    expect(excluded.overComparisons).toMatchObject({ errors: 1, trials: 3, subjects: 3 });
    expect(excluded.overSubjects.value).toBeCloseTo(1 / 3, 15);
    const falseMatches = {
      threshold: 0.5,
      falseMatches: 3,
      rejected: null,
      atRejected: 3,
      bySubject: Int32Array.of(3, 2, 1),
      ee: 5,
      en: { counted: 2 * 4 + 6, excluded: 2 * 4 + 4 },
      disjoint: 1,
      disjointOthers: { counted: 1, excluded: 1 },
    };
    expect(allPairsFmr(samplesOf, falseMatches, 'counted')).toMatchObject({ errors: 3, trials: 16, subjects: 3 });
    expect(allPairsFmr(samplesOf, falseMatches, 'excluded')).toMatchObject({ errors: 3, trials: 12, subjects: 3 });
  });

  it('are not there without a comparison', () => {
    const alone = {
      samples: Int32Array.of(1, 1),
      failed: Int32Array.of(0, 1),
      mated: { scores: new Float32Array(), subject: new Int32Array() },
    };
    const { overComparisons, overSubjects } = allPairsFnmr(alone, 0.5, 'counted');
    expect([overComparisons.state, overSubjects.state]).toEqual(['unavailable', 'unavailable']);
    const none = {
      threshold: 0.5,
      falseMatches: 0,
      rejected: null,
      atRejected: 0,
      bySubject: Int32Array.of(0, 0),
      ee: 0,
      en: { counted: 0, excluded: 0 },
      disjoint: 0,
      disjointOthers: { counted: 1, excluded: 0 },
    };
    expect(allPairsFmr(alone, none, 'counted')).toMatchObject({ state: 'unresolved', errors: 0, trials: 1 });
    expect(allPairsFmr(alone, none, 'excluded')).toMatchObject({ state: 'unavailable', trials: 0 });
  });

  it('refuse false matches that do not add up, and NaN', () => {
    const list = [
      { samples: 2, failed: 0 },
      { samples: 2, failed: 0 },
    ];
    const scores = kept(list, everyPair(list, 1), 0);
    const counts = falseMatchesAt(scores, 0);
    const { falseMatches } = counts;
    expect(() => allPairsFmr(scores, { ...counts, falseMatches: falseMatches - 1 }, 'counted')).toThrow(
      `Each of ${falseMatches - 1} false matches counts for two of 2 subjects, found ${2 * falseMatches} in the counts of 2.`,
    );
    expect(() => allPairsFmr(scores, { ...counts, bySubject: Int32Array.of(4, 4, 0) }, 'counted')).toThrow(
      'found 8 in the counts of 3.',
    );
    expect(() => allPairsFnmr(scores, Number.NaN, 'counted')).toThrow('The threshold must be a number, found NaN;');
  });
});
