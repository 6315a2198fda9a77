import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readyFnir, weighSide } from '../../../src/metrics/identification/fnir-reweighed.js';
import { fnirAt, NO_THRESHOLD } from '../../../src/metrics/identification/rates.js';
import type { Searches } from '../../../src/metrics/identification/search.js';
import { thresholdAtFpir } from '../../../src/metrics/identification/threshold-at-fpir.js';
import { nextFloat32Down } from '../../../src/statistics/float32.js';
import { matrices, searchesOf } from './score-matrix.js';

/** Each search as often as its subject's weight says. */
function repeated(searches: Searches, weightOf: (subject: number) => number): Searches {
  const order = [...searches.probeSubject].flatMap((subject, s) => Array.from({ length: weightOf(subject) }, () => s));
  const pick = (column: ArrayLike<number>) => order.map((s) => column[s] ?? 0);
  return {
    ...searches,
    probeSubject: Int32Array.from(pick(searches.probeSubject)),
    failed: Uint8Array.from(pick(searches.failed)),
    score: Float32Array.from(pick(searches.score)),
    rank: Int32Array.from(pick(searches.rank)),
  };
}

it('FNIR at a target FPIR for weighted subjects is that of searches written down as often', () => {
  const weightLists = fc.array(fc.nat({ max: 3 }), { minLength: 13, maxLength: 13 });
  fc.assert(
    fc.property(
      matrices,
      fc.constantFrom(0.1, 0.25, 0.5, 0.8),
      fc.constantFrom(1, 2, Number.POSITIVE_INFINITY),
      weightLists,
      (matrix, target, rank, weights) => {
        const searches = searchesOf(matrix, 0);
        const whole = thresholdAtFpir(searches, target);
        fc.pre(whole.state === 'set');
        const rejected = whole.state === 'set' ? nextFloat32Down(whole.threshold) : 0;
        const { mated, nonMated, fnir } = readyFnir(searches, target, rank, rejected);
        // A kind's subjects are numbered in the order in which they come.
        const numbersOf = (kind: boolean) => [
          ...new Set(searches.probeSubject.filter((subject) => subject < searches.gallerySubjects === kind)),
        ];
        const [matedNumbers, nonMatedNumbers] = [numbersOf(true), numbersOf(false)];
        const weightsOf = (numbers: number[]) => Int32Array.from(numbers, (subject) => weights[subject] ?? 0);
        const [matedSide, nonMatedSide] = [
          weighSide(mated, weightsOf(matedNumbers)),
          weighSide(nonMated, weightsOf(nonMatedNumbers)),
        ];
        fc.pre(matedSide.trials > 0 && nonMatedSide.trials > 0);
        const drawn = repeated(searches, (subject) => weights[subject] ?? 0);
        const anew = thresholdAtFpir(drawn, target);
        const threshold = anew.state === 'set' ? anew.threshold : NO_THRESHOLD;
        expect(fnir(matedSide, nonMatedSide)).toBe(fnirAt(drawn, { rank, threshold }).value);
      },
    ),
    { numRuns: 500 },
  );
});
