import { countByPair, type SubjectLabel, subjectPairs } from '../statistics/dependence/subject-pairs.js';
import { sum } from '../statistics/mean.js';
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

/** The pictures of templates that several pictures make: template k is made of `pictures[k]`, of which `failed[k]` failed. */
export interface PictureFailures {
  readonly pictures: ArrayLike<number>;
  readonly failed: ArrayLike<number>;
  /** The subject of each template. */
  readonly subjects: ArrayLike<SubjectLabel>;
  /** False when the labels stand for templates, as nobody knows who is on them; true unless said otherwise. */
  readonly subjectsKnown?: boolean | undefined;
}

/**
 * The share of pictures that gave no template of their own and were left out of the one that they belong to, of all
 * pictures in templates; a picture in two templates counts in each. The interval goes by subjects, as that of samples.
 * Throws for lists of different length, and where more failed than there are.
 */
export function pictureFailureRate(
  { pictures, failed, subjects, subjectsKnown }: PictureFailures,
  level?: number,
): Rate {
  if (failed.length !== pictures.length || subjects.length !== pictures.length) {
    throw new RangeError(
      `Each template needs its pictures, failures and subject, found ${pictures.length}, ${failed.length} and ${subjects.length}.`,
    );
  }
  const { pairOf, pairs, ...sides } = subjectPairs(subjects, subjects);
  const [errors, trials] = [new Float64Array(pairs), new Float64Array(pairs)];
  for (const [k, pair] of pairOf.entries()) {
    errors[pair] = (errors[pair] ?? 0) + (failed[k] ?? 0);
    trials[pair] = (trials[pair] ?? 0) + (pictures[k] ?? 0);
  }
  const counts = { ...sides, errors, trials };
  return makeRate(sum(errors), sum(trials), { of: 'FTE-pictures', over: 'pictures', level, counts, subjectsKnown });
}
