import { expect, it } from 'vitest';
import { taskSchema } from '../../src/benchmark/suite.js';
import { thresholdsFrom } from '../../src/benchmark/thresholds-from.js';

const base = { id: 'one', data: 'd', at: ['1e-1'] };
const pairs = (calibrate?: object) => taskSchema.parse({ ...base, protocol: 'pairs', pairs: 'own', calibrate });
const capture = { scale: 0.5, jpegQuality: 40 };

it.each([
  [pairs({ task: 'other' }), 'other'],
  [pairs({ share: 0.5 }), undefined],
  [pairs(), undefined],
  [taskSchema.parse({ ...base, protocol: 'co-occurrence' }), undefined],
  [taskSchema.parse({ ...base, protocol: 'recapture', capture, nonMatedFrom: 'faces' }), 'faces'],
])('%j takes thresholds from %s', (task, from) => {
  expect(thresholdsFrom(task)).toBe(from);
});
