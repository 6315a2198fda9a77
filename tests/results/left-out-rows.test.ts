import { expect, it } from 'vitest';
import { failureRate } from '../../src/metrics/failure-rate.js';
import { leftOutRows } from '../../src/results/left-out-rows.js';

const PLACE = { task: 't', model: 'm', dataset: 'd', protocol: 'pairs', group: 'all' };
const TEMPLATES = [
  { template: 't1', subject: 'ann', pictures: 3 },
  { template: 't2', subject: 'ann', pictures: 1 },
  { template: 't3', subject: 'bo', pictures: 2 },
  { template: 't4', subject: 'cy', pictures: 4 },
];
const lost = (template: string, ...pictures: string[]) =>
  pictures.map((picture) => ({ template, picture, failure: 'no-face' }));

it('count the pictures of all templates, with the people on them behind the interval', () => {
  const [main, ...others] = leftOutRows(PLACE, TEMPLATES, [...lost('t1', 'a', 'b'), ...lost('t4', 'c')], 0.95);
  expect(main).toMatchObject({
    ...PLACE,
    metric: 'FTE-pictures',
    at: '',
    value: 0.3,
    errors: 3,
    trials: 10,
    over: 'pictures',
    subjects: 3,
    level: 0.95,
  });
  const rate = failureRate({
    failed: [true, true, false, false, false, false, true, false, false, false],
    subjects: ['ann', 'ann', 'ann', 'ann', 'bo', 'bo', 'cy', 'cy', 'cy', 'cy'],
  });
  expect([main?.low, main?.high, main?.method]).toEqual([
    rate.interval?.low,
    rate.interval?.high,
    rate.interval?.method,
  ]);
  expect(others.map(({ method }) => method)).toContain('wilson');
});

it('say how high the rate may be where nothing failed, by people and not by pictures', () => {
  const [main] = leftOutRows(PLACE, TEMPLATES, [], 0.95);
  expect(main).toMatchObject({ value: 0, errors: 0, trials: 10, low: 0 });
  // The exact bound for three people: 1 - 0.025^(1/3).
  expect(main?.high).toBeCloseTo(1 - 0.025 ** (1 / 3), 10);
  expect(main?.resolvable).toMatch(/^no: no error was seen/);
});

it('take a template of nobody knows whom for a person of its own, and name no number of people', () => {
  const nameless = TEMPLATES.map((one) => ({ ...one, subject: '' }));
  const [main] = leftOutRows(PLACE, nameless, [], 0.95);
  expect(main?.subjects).toBeNull();
  expect(main?.high).toBeCloseTo(1 - 0.025 ** (1 / 4), 10);
});
