/** The part of jstat that this project calls; the package carries no types. */
declare module 'jstat' {
  const jStat: {
    /** Inverse of the regularised incomplete beta function: the x with I_x(a, b) = p, to about 8 digits. */
    ibetainv(p: number, a: number, b: number): number;
    readonly normal: {
      /** The quantile of the normal distribution, good to about 10 digits in the middle; far out in the tails to one. */
      inv(p: number, mean: number, sd: number): number;
    };
  };
  export = jStat;
}
