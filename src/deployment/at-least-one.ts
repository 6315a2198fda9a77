/**
 * The chance that something happens at least once in `times` tries, each with the given chance, as if tries were
 * independent: 1 - (1 - chance)^times, without cancellation. So long as whoever set it off once is likelier to do so
 * again, the true chance is smaller, and never below that of one try.
 */
export function atLeastOne(chance: number, times: number): number {
  // One try is to give back its chance to the last digit.
  if (times === 1 || chance === 0) return chance;
  return times === 0 ? 0 : -Math.expm1(times * Math.log1p(-chance));
}

/** The chance of one try behind that of at least one success in `times` of them: see `atLeastOne`. */
export function chanceOfOne(atLeastOnce: number, times: number): number {
  return times === 1 ? atLeastOnce : -Math.expm1(Math.log1p(-atLeastOnce) / times);
}
