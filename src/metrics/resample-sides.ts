import { FalsematchError } from '../files/errors.js';
import { type BootstrapOptions, DEFAULT_REPLICATES, subjectReplicates } from '../statistics/dependence/bootstrap.js';
import { type MatedComparison, twoLevelReplicates } from '../statistics/dependence/two-level.js';
import type { RankedSubjects } from './scores.js';

/** How the subject bootstrap of a protocol is drawn. */
export interface ResampleOptions extends Partial<BootstrapOptions> {
  /** What is drawn: subjects, or subjects and then the samples of each. */
  readonly levels?: 'subjects' | 'subjects-and-samples' | undefined;
}

/** The weights of one replicate, in the order of the comparisons of each side. */
export interface ReplicateWeights {
  readonly subjects: Int32Array;
  readonly mated: Int32Array;
  /** One list for each side of non-mated comparisons that was given. */
  readonly nonMated: readonly Int32Array[];
}

/**
 * Draws the replicates of one bootstrap for mated comparisons and any number of lists of non-mated ones, whose subjects
 * have common numbers. 2,000 replicates of subjects with seed 1 unless said otherwise. The arrays are used again.
 * Throws when two levels are asked for and the samples are not known.
 */
export function resampleSides(
  mated: RankedSubjects,
  nonMated: readonly RankedSubjects[],
  { replicates = DEFAULT_REPLICATES, seed = 1, levels = 'subjects' }: ResampleOptions,
  visit: (weights: ReplicateWeights) => void,
): void {
  const subjects = Math.max(...[mated, ...nonMated].map(({ pairs }) => pairs.subjects));
  const weights = {
    mated: new Int32Array(mated.pairs.pairOf.length),
    nonMated: nonMated.map(({ pairs }) => new Int32Array(pairs.pairOf.length)),
  };
  if (levels === 'subjects') {
    subjectReplicates(subjects, { replicates, seed }, (drawn) => {
      for (let k = 0; k < weights.mated.length; k += 1) weights.mated[k] = drawn[mated.first[k] ?? 0] ?? 0;
      for (const [side, { first, second }] of nonMated.entries())
        multiply(weights.nonMated[side], first, second, drawn);
      visit({ subjects: drawn, ...weights });
    });
    return;
  }
  const numbers = new Map<string, number>();
  const samples: number[][] = Array.from({ length: subjects }, () => []);
  const lists = nonMated.map((side) => sampleEnds(side, numbers, samples));
  const own = sampleEnds(mated, numbers, samples);
  const matedOf: MatedComparison[][] = Array.from({ length: subjects }, () => []);
  for (let k = 0; k < own.first.length; k += 1) {
    matedOf[mated.first[k] ?? 0]?.push({ comparison: k, first: own.first[k] ?? 0, second: own.second[k] ?? 0 });
  }
  twoLevelReplicates({ samples, mated: matedOf }, own.first.length, { replicates, seed }, (drawn) => {
    for (const [side, { first, second }] of lists.entries()) {
      multiply(weights.nonMated[side], first, second, drawn.samples);
    }
    visit({ subjects: drawn.subjects, mated: drawn.mated, nonMated: weights.nonMated });
  });
}

interface Ends {
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** Numbers the samples of each comparison, and enters them with their subjects. */
function sampleEnds(side: RankedSubjects, numbers: Map<string, number>, bySubject: readonly number[][]): Ends {
  const { samples } = side;
  if (!samples) throw new FalsematchError('A bootstrap of two levels needs to know the samples of every comparison.');
  const numberOf = (sample: string | number | undefined, subject: number | undefined): number => {
    const label = `${typeof sample}:${sample}`;
    const known = numbers.get(label);
    if (known !== undefined) return known;
    numbers.set(label, numbers.size);
    bySubject[subject ?? 0]?.push(numbers.size - 1);
    return numbers.size - 1;
  };
  return {
    first: side.first.map((subject, k) => numberOf(samples.first[k], subject)),
    second: side.second.map((subject, k) => numberOf(samples.second[k], subject)),
  };
}

function multiply(into: Int32Array | undefined, first: Int32Array, second: Int32Array, drawn: Int32Array): void {
  if (!into) return;
  for (let k = 0; k < into.length; k += 1) into[k] = (drawn[first[k] ?? 0] ?? 0) * (drawn[second[k] ?? 0] ?? 0);
}
