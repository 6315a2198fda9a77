import { expect, it } from 'vitest';
import type { TaskCondition } from '../../src/benchmark/conditions/expand-conditions.js';
import { taskSchema } from '../../src/benchmark/suite.js';
import { thresholdsFrom } from '../../src/benchmark/thresholds-from.js';

const base = { id: 'one', data: 'd', at: ['1e-1'] };
const pairs = (calibrate?: object) => taskSchema.parse({ ...base, protocol: 'pairs', pairs: 'own', calibrate });
const CONDITION: TaskCondition = {
  name: 'small',
  title: 'Small',
  side: 'probe',
  steps: [],
  of: 'one',
  thresholdsFrom: 'other',
};
const capture = { scale: 0.5, jpegQuality: 40 };

it.each([
  [pairs({ task: 'other' }), 'other'],
  [pairs({ share: 0.5 }), undefined],
  [pairs(), undefined],
  [taskSchema.parse({ ...base, protocol: 'co-occurrence' }), undefined],
  [taskSchema.parse({ ...base, protocol: 'recapture', capture, nonMatedFrom: 'faces' }), 'faces'],
  [{ ...pairs(), condition: CONDITION }, 'other'],
  [{ ...taskSchema.parse({ id: 'one', data: 'd', protocol: 'plates' }), condition: CONDITION }, undefined],
])('%j takes thresholds from %s', (task, from) => {
  expect(thresholdsFrom(task)).toBe(from);
});
