import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PassingFailure, pauseBefore, retryAfterMs, retrying } from '../../../src/catalog/sources/retry.js';

it('reads Retry-After as seconds or as a date', () => {
  const now = Date.parse('2026-01-01T00:00:00Z');
  expect(retryAfterMs('7', now)).toBe(7000);
  expect(retryAfterMs('Thu, 01 Jan 2026 00:00:30 GMT', now)).toBe(30_000);
  expect(retryAfterMs('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0);
  expect(retryAfterMs('soon', now)).toBeUndefined();
  expect(retryAfterMs(null, now)).toBeUndefined();
});

it('doubles the pause, leaves a random half of it out, and never waits longer than a minute', () => {
  expect([2, 3, 4].map((next) => pauseBefore(next, 500, 1))).toEqual([500, 1000, 2000]);
  expect(pauseBefore(2, 500, 0)).toBe(250);
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (next, random) => {
      const pause = pauseBefore(next, 500, random);
      expect(pause).toBeGreaterThan(0);
      expect(pause).toBeLessThanOrEqual(60_000);
    }),
  );
});

it('does not try again what cannot pass', async () => {
  let calls = 0;
  const failing = retrying(
    async () => {
      calls += 1;
      throw new Error('final');
    },
    { attempts: 5, backoffMs: 1, stallMs: 1 },
    () => undefined,
  );
  await expect(failing).rejects.toThrow('final');
  expect(calls).toBe(1);
});

it('stops waiting when it is aborted', async () => {
  const waiting = retrying(
    async () => {
      throw new PassingFailure('busy', 60_000);
    },
    { attempts: 2, backoffMs: 1, stallMs: 1 },
    () => undefined,
    AbortSignal.timeout(30),
  );
  await expect(waiting).rejects.toThrow(/abort/i);
});
