import { FalsematchError } from '../files/errors.js';
import { shared } from './templates.js';
import type { ScoredPairs } from './upper-tail.js';

/** Which samples are of one subject: those of a subject stand together in `order`, each in ascending order. */
export interface Mates {
  /** The subject of each sample, as a number. */
  readonly subject: Int32Array;
  readonly order: Int32Array;
  /** Where each sample stands in `order`. */
  readonly place: Int32Array;
  /** By sample: where the samples of its subject end in `order`. */
  readonly end: Int32Array;
  /** By sample: how many mated comparisons have an earlier sample first; one entry more, the number of all. */
  readonly matedBefore: Float64Array;
}

/** Puts the samples of each subject together; `subject` holds whole numbers of any size. */
export function findMates(subject: Int32Array): Mates {
  const count = subject.length;
  const order = Int32Array.from(subject.keys()).sort((p, q) => (subject[p] ?? 0) - (subject[q] ?? 0) || p - q);
  const place = new Int32Array(count);
  const end = new Int32Array(count);
  for (let at = count - 1; at >= 0; at -= 1) {
    const sample = order[at] ?? 0;
    const next = order[at + 1] ?? -1;
    place[sample] = at;
    end[sample] = next >= 0 && subject[next] === subject[sample] ? (end[next] ?? 0) : at + 1;
  }
  const matedBefore = new Float64Array(count + 1);
  for (let sample = 0; sample < count; sample += 1) {
    matedBefore[sample + 1] = (matedBefore[sample] ?? 0) + (end[sample] ?? 0) - (place[sample] ?? 0) - 1;
  }
  return { subject, order, place, end, matedBefore };
}

/** Subjects as whole numbers in the order in which they are first named. Throws when they are not one for each sample. */
export function numbered(subjects: ArrayLike<string | number>, samples: number): Int32Array {
  if (subjects.length !== samples) {
    throw new FalsematchError(
      `Every template needs its subject, found ${samples} templates and ${subjects.length} subjects.`,
    );
  }
  const numbers = new Map<string | number, number>();
  return Int32Array.from(subjects, (subject) => {
    const known = numbers.get(subject);
    if (known !== undefined) return known;
    numbers.set(subject, numbers.size);
    return numbers.size - 1;
  });
}

/** The same in memory that all threads share. */
export function sharedMates({ subject, order, place, end, matedBefore }: Mates): Mates {
  return {
    subject: shared(subject),
    order: shared(order),
    place: shared(place),
    end: shared(end),
    matedBefore: shared(matedBefore),
  };
}

/** The samples of every mated comparison, in order of the first, then of the second. */
export function matedSamples({ order, place, end, matedBefore }: Mates): Omit<ScoredPairs, 'scores'> {
  const samples = place.length;
  const first = new Int32Array(matedBefore[samples] ?? 0);
  const second = new Int32Array(first.length);
  let k = 0;
  for (let sample = 0; sample < samples; sample += 1) {
    for (let at = (place[sample] ?? 0) + 1; at < (end[sample] ?? 0); at += 1) {
      first[k] = sample;
      second[k] = order[at] ?? 0;
      k += 1;
    }
  }
  return { first, second };
}
