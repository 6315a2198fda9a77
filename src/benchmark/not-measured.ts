import { FalsematchError } from '../files/errors.js';

/** Something that the suite names and that could not be measured here. */
export interface NotMeasured {
  readonly what: string;
  /** For the record: the same wherever and whenever the thing is missing, without any path of this machine. */
  readonly reason: string;
  /** For the user at the keyboard: every place that was tried, why it failed, and what to do. */
  readonly detail: string;
}

/** The message of an error that says that something cannot be had; throws every other error again. */
export function whyUnavailable(thrown: unknown): string {
  if (thrown instanceof FalsematchError && thrown.kind === 'unavailable') return thrown.message;
  throw thrown;
}

/**
 * Throws `unavailable` when nothing of a suite can be measured, or, with `strict`, when something cannot.
 * `measurable` counts what is left.
 */
export function refuseToMeasure(
  suite: string,
  measurable: { readonly systems: number; readonly tasks: number },
  notMeasured: readonly NotMeasured[],
  strict: boolean,
): void {
  const reasons = notMeasured.map(({ what, reason }) => `${what} (${reason})`).join('; ');
  const none = measurable.systems === 0 ? 'system' : measurable.tasks === 0 ? 'task' : undefined;
  if (none) {
    throw new FalsematchError(`No ${none} of suite ${suite} can be measured here: ${reasons}.`, {
      kind: 'unavailable',
    });
  }
  if (strict && notMeasured.length > 0) {
    throw new FalsematchError(
      `With --strict everything in suite ${suite} must be measured, and this cannot: ${reasons}.`,
      {
        kind: 'unavailable',
      },
    );
  }
}
