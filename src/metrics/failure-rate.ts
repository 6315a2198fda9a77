import { countByPair, type SubjectLabel, subjectPairs } from '../statistics/dependence/subject-pairs.js';
import { makeRate, type Rate } from './rate.js';

/** The samples that comparisons use. */
export interface SampleFailures {
  /** Whether each sample failed to give a template. */
  readonly failed: ArrayLike<boolean>;
  /** The subject of each sample; absent: samples are taken as independent. */
  readonly subjects?: ArrayLike<SubjectLabel> | undefined;
  /** False when the labels stand for pictures, as nobody knows who is on them; true unless said otherwise. */
  readonly subjectsKnown?: boolean | undefined;
}

/**
 * The failure rate of samples, failure to enrol and to acquire being one here (FTE): samples without a template, of all
 * that were tried. Samples of one subject fail together, so the interval goes by subjects. Source: ISO/IEC 19795-1.
 */
export function failureRate({ failed, subjects, subjectsKnown }: SampleFailures, level?: number): Rate {
  let errors = 0;
  for (let index = 0; index < failed.length; index += 1) if (failed[index]) errors += 1;
  const counts = subjects && countByPair(subjectPairs(subjects, subjects), (index) => failed[index] ?? false);
  return makeRate(errors, failed.length, { of: 'FTE', over: 'samples', level, counts, subjectsKnown });
}
