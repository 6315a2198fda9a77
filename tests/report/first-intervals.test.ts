import { expect, it } from 'vitest';
import { firstIntervals } from '../../src/report/first-intervals.js';
import { row } from './figures/support/rows.js';

it('keeps the first interval of a figure, and leaves the next system and task theirs', () => {
  const rows = ['t', 'u'].flatMap((task) =>
    ['m', 'n'].flatMap((model) => ['jackknife', 'wilson'].map((method) => row('FTE', '', { task, model, method }))),
  );
  expect(firstIntervals(rows).map(({ task, model, method }) => [task, model, method])).toEqual([
    ['t', 'm', 'jackknife'],
    ['t', 'n', 'jackknife'],
    ['u', 'm', 'jackknife'],
    ['u', 'n', 'jackknife'],
  ]);
});
