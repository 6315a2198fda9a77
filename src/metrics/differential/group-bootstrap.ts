import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { type BootstrapOptions, drawWeights } from '../../statistics/dependence/bootstrap.js';
import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import { seededRandom } from '../../statistics/seeded.js';
import type { GroupCounts } from './group-counts.js';
import { type GroupSample, share } from './group-sample.js';

/**
 * Subject bootstrap of the rates of groups, at the threshold as it is: each group's subjects are drawn with replacement
 * from that group, so that its size stays, and both of its rates are taken from the same draw. A comparison counts as
 * often as its subjects were drawn (see `subjectReplicates`). Takes O(replicates x pairs within groups).
 */
export function bootstrapGroups(
  groups: readonly GroupCounts[],
  { replicates, seed }: BootstrapOptions,
): readonly GroupSample[] {
  const random = seededRandom(seed);
  const weights = groups.map(({ subjects }) => new Int32Array(subjects));
  return Array.from({ length: replicates }, () => {
    const rates = groups.map((group, place) => drawGroup(group, weights[place] ?? new Int32Array(0), random));
    return { fmr: rates.map(({ fmr }) => fmr), fnmr: rates.map(({ fnmr }) => fnmr) };
  });
}

function drawGroup({ mated, nonMated }: GroupCounts, weights: Int32Array, random: RandomGenerator) {
  drawWeights(weights, random);
  return { fmr: weightedRate(nonMated, weights), fnmr: weightedRate(mated, weights) };
}

function weightedRate({ first, second, errors, trials }: PairCounts, weights: Int32Array): number | undefined {
  let [allErrors, allTrials] = [0, 0];
  for (let pair = 0; pair < first.length; pair += 1) {
    const [a, b] = [first[pair] ?? 0, second[pair] ?? 0];
    const weight = a === b ? (weights[a] ?? 0) : (weights[a] ?? 0) * (weights[b] ?? 0);
    if (weight === 0) continue;
    allErrors += weight * (errors[pair] ?? 0);
    allTrials += weight * (trials[pair] ?? 0);
  }
  return share(allErrors, allTrials);
}
