import { expect, it } from 'vitest';
import { checkSettings } from '../../src/speed/speed-options.js';

it('takes what is usual where nothing is said', () => {
  expect(checkSettings({})).toEqual({ pictures: 200, rounds: 5 });
  expect(checkSettings({ rounds: 1 })).toEqual({ pictures: 200, rounds: 1 });
});

it.each([
  [{ rounds: 0 }, '--rounds must be a whole number from 1 on, not 0.'],
  [{ pictures: 0 }, '--pictures must be a whole number from 1 on, not 0.'],
  [{ pictures: 1.5 }, '--pictures must be a whole number from 1 on, not 1.5.'],
  [{ rounds: Number.NaN }, '--rounds must be a whole number from 1 on, not NaN.'],
])('refuses %j', (settings, message) => {
  expect(() => checkSettings(settings)).toThrow(message);
});
