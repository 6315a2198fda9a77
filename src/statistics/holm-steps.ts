/** What Holm's procedure has decided of one hypothesis. */
export interface HolmStep {
  readonly rejected: boolean;
  /** By how many its share of the error was divided: when it was rejected, or at the end. */
  readonly tests: number;
}

/**
 * Holm's step-down procedure (Scandinavian Journal of Statistics 6, 1979) for tests that have no p-value: `rejects` tells
 * whether a hypothesis is rejected when the error allowed is divided by so many. It must not reject less when fewer divide.
 * The chance that any true hypothesis is rejected is at most the error allowed, however the tests depend on each other.
 * What is rejected is the same as by `holmAdjusted`.
 */
export function holmSteps(count: number, rejects: (index: number, tests: number) => boolean): HolmStep[] {
  const rejectedAt = new Map<number, number>();
  for (;;) {
    const tests = count - rejectedAt.size;
    const open = Array.from({ length: count }, (_, index) => index).filter((index) => !rejectedAt.has(index));
    const rejected = open.filter((index) => rejects(index, tests));
    for (const index of rejected) rejectedAt.set(index, tests);
    if (rejected.length > 0 && rejected.length < open.length) continue;
    return Array.from({ length: count }, (_, index) => {
      const at = rejectedAt.get(index);
      return at === undefined ? { rejected: false, tests } : { rejected: true, tests: at };
    });
  }
}
