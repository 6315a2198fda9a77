import { expect, it } from 'vitest';
import { failureRate, pictureFailureRate } from '../../src/metrics/failure-rate.js';
import { adjustedWilson } from '../../src/statistics/dependence/adjusted-wilson.js';
import { wilson } from '../../src/statistics/wilson.js';

/** Twenty subjects of five samples each, of which these many fail in the first of them. */
const failed = (...each: number[]) => Array.from({ length: 100 }, (_, k) => k % 5 < (each[Math.floor(k / 5)] ?? 0));
const subjects = Array.from({ length: 100 }, (_, k) => `p${Math.floor(k / 5)}`);

it('is the share of samples without a template, as if independent where nobody knows the subjects', () => {
  const rate = failureRate({ failed: failed(5, 4, 3, 2, 1) });
  expect(rate).toMatchObject({ value: 0.15, errors: 15, trials: 100, over: 'samples', jackknife: null });
  expect(rate.subjects).toBeUndefined();
  expect(rate.interval).toEqual({ ...wilson(15, 100), level: 0.95, method: 'wilson' });
});

it('is as uncertain as its subjects make it', () => {
  const rate = failureRate({ failed: failed(5, 4, 3, 2, 1), subjects }, 0.9);
  expect(rate).toMatchObject({ errors: 15, trials: 100, subjects: 20, state: 'resolved' });
  const numbers = Int32Array.from({ length: 20 }, (_, k) => k);
  const counts = {
    subjects: 20,
    first: numbers,
    second: numbers,
    errors: Float64Array.from({ length: 20 }, (_, k) => Math.max(0, 5 - k)),
    trials: new Float64Array(20).fill(5),
  };
  expect(rate.interval).toEqual({ ...adjustedWilson(counts, 0.9), level: 0.9, method: 'adjusted-wilson' });
});

it('does not say how many subjects there are where the labels stand for pictures', () => {
  const rate = failureRate({ failed: failed(5, 4, 3, 2, 1), subjects, subjectsKnown: false });
  expect(rate.subjects).toBeUndefined();
  expect(rate.interval?.method).toBe('adjusted-wilson');
});

it('without a failure is bounded by the subjects, not by their samples', () => {
  expect(failureRate({ failed: failed(), subjects })).toMatchObject({
    state: 'unresolved',
    floor: {
      of: 'FTE',
      upperBound: expect.closeTo(1 - 0.025 ** (1 / 20), 12),
      upperBoundIfIndependent: expect.closeTo(1 - 0.025 ** (1 / 100), 12),
    },
  });
});

it('is unavailable without a sample', () => {
  expect(failureRate({ failed: [] })).toMatchObject({ state: 'unavailable', errors: null, trials: 0 });
});

it('of pictures within templates is that of their pictures one by one', () => {
  const pictures = [5, 3, 1, 7, 2, 6, 4, 5];
  const lost = [2, 0, 1, 3, 0, 1, 2, 1];
  const people = ['a', 'a', 'b', 'c', 'd', 'e', 'f', 'f'];
  const each = pictures.flatMap((count, k) =>
    Array.from({ length: count }, (_, at) => ({ k, failed: at < (lost[k] ?? 0) })),
  );
  const { over: _, ...one } = failureRate({
    failed: each.map((x) => x.failed),
    subjects: each.map(({ k }) => people[k] ?? ''),
  });
  const { over, ...whole } = pictureFailureRate({ pictures, failed: lost, subjects: people });
  expect([whole, over]).toEqual([one, 'pictures']);
  expect(whole).toMatchObject({ errors: 10, trials: 33, subjects: 6 });
});

it('of pictures refuses lists that do not fit, and more failures than pictures', () => {
  const subjects = ['a', 'b'];
  expect(() => pictureFailureRate({ pictures: [1, 2], failed: [1], subjects })).toThrow('found 2, 1 and 2');
  expect(() => pictureFailureRate({ pictures: [1], failed: [1], subjects })).toThrow('found 1, 1 and 2');
  expect(() => pictureFailureRate({ pictures: [1, 2], failed: [1, 3], subjects })).toThrow('found 4 of 3');
});
