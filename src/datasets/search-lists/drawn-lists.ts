import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { FalsematchError } from '../../files/errors.js';
import { shuffle } from '../../statistics/draws.js';
import { seededRandom } from '../../statistics/seeded.js';
import type { Sample } from '../sample.js';
import { listedSamples } from './listed-samples.js';
import type { ListedSample } from './split.js';

export interface DrawListsOptions {
  /** The numbers of subjects of the lists, in any order. */
  readonly sizes: readonly number[];
  /** So many samples of each subject are enrolled. */
  readonly samplesPerSubject: number;
  /** At most so many probes of one subject, so that no one person decides the result; all of them when absent. */
  readonly perSubject?: number | undefined;
  readonly seed: number;
  /** Whether other people than this dataset's pass by, so that a list may take all of its subjects. */
  readonly othersPass?: boolean | undefined;
}

/** Somebody on a list. */
export interface EnrolledSubject {
  readonly subject: string;
  readonly samples: readonly string[];
}

export interface DrawnList {
  /** The number of subjects in the gallery. */
  readonly size: number;
  readonly gallery: readonly EnrolledSubject[];
  /** Other samples of the subjects in the gallery. */
  readonly mated: readonly ListedSample[];
}

export interface DrawnLists {
  /** By size, the smallest first: each is the beginning of the next. */
  readonly lists: readonly DrawnList[];
  /** Samples of subjects who are on none of the lists: the same for all. */
  readonly nonMated: readonly ListedSample[];
}

/**
 * Nested watch-lists for a dataset that comes with subjects but without lists. Subjects are put into a seeded order, and
 * the samples of each into another. A list of n enrols the first n subjects that have `samplesPerSubject` samples, with
 * so many of them; the samples that they have left are its mated probes. The samples of everybody outside the largest
 * list are the non-mated probes, those of subjects with too few samples to be enrolled too.
 *
 * Subjects with samples left to search with are not preferred. That would give more mated searches, but put the people of
 * many pictures on the lists and leave those of one to pass by: false alarms would then be measured on other people than
 * are enrolled, and the lists would differ in who is on them, not in their size alone. In LFW, where 1,680 of 5,749 people
 * have two pictures or more, it costs most mated searches: about 130 remain of 445 for a list of 100.
 *
 * The same samples and seed give the same lists, whatever the samples' order and whatever other sizes are asked for; the
 * non-mated probes depend on the largest size.
 * Throws for a sample without a subject, a list that is larger than the data, and no mated or no non-mated probe left.
 */
export function drawSearchLists(dataset: string, samples: readonly Sample[], options: DrawListsOptions): DrawnLists {
  checkOptions(options);
  const { samplesPerSubject, perSubject = Number.POSITIVE_INFINITY } = options;
  const sizes = options.sizes.toSorted((a, b) => a - b);
  const largest = sizes.at(-1) ?? 0;
  const people = inSeededOrder(listedSamples({ name: dataset, samples }), seededRandom(options.seed));
  const qualified = people.filter((person) => person.samples.length >= samplesPerSubject);
  if (largest > qualified.length) {
    throw new FalsematchError(
      `"subjects": ${dataset} has ${qualified.length} subjects of at least ${samplesPerSubject} samples, too few for a list of ${largest}; ask for smaller lists or fewer samples of each subject.`,
    );
  }
  const lists = sizes.map((size): DrawnList => {
    const enrolled = qualified.slice(0, size);
    return {
      size,
      gallery: enrolled.map((person) => ({ ...person, samples: person.samples.slice(0, samplesPerSubject) })),
      mated: enrolled.flatMap((person) => probesOf(person, samplesPerSubject, perSubject)),
    };
  });
  const onList = new Set(qualified.slice(0, largest));
  const nonMated = people.filter((person) => !onList.has(person)).flatMap((person) => probesOf(person, 0, perSubject));
  refuseWithoutProbes(dataset, { lists, nonMated }, options);
  return { lists, nonMated };
}

function checkOptions({ sizes, samplesPerSubject, perSubject }: DrawListsOptions): void {
  const isCount = (value: number) => Number.isSafeInteger(value) && value >= 1;
  if (sizes.length === 0 || !sizes.every(isCount)) {
    throw new FalsematchError(
      `"subjects" must be whole numbers of subjects from 1, such as 100 and 1000, found ${sizes.join(', ') || 'none'}.`,
    );
  }
  const repeated = sizes.find((size, index) => sizes.indexOf(size) !== index);
  if (repeated !== undefined) throw new FalsematchError(`"subjects" has ${repeated} twice; remove one of them.`);
  for (const [field, value] of Object.entries({ samplesPerSubject, perSubject })) {
    if (value === undefined || isCount(value)) continue;
    throw new FalsematchError(`"${field}" must be a whole number from 1, found ${value}.`);
  }
}

/** Everybody, each with the samples, shuffled; from the order of the names, so that the dataset's does not matter. */
function inSeededOrder(listed: readonly ListedSample[], random: RandomGenerator): EnrolledSubject[] {
  const bySubject = new Map<string, string[]>();
  for (const { sample, subject } of listed) {
    const own = bySubject.get(subject);
    if (own) own.push(sample);
    else bySubject.set(subject, [sample]);
  }
  const people = [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1));
  return shuffled(people, random).map(([subject, own]) => ({ subject, samples: shuffled(own.sort(), random) }));
}

function shuffled<Value>(values: readonly Value[], random: RandomGenerator): Value[] {
  const order = values.map((_, index) => index);
  shuffle(order, random);
  return order.flatMap((index) => values.slice(index, index + 1));
}

function probesOf({ subject, samples }: EnrolledSubject, from: number, most: number): ListedSample[] {
  return samples.slice(from, from + most).map((sample) => ({ sample, subject }));
}

function refuseWithoutProbes(
  dataset: string,
  { lists, nonMated }: DrawnLists,
  { samplesPerSubject, othersPass = false }: DrawListsOptions,
): void {
  const unsearched = lists.find(({ mated }) => mated.length === 0);
  if (unsearched) {
    throw new FalsematchError(
      `"subjects": nobody on the list of ${unsearched.size} of ${dataset} has more than the ${samplesPerSubject} samples that are enrolled, so no mated probe is left; ask for a larger list, fewer samples of each subject or another seed.`,
    );
  }
  if (nonMated.length > 0 || othersPass) return;
  throw new FalsematchError(
    `"subjects": a list of ${lists.at(-1)?.size} takes every subject of ${dataset}, so no non-mated probe is left; ask for a smaller list.`,
  );
}
