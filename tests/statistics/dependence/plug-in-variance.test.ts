import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plugInVariance } from '../../../src/statistics/dependence/plug-in-variance.js';
import { countsOf, type Judged, judgedLists, share } from './lists.js';

/** The definition, over every couple of comparisons that share a subject. */
function byDefinition(list: readonly Judged[]): number {
  const rate = share(list);
  let sum = 0;
  for (const p of list) {
    for (const q of list) {
      if (![p.a, p.b].some((subject) => subject === q.a || subject === q.b)) continue;
      sum += ((p.error ? 1 : 0) - rate) * ((q.error ? 1 : 0) - rate);
    }
  }
  return sum / list.length ** 2;
}

it.each(['mated', 'non-mated', 'both'] as const)('is the sum over couples that share a subject: %s', (kind) => {
  fc.assert(
    fc.property(judgedLists(kind), (list) => {
      expect(plugInVariance(countsOf(list))).toBeCloseTo(byDefinition(list), 12);
    }),
  );
});

it('is p (1 - p) / n when nobody stands in two comparisons', () => {
  const list = Array.from({ length: 10 }, (_, k) => ({ a: 2 * k, b: 2 * k + 1, error: k < 3 }));
  expect(plugInVariance(countsOf(list))).toBeCloseTo((0.3 * 0.7) / 10, 15);
});

it('is as if there were one trial a subject when all comparisons of a subject agree', () => {
  const list = Array.from({ length: 40 }, (_, k) => ({ a: k % 4, b: k % 4, error: k % 4 === 0 }));
  expect(plugInVariance(countsOf(list))).toBeCloseTo((0.25 * 0.75) / 4, 15);
});
