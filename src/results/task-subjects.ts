import type { SamplesBySubject } from '../metrics/all-pairs/weighted-trials.js';
import type { SampleOutcome } from './sample-table.js';

/** The subjects of a task's samples as numbers, and which samples have a template. */
export interface TaskSubjects extends SamplesBySubject {
  /** The label of each subject; its place is its number. */
  readonly labels: readonly string[];
  /** The subject of each sample. */
  readonly subjectOf: Int32Array;
  /** The places of the samples that have a template, in their order. */
  readonly scored: Int32Array;
}

/** Numbers the subjects of samples, all of whom have a label, in the order in which the samples name them. */
export function taskSubjects(outcomes: readonly Pick<SampleOutcome, 'subject' | 'failure'>[]): TaskSubjects {
  const numbers = new Map<string, number>();
  const subjectOf = Int32Array.from(outcomes, ({ subject }) => {
    const number = numbers.get(subject) ?? numbers.size;
    numbers.set(subject, number);
    return number;
  });
  const samples = new Int32Array(numbers.size);
  const failed = new Int32Array(numbers.size);
  for (const [place, { failure }] of outcomes.entries()) {
    const subject = subjectOf[place] ?? 0;
    samples[subject] = (samples[subject] ?? 0) + 1;
    if (failure !== '') failed[subject] = (failed[subject] ?? 0) + 1;
  }
  const scored = Int32Array.from(outcomes.keys()).filter((place) => outcomes[place]?.failure === '');
  return { labels: [...numbers.keys()], subjectOf, samples, failed, scored };
}
