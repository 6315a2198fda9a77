import { distance } from 'fastest-levenshtein';

/** What kind of failure a `FalsematchError` is; it decides the exit code of the command line. */
export type ErrorKind = 'input' | 'unavailable' | 'gate' | 'unresolved' | 'verification' | 'interrupted';

const EXIT_CODES: Record<ErrorKind, number> = {
  gate: 1,
  input: 2,
  unavailable: 2,
  unresolved: 3,
  verification: 4,
  interrupted: 130,
};

/**
 * The one error type that every room throws for something the user can act on.
 * Its message is one sentence: the file, field or option; what was expected; what was found; what to do next.
 */
export class FalsematchError extends Error {
  override readonly name = 'FalsematchError';
  readonly kind: ErrorKind;

  constructor(message: string, options: { kind?: ErrorKind; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = options.kind ?? 'input';
  }

  /** The exit code that the command line gives for this error. */
  get exitCode(): number {
    return EXIT_CODES[this.kind];
  }
}

/** The known name that a typing error most likely meant, or undefined when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((candidate) => ({ candidate, edits: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1));
  const best = ranked[0];
  return best && best.edits <= Math.max(2, Math.floor(name.length / 2)) ? best.candidate : undefined;
}

/** The error for a name that nothing has, with the nearest known name. `what` is the kind of thing: "suite", "model". */
export function unknownName(what: string, name: string, known: readonly string[]): FalsematchError {
  const near = nearestName(name, known);
  const hint = near ? `did you mean "${near}"?` : `known: ${[...known].sort().join(', ') || 'none'}.`;
  return new FalsematchError(`There is no ${what} named "${name}"; ${hint}`);
}

/** The message of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
