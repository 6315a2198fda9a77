import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneAtATime } from '../../src/runtimes/one-at-a-time.js';

it('starts a call when the one before has ended, also after a failure, and keeps the order', async () => {
  const log: string[] = [];
  const work = oneAtATime(async (ms: number) => {
    log.push(`start ${ms}`);
    await setTimeout(ms);
    log.push(`end ${ms}`);
    if (ms === 2) throw new Error('two');
    return ms;
  });
  const results = await Promise.allSettled([work(9), work(2), work(1)]);
  expect(log).toEqual(['start 9', 'end 9', 'start 2', 'end 2', 'start 1', 'end 1']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
