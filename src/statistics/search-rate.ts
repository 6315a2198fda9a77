import { FalsematchError } from '../files/errors.js';

/**
 * The share of searches in a gallery of `gallery` people who are not the one searched for that give at least one false
 * match, from the rate of a single comparison: 1 - (1 - fmr)^gallery, without cancellation. It takes the comparisons of one
 * search as independent. Throws for a rate outside 0 to 1 and a gallery that is not a whole number of at least 1.
 */
export function fpirFromFmr(fmr: number, gallery: number): number {
  check('FMR', fmr, gallery);
  return -Math.expm1(gallery * Math.log1p(-fmr));
}

/** The rate of a single comparison that a search's false positives imply: 1 - (1 - fpir)^(1/gallery); see `fpirFromFmr`. */
export function fmrFromFpir(fpir: number, gallery: number): number {
  check('FPIR', fpir, gallery);
  return -Math.expm1(Math.log1p(-fpir) / gallery);
}

function check(name: string, rate: number, gallery: number): void {
  if (!(rate >= 0 && rate <= 1)) throw new FalsematchError(`${name} must be from 0 to 1, found ${rate}.`);
  if (!(Number.isSafeInteger(gallery) && gallery >= 1)) {
    throw new FalsematchError(`A gallery holds a whole number of people, at least 1; found ${gallery}.`);
  }
}
