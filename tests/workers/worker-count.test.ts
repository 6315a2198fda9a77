import { availableParallelism } from 'node:os';
import { expect, it } from 'vitest';
import { workerCount } from '../../src/workers/worker-count.js';

it('takes the asked number, else one a core', () => {
  expect(workerCount(3)).toBe(3);
  expect(workerCount()).toBe(availableParallelism());
});

it.each([0, -1, 1.5, 2000, Number.NaN])('refuses %s', (asked) => {
  expect(() => workerCount(asked)).toThrow('--workers must be a whole number from 1 to 1024');
});
