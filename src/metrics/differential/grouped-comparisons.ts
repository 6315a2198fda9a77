import { checkJudged, type JudgedComparisons } from '../judged-comparisons.js';

/** The group of a subject of whom it is not known, or whose labels contradict each other. */
export const UNKNOWN_GROUP = -1;

/**
 * Comparisons of subjects in groups, judged at one global threshold that was set on all of them, unknown groups
 * included. Subjects are numbers below `subjects`; `groupOf[subject]` is the place of its group in `groups`.
 */
export interface GroupedComparisons {
  readonly subjects: number;
  readonly groupOf: Int32Array;
  readonly groups: readonly string[];
  readonly mated: JudgedComparisons;
  readonly nonMated: JudgedComparisons;
}

/** Refuses input whose parts do not belong together. */
export function checkGrouped({ subjects, groupOf, groups, mated, nonMated }: GroupedComparisons): void {
  if (groupOf.length !== subjects) {
    throw new RangeError(`Each of ${subjects} subjects needs a group, found ${groupOf.length}.`);
  }
  for (const group of groupOf) {
    if (group < UNKNOWN_GROUP || group >= groups.length) {
      throw new RangeError(`A subject's group must be a place among ${groups.length} or -1, found ${group}.`);
    }
  }
  if (new Set(groups).size !== groups.length) throw new RangeError('Two groups have the same name.');
  checkJudged(subjects, mated, 'mated');
  checkJudged(subjects, nonMated, 'non-mated');
}
