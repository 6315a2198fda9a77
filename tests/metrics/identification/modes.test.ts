import { expect, it } from 'vitest';
import { fnirAtFpir } from '../../../src/metrics/identification/fnir-at-fpir.js';
import { identification, investigation } from '../../../src/metrics/identification/modes.js';
import { searches } from './score-matrix.js';

const found = searches(3, [
  [0, 0.9, 1],
  [0, -0.4, 2],
  [1, 0.8, 3],
  [2, null],
  [3, 0.7],
  [4, 0.2],
]);

it('investigation takes so many candidates whatever their score, below 0 too', () => {
  expect(investigation(found, 2)).toMatchObject({
    mode: 'investigation',
    candidates: 2,
    threshold: null,
    tpir: { value: 0.5, errors: 2, trials: 4 },
    fnir: { value: 0.5, errors: 2, trials: 4 },
  });
  expect(investigation(found, 3).tpir).toMatchObject({ errors: 3 });
  expect(() => investigation(found, 0)).toThrow('rank');
});

it('identification takes those at or above the threshold for a target FPIR, at a rank or without limit', () => {
  const unlimited = identification(found, { target: 0.5 });
  expect(unlimited).toMatchObject({ mode: 'identification', operatingPoint: { falseAlarms: 1 }, tpir: { errors: 2 } });
  expect(unlimited.rank).toBe(Number.POSITIVE_INFINITY);
  expect(identification(found, { target: 0.5, rank: 1 })).toMatchObject({ rank: 1, tpir: { value: 0.25, errors: 1 } });
  const { fnir } = fnirAtFpir(found, { target: 0.5, rank: 1 });
  expect(identification(found, { target: 0.5, rank: 1 }).fnir).toEqual(fnir);
});
