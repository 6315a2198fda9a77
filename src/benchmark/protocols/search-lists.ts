import type { Dataset } from '../../datasets/open-dataset.js';
import type { Sample } from '../../datasets/sample.js';
import { checkDistractors } from '../../datasets/search-lists/distractors.js';
import { drawSearchLists } from '../../datasets/search-lists/drawn-lists.js';
import type { NamedSamples } from '../../datasets/search-lists/listed-samples.js';
import type { ListedSample, SearchSplit } from '../../datasets/search-lists/split.js';
import { UNKNOWN } from '../../datasets/unknown-value.js';
import { bytewise } from '../../files/bytewise.js';
import { FalsematchError, unknownName } from '../../files/errors.js';
import type { ListedRoles, Role, SearchLists } from '../../results/search/search-lists.js';
import type { DrawnSearch } from '../suite.js';
import type { OtherDataset } from './protocol.js';

/** Lists with the samples that stand in them, by their names there. */
export interface ReadyLists {
  readonly lists: SearchLists;
  /** In the order of the lists' samples; absent where a published list names a picture that the dataset does not hold. */
  readonly samples: readonly (Sample | undefined)[];
}

/**
 * Published splits. Throws when a list gives a sample another subject than the dataset does, or than another split does,
 * and when none of its samples is there.
 */
export function splitLists({ card, samples }: Dataset, splits: readonly SearchSplit[], from: string): ReadyLists {
  const known = new Map(samples.map((sample) => [sample.id, sample]));
  const roles = new RoleTable(splits.length);
  for (const [split, { gallery, probes }] of splits.entries()) {
    for (const one of gallery) roles.add(one, split, 'gallery');
    for (const one of probes) roles.add(one, split, 'probe');
  }
  const elsewhere = new Map<string, string>();
  for (const { sample, subject } of splits.flatMap(({ gallery, probes }) => [...gallery, ...probes])) {
    const own = known.get(sample)?.subject;
    if (own !== undefined && own !== subject) {
      throw new FalsematchError(
        `${from} says that ${sample} shows ${subject}, and ${card.name} that it shows ${own}; correct the list or the labels.`,
      );
    }
    const before = elsewhere.get(sample) ?? subject;
    if (before !== subject) {
      throw new FalsematchError(
        `${from} says that ${sample} shows ${subject}, and elsewhere that it shows ${before}; correct the list.`,
      );
    }
    elsewhere.set(sample, subject);
  }
  const listed = roles.listed(
    // A published list that stands alone is no division among others.
    splits.map(({ name }) => (splits.length === 1 ? `list ${name}` : `split ${name}`)),
    () => '',
  );
  const found = listed.samples.map(({ sample }) => known.get(sample));
  if (found.every((sample) => sample === undefined)) {
    throw new FalsematchError(
      `None of the ${found.length} pictures that ${from} names is in ${card.name}; the list belongs to another dataset.`,
    );
  }
  return { lists: listed, samples: found };
}

/** Other datasets whose samples stand in drawn lists. */
export interface OtherPeople {
  /** Who passes by, in place of those who are on no list. */
  readonly passersBy?: OtherDataset | undefined;
  /** Whose samples are enrolled in every list. */
  readonly distractors?: OtherDataset | undefined;
}

/**
 * Watch-lists that are drawn from the subjects of a dataset; those who pass by may be another dataset's people, and a
 * third one's samples be enrolled besides, each as a candidate of its own. Throws where they share subjects, by name.
 */
export function drawnLists(
  dataset: Dataset,
  drawn: DrawnSearch,
  seed: number,
  { passersBy: others, distractors }: OtherPeople = {},
): ReadyLists {
  const { card, samples } = dataset;
  const { gallery, probes } = drawn;
  const sizes = sizesOf(drawn);
  const { lists, nonMated } = drawSearchLists(card.name, samples, {
    sizes,
    samplesPerSubject: gallery.samplesPerSubject,
    perSubject: probes.perSubject,
    seed,
    othersPass: others !== undefined,
  });
  const strangers = others ? checkDistractors({ name: card.name, samples }, namedSamples(others)) : [];
  const enrolledToo = distractors ? checkDistractors({ name: card.name, samples }, namedSamples(distractors)) : [];
  if (others && distractors) checkDistractors(namedSamples(others), namedSamples(distractors));
  const prefix = prefixOf(others);
  const prefixToo = prefixOf(distractors);
  const roles = new RoleTable(lists.length);
  for (const [list, { gallery: enrolled, mated }] of lists.entries()) {
    for (const { subject, samples: own } of enrolled) {
      for (const sample of own) roles.add({ sample, subject }, list, 'gallery');
    }
    for (const { sample } of enrolledToo) {
      const own = `${prefixToo}${sample}`;
      roles.add({ sample: own, subject: own }, list, 'gallery');
    }
    for (const one of mated) roles.add(one, list, 'probe');
    if (!others) for (const one of nonMated) roles.add(one, list, 'probe');
    for (const { sample, subject } of strangers) roles.add({ sample: `${prefix}${sample}`, subject }, list, 'probe');
  }
  const known = new Map([
    ...samples.map((sample) => [sample.id, sample] as const),
    ...(others?.dataset.samples ?? []).map((sample) => [`${prefix}${sample.id}`, sample] as const),
    ...(distractors?.dataset.samples ?? []).map((sample) => [`${prefixToo}${sample.id}`, sample] as const),
  ]);
  const passage = passageOf(card.name, [...known.values()], probes.per);
  const listed = roles.listed(
    sizes.map((size) => `list of ${size.toLocaleString('en-US')}`),
    (sample) => passage(known.get(sample)),
  );
  return { lists: listed, samples: listed.samples.map(({ sample }) => known.get(sample)) };
}

function namedSamples({ dataset: { card, samples } }: OtherDataset): NamedSamples {
  return { name: card.name, samples };
}

/** What stands before the ids of another dataset's samples, since two datasets may have the same ones. */
function prefixOf(other: OtherDataset | undefined): string {
  return other ? `${other.dataset.card.name}:` : '';
}

/** The numbers of subjects of drawn lists, the smallest first. */
export function sizesOf({ gallery: { subjects } }: DrawnSearch): number[] {
  return (typeof subjects === 'number' ? [subjects] : subjects).toSorted((p, q) => p - q);
}

/** The attributes that say of which passage a sample is. */
export function passageAttributes({ probes: { per } }: DrawnSearch): string[] {
  return per === 'sample' || per === 'subject' ? [] : [per];
}

/** What the passage of a sample is called; a sample of which nobody says it is a search of its own. */
function passageOf(name: string, samples: readonly Sample[], per: string): (sample: Sample | undefined) => string {
  if (per === 'sample') return () => '';
  if (per === 'subject') return (sample) => sample?.subject ?? '';
  const offered = new Set(samples.flatMap(({ attributes }) => Object.keys(attributes)));
  if (!offered.has(per)) throw unknownName(`attribute of ${name}`, per, [...offered]);
  return (sample) => {
    const value = sample?.attributes[per] ?? '';
    return value === '' || value === UNKNOWN ? '' : `${sample?.subject} [${value}]`;
  };
}

/** Gathers what every sample is in every list. */
class RoleTable {
  readonly #lists: number;
  readonly #rows = new Map<string, { readonly subject: string; readonly roles: Role[] }>();

  constructor(lists: number) {
    this.#lists = lists;
  }

  add({ sample, subject }: ListedSample, list: number, role: Role): void {
    const row = this.#rows.get(sample) ?? { subject, roles: Array.from({ length: this.#lists }, (): Role => '') };
    this.#rows.set(sample, row);
    const before = row.roles[list];
    if (before && before !== role) {
      throw new FalsematchError(
        `The sample ${sample} is a probe and in the gallery of one list; a search for a sample that is enrolled finds itself. Take it out of one.`,
      );
    }
    row.roles[list] = role;
  }

  listed(names: readonly string[], passage: (sample: string) => string): SearchLists {
    const samples = [...this.#rows]
      .sort(([a], [b]) => bytewise(a, b))
      .map(([sample, { subject, roles }]): ListedRoles => ({ sample, subject, passage: passage(sample), roles }));
    return { names, samples };
  }
}
