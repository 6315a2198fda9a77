import { setTimeout as sleep } from 'node:timers/promises';
import { SourceFailure } from './source-failure.js';

/** How patient a download is. */
export interface Patience {
  /** How often a download is begun or resumed before it is given up. */
  readonly attempts: number;
  /** The first pause; each further one is twice as long, and a random part of it is left out. */
  readonly backoffMs: number;
  /** A connection that brings nothing for so long is given up. */
  readonly stallMs: number;
}

export const PATIENCE: Patience = { attempts: 5, backoffMs: 500, stallMs: 30_000 };

const LONGEST_PAUSE_MS = 60_000;

/** A failure that may be over soon; `pauseMs` is how long the server asked to wait. */
export class PassingFailure extends Error {
  override readonly name = 'PassingFailure';
  readonly pauseMs: number | undefined;

  constructor(message: string, pauseMs?: number) {
    super(message);
    this.pauseMs = pauseMs;
  }
}

/** Milliseconds that a Retry-After header asks for: a number of seconds, or a date (RFC 9110, 10.2.3). */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The pause before attempt `next` (2, 3, ...): exponential, half of it random, never longer than a minute. */
export function pauseBefore(next: number, backoffMs: number, random: number): number {
  const longest = Math.min(LONGEST_PAUSE_MS, backoffMs * 2 ** (next - 2));
  return longest / 2 + (longest / 2) * random;
}

/**
 * Runs `attempt` until it succeeds, fails with anything but a `PassingFailure`, or has failed `patience.attempts`
 * times; then throws a `SourceFailure` with the last reason.
 */
export async function retrying<T>(
  attempt: () => Promise<T>,
  patience: Patience,
  onRetry: (reason: string, next: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  for (let count = 1; ; count += 1) {
    try {
      return await attempt();
    } catch (thrown) {
      if (!(thrown instanceof PassingFailure)) throw thrown;
      if (count >= patience.attempts) {
        throw new SourceFailure(`${thrown.message} (tried ${count} ${count === 1 ? 'time' : 'times'})`);
      }
      onRetry(thrown.message, count + 1);
      const asked = thrown.pauseMs === undefined ? 0 : Math.min(LONGEST_PAUSE_MS, thrown.pauseMs);
      const pause = Math.max(asked, pauseBefore(count + 1, patience.backoffMs, Math.random()));
      await sleep(pause, undefined, signal ? { signal } : {});
    }
  }
}
