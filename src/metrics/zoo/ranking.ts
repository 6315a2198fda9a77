/** One subject with its own errors and comparisons. */
export interface SubjectErrors {
  readonly subject: number;
  readonly errors: number;
  readonly trials: number;
}

/**
 * Subjects with at least `minTrials` comparisons and at least one error, the highest rate of errors first; of equal rates
 * the one of more comparisons, then the one with the lower number.
 */
export function rankByRate(
  errors: ArrayLike<number>,
  trials: ArrayLike<number>,
  minTrials: number,
): readonly SubjectErrors[] {
  const ranked: SubjectErrors[] = [];
  for (let subject = 0; subject < errors.length; subject += 1) {
    const own = { subject, errors: errors[subject] ?? 0, trials: trials[subject] ?? 0 };
    if (own.errors > 0 && own.trials >= minTrials) ranked.push(own);
  }
  return ranked.sort(
    (a, b) => b.errors / b.trials - a.errors / a.trials || b.trials - a.trials || a.subject - b.subject,
  );
}
