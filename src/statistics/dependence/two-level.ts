import { randomBelow, seededRandom } from '../seeded.js';
import { type BootstrapOptions, drawWeights } from './bootstrap.js';

/** Samples by their subject, and the mated comparisons between them; everything is a number from 0. */
export interface SubjectSamples {
  /** The samples of each subject; a subject may have none. */
  readonly samples: readonly (readonly number[])[];
  /** The mated comparisons of each subject: the number of the comparison and its two samples. */
  readonly mated: readonly (readonly MatedComparison[])[];
}

export interface MatedComparison {
  readonly comparison: number;
  readonly first: number;
  readonly second: number;
}

/** How often everything was drawn in one replicate. */
export interface TwoLevelDraw {
  readonly subjects: Int32Array;
  /** By sample, over all times that its subject was drawn; a non-mated comparison weighs the product of its two. */
  readonly samples: Int32Array;
  /** By mated comparison: it needs both of its samples in the same drawing of its subject. */
  readonly mated: Int32Array;
}

/**
 * Visits the replicates of a bootstrap of two levels: as many subjects as there are with replacement, and each time that
 * a subject is drawn as many of its samples as it has, with replacement. It adds to the subject bootstrap how much an
 * estimate hangs on which pictures of a person happened to be taken (Bolle, Ratha & Pankanti, CVIU 93, 2004; Davison &
 * Hinkley, Bootstrap Methods and Their Application, 1997, section 3.8). The arrays are used again.
 */
export function twoLevelReplicates(
  { samples, mated }: SubjectSamples,
  matedComparisons: number,
  { replicates, seed }: BootstrapOptions,
  visit: (draw: TwoLevelDraw, replicate: number) => void,
): void {
  const random = seededRandom(seed);
  const highest = samples.reduce((most, own) => own.reduce((high, sample) => Math.max(high, sample), most), -1);
  const draw: TwoLevelDraw = {
    subjects: new Int32Array(samples.length),
    samples: new Int32Array(highest + 1),
    mated: new Int32Array(matedComparisons),
  };
  const here = new Int32Array(highest + 1);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    drawWeights(draw.subjects, random);
    draw.samples.fill(0);
    draw.mated.fill(0);
    for (const [subject, own] of samples.entries()) {
      for (let time = 0; time < (draw.subjects[subject] ?? 0); time += 1) {
        for (let drawn = 0; drawn < own.length; drawn += 1) add(here, own[randomBelow(random, own.length)] ?? 0, 1);
        for (const { comparison, first, second } of mated[subject] ?? []) {
          add(draw.mated, comparison, (here[first] ?? 0) * (here[second] ?? 0));
        }
        for (const sample of own) {
          add(draw.samples, sample, here[sample] ?? 0);
          here[sample] = 0;
        }
      }
    }
    visit(draw, replicate);
  }
}

function add(counts: Int32Array, at: number, count: number): void {
  counts[at] = (counts[at] ?? 0) + count;
}
