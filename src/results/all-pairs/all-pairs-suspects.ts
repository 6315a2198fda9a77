import { missesBySubject } from '../../metrics/all-pairs/rates.js';
import { concentrationOf } from '../miss-concentration.js';
import type { SystemTables } from '../run-tables.js';
import type { Suspect, SystemSuspects } from '../suspect.js';
import { matedPlaces, scoredSystem, thresholdPlace } from './all-pairs-scores.js';
import type { AllPairsTables } from './all-pairs-tables.js';
import { ascendingMated } from './ascending-mated.js';

/**
 * The highest non-mated and the lowest mated comparisons of all pairs, as far as the kept tail goes, and on how few people
 * the misses rest at each operating point; undefined where there are no such tables.
 */
export function allPairsSuspects(
  own: SystemTables,
  at: readonly string[],
  count: number,
): Omit<SystemSuspects, 'task' | 'system'> | undefined {
  const system = scoredSystem(own);
  if (!system) return undefined;
  const { subjects, scores, tables } = system;
  const id = (place: number | undefined) => own.samples[place ?? -1]?.sample ?? '';
  const mated = matedPlaces(subjects);
  const suspect = (sides: { first: Int32Array; second: Int32Array }, all: Float32Array, k: number): Suspect => ({
    a: id(sides.first[k]),
    b: id(sides.second[k]),
    score: all[k] ?? 0,
  });
  return {
    highestNonMated: Array.from(tables.tail.scores.subarray(0, count), (_, k) =>
      suspect(tables.tail, tables.tail.scores, k),
    ),
    lowestMated: lowestPlaces(tables, count).map((k) => suspect(mated, tables.mated, k)),
    misses: at.flatMap((target) => {
      const { thresholds } = tables.falseMatches;
      const found = thresholds[thresholdPlace(thresholds, subjects, Number(target), 'counted')];
      if (!found) return [];
      const { errors } = missesBySubject(scores, found.counts.threshold, 'counted');
      return [
        concentrationOf(
          target,
          [...errors].filter((own) => own > 0),
        ),
      ];
    }),
  };
}

/** The places of the lowest scores, lowest first; sorting hundreds of thousands for a few of them would take long. */
function lowestPlaces(tables: AllPairsTables, count: number): number[] {
  const { mated: scores } = tables;
  const last = ascendingMated(tables).scores[Math.min(count, scores.length) - 1] ?? Number.NEGATIVE_INFINITY;
  const places: number[] = [];
  for (let k = 0; k < scores.length; k += 1) if ((scores[k] ?? 0) <= last) places.push(k);
  return places.sort((p, q) => (scores[p] ?? 0) - (scores[q] ?? 0) || p - q).slice(0, count);
}
