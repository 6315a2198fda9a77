/** One drawn value of every group's rates, in the order of groups; undefined where nothing is left to compare. */
export interface GroupSample {
  readonly fmr: readonly (number | undefined)[];
  readonly fnmr: readonly (number | undefined)[];
}

/** errors / trials, or undefined without trials. */
export function share(errors: number, trials: number): number | undefined {
  return trials > 0 ? errors / trials : undefined;
}
