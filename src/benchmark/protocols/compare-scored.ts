import { allPairs } from '../../comparison/all-pairs.js';
import { scorePairs } from '../../comparison/pair-scores.js';
import { joinTemplates } from '../../comparison/templates.js';
import type { ScoredPairs } from '../../comparison/upper-tail.js';
import { matedPlaces } from '../../results/all-pairs/all-pairs-scores.js';
import type { TaskSubjects } from '../../results/task-subjects.js';
import type { ThresholdCounts } from '../../statistics/counts.js';
import { firstTemplate, type Templated } from './first-template.js';
import type { CompareOptions } from './protocol.js';

/** How much of the non-mated comparisons is kept, as `allPairs` has it. */
export interface CompareScoredOptions extends CompareOptions {
  readonly tail: number;
  readonly mostKept?: number | undefined;
}

/** Every comparison of the samples that have a template; samples are places among all of the task. */
export interface ComparedSamples {
  readonly mated: ScoredPairs;
  readonly nonMated: ThresholdCounts;
  readonly tail: ScoredPairs;
}

/**
 * Compares every sample that has a template with every other. Where a system found no face but of one person, or none at
 * all, there are no non-mated scores, and what failed is all that there is to count.
 */
export async function compareScored(
  subjects: TaskSubjects,
  extractions: readonly Templated[],
  options: CompareScoredOptions,
): Promise<ComparedSamples> {
  const { scored, subjectOf } = subjects;
  const template = (place: number) => firstTemplate(extractions[place]);
  const own = scored.map((place) => subjectOf[place] ?? 0);
  if (new Set(own).size < 2) return compareMated(subjects, template);
  // Templates are of unit length; to divide by it again would change last bits, and with them the scores of other lists.
  const found = await allPairs(joinTemplates(Array.from(scored, template)), own, { ...options, similarity: 'dot' });
  const placed = ({ scores, first, second }: ScoredPairs): ScoredPairs => ({
    scores,
    first: first.map((index) => scored[index] ?? 0),
    second: second.map((index) => scored[index] ?? 0),
  });
  return { mated: placed(found.mated), nonMated: found.nonMated, tail: placed(found.tail) };
}

async function compareMated(
  subjects: TaskSubjects,
  template: (place: number) => Float32Array,
): Promise<ComparedSamples> {
  const { first, second } = matedPlaces(subjects);
  const pairs = Array.from(first, (place, k) => ({ probe: template(place), reference: template(second[k] ?? 0) }));
  return {
    mated: { scores: await scorePairs(pairs), first, second },
    nonMated: { thresholds: new Float32Array(), countsFrom: new Float64Array() },
    tail: { scores: new Float32Array(), first: new Int32Array(), second: new Int32Array() },
  };
}
