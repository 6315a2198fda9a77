import { numberSubjects } from '../statistics/dependence/number-subjects.js';
import { drawWithoutReplacement, seededRandom } from '../statistics/seeded.js';
import type { Comparison } from './comparison-table.js';
import { subjectsOf } from './task-scores.js';

/** Comparisons divided by their subjects. */
export interface SubjectSplit {
  /** Both subjects are of the part that sets thresholds. */
  readonly calibration: readonly Comparison[];
  /** Neither is. */
  readonly report: readonly Comparison[];
  /** How many comparisons are of one subject of either part, and so in neither. */
  readonly between: number;
}

/** Divides comparisons by a seeded draw of their subjects, `share` of whom set thresholds. */
export function splitBySubject(comparisons: readonly Comparison[], share: number, seed: number): SubjectSplit {
  const { first, second } = subjectsOf(comparisons);
  const labels = [...numberSubjects([{ first, second }]).keys()];
  const drawn = drawWithoutReplacement(labels.length, Math.round(share * labels.length), seededRandom(seed));
  const calibrating = new Set(drawn.map((index) => labels[index]));
  const sides = comparisons.map((_, k) => [first[k], second[k]].filter((label) => calibrating.has(label ?? '')).length);
  return {
    calibration: comparisons.filter((_, k) => sides[k] === 2),
    report: comparisons.filter((_, k) => sides[k] === 0),
    between: sides.filter((side) => side === 1).length,
  };
}
