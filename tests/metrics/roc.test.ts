import { expect, it } from 'vitest';
import { detCurve } from '../../src/metrics/det.js';
import { rocCurve } from '../../src/metrics/roc.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { ranked } from './score-lists.js';

it('has the points of the DET with the true matches', () => {
  // 2 of 5 non-mated and 1 of 4 mated comparisons failed.
  const { thresholds, fmr, tmr } = rocCurve(detCurve(ranked([1, 2, 2], 1), ranked([0, 1, 1], 2)));
  expect([...thresholds]).toEqual([0, nextFloat32Up(0), nextFloat32Up(1), nextFloat32Up(2)]);
  expect([...fmr]).toEqual([3 / 5, 2 / 5, 0, 0]);
  expect([...tmr]).toEqual([3 / 4, 3 / 4, 2 / 4, 0]);
});

it('is empty without comparisons of both kinds', () => {
  const none = { thresholds: new Float32Array(), fmr: new Float64Array(), tmr: new Float64Array() };
  expect(rocCurve(detCurve(ranked([1]), ranked([])))).toEqual(none);
  expect(rocCurve(detCurve(ranked([]), ranked([1])))).toEqual(none);
});
