import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readyFnir } from '../../../src/metrics/identification/fnir-reweighed.js';
import { fnirAt, NO_THRESHOLD } from '../../../src/metrics/identification/rates.js';
import type { Searches } from '../../../src/metrics/identification/search.js';
import { splitReplicates } from '../../../src/metrics/identification/split-replicates.js';
import { thresholdAtFpir } from '../../../src/metrics/identification/threshold-at-fpir.js';
import { subjectReplicates } from '../../../src/statistics/dependence/bootstrap.js';
import { nextFloat32Down } from '../../../src/statistics/float32.js';
import { matrices, searchesOf } from './score-matrix.js';

/** The searches written down as often as their subject was drawn. */
function drawn(searches: Searches, subjectOf: Int32Array, weights: Int32Array): Searches {
  const order = [...searches.probeSubject].flatMap((subject, s) =>
    Array.from({ length: weights[subjectOf[subject] ?? 0] ?? 0 }, () => s),
  );
  const pick = (column: ArrayLike<number>) => order.map((s) => column[s] ?? 0);
  return {
    ...searches,
    probeSubject: Int32Array.from(pick(searches.probeSubject)),
    failed: Uint8Array.from(pick(searches.failed)),
    score: Float32Array.from(pick(searches.score)),
    rank: Int32Array.from(pick(searches.rank)),
  };
}

/** FNIR at a target FPIR that the searches set themselves; undefined where one kind of them is missing. */
function naiveFnir(searches: Searches, target: number): number | undefined {
  const mated = searches.probeSubject.filter((subject) => subject < searches.gallerySubjects).length;
  if (mated === 0 || mated === searches.probeSubject.length) return undefined;
  const anew = thresholdAtFpir(searches, target);
  return (
    fnirAt(searches, { rank: 1, threshold: anew.state === 'set' ? anew.threshold : NO_THRESHOLD }).value ?? undefined
  );
}

const EVERYBODY = 14;

it('whoever is drawn is drawn in every split, and every split sets its threshold anew', () => {
  const order = fc.shuffledSubarray(
    Array.from({ length: EVERYBODY }, (_, k) => k),
    { minLength: EVERYBODY },
  );
  let compared = 0;
  fc.assert(
    fc.property(
      fc.array(fc.tuple(matrices, order), { minLength: 2, maxLength: 3 }),
      fc.constantFrom([0.25], [0.1, 0.5], [0.5, 0.25, 0.1]),
      fc.nat(),
      (parts, targets, seed) => {
        const splits = parts.map(([matrix, numbers]) => {
          const searches = searchesOf(matrix, 0);
          const subjectOf = Int32Array.from(numbers.slice(0, searches.subjects));
          const ready = targets.map((target) => {
            const whole = thresholdAtFpir(searches, target);
            if (whole.state === 'unavailable') return undefined;
            return readyFnir(searches, target, 1, nextFloat32Down(whole.threshold));
          });
          return { searches, subjectOf, ready };
        });
        // Without any threshold nothing says which searches there are.
        fc.pre(splits.every(({ ready }) => ready.some((one) => one !== undefined)));
        const expected = targets.map((): number[] => []);
        subjectReplicates(EVERYBODY, { replicates: 40, seed }, (weights) => {
          for (const [t, target] of targets.entries()) {
            if (splits.some(({ ready }) => ready[t] === undefined)) continue;
            const rates = splits.map(({ searches, subjectOf }) =>
              naiveFnir(drawn(searches, subjectOf, weights), target),
            );
            if (rates.includes(undefined)) continue;
            expected[t]?.push(rates.reduce<number>((all, rate) => all + (rate ?? 0), 0) / rates.length);
          }
        });
        compared += expected.flat().length;
        const found = splitReplicates(splits, targets.length, EVERYBODY, { replicates: 40, seed });
        expect(found.map((means) => [...means])).toEqual(expected);
      },
    ),
    { numRuns: 150 },
  );
  expect(compared).toBeGreaterThan(500);
});
