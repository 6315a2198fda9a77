import type { Splits } from '../../src/datasets/open-dataset.js';
import { peopleSamples, SAMPLES_OF } from './made-up-dataset.js';

/** Twenty-four people. */
export const SPLIT_PEOPLE = peopleSamples([...SAMPLES_OF, ...SAMPLES_OF]);

/** Enrolled ones and probes without a template, in one split or in both. */
export const SPLIT_FAILING = ['p03/1.jpg', 'p08/2.jpg', 'p17/1.jpg', 'p20/3.jpg'];

/**
 * Two divisions of these people: each enrols the first picture of some of them and searches with the others, and with
 * those of everybody else but a few. One probe is not in the dataset.
 */
export function publishedSplits(): Splits {
  const listed = SPLIT_PEOPLE.map(({ id, subject = '' }) => ({ sample: id, subject }));
  const split = (name: string, isEnrolled: (person: number) => boolean, isAway: (person: number) => boolean) => {
    const person = (subject: string) => Number(subject.slice(1));
    const here = listed.filter(({ subject }) => !isAway(person(subject)));
    const isFirst = ({ sample, subject }: (typeof listed)[number]) =>
      isEnrolled(person(subject)) && sample.endsWith('/1.jpg');
    return { name, gallery: here.filter(isFirst), probes: here.filter((one) => !isFirst(one)), training: [] };
  };
  const one = split(
    '1',
    (person) => person < 12,
    (person) => person > 22,
  );
  const two = split(
    '2',
    (person) => person % 2 === 0,
    (person) => person < 3,
  );
  return {
    splits: [{ ...one, probes: [...one.probes, { sample: 'p99/1.jpg', subject: 'p99' }] }, two],
    sha256: 'c'.repeat(64),
    from: 'made-up/splits',
  };
}
