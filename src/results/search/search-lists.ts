import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../../files/errors.js';
import { readRows } from '../comparison-table.js';

/** What a sample is in a list: enrolled, searched for, or neither. */
export type Role = 'gallery' | 'probe' | '';

/** A sample with its part in every list. */
export interface ListedRoles {
  readonly sample: string;
  readonly subject: string;
  /** The passage that it is of, where several samples are one search; empty where a sample is a search of its own. */
  readonly passage: string;
  /** In the order of the lists. */
  readonly roles: readonly Role[];
}

/** Who is enrolled and who is searched for in each of several lists. */
export interface SearchLists {
  readonly names: readonly string[];
  readonly samples: readonly ListedRoles[];
}

/** One search of a list: a sample, or all samples of a passage. */
export interface ListedSearch {
  readonly name: string;
  readonly subject: string;
  /** The places of its samples among those of all lists. */
  readonly places: readonly number[];
}

/** One list, by its subjects and searches. */
export interface SearchList {
  readonly name: string;
  /** The subjects that are enrolled, in the order of their first samples, and the places of their samples. */
  readonly gallery: ReadonlyMap<string, readonly number[]>;
  /** In the order of their first samples. */
  readonly searches: readonly ListedSearch[];
}

/** Puts the samples of one list together by what they are enrolled as, and by what they are searched with. */
export function searchList({ names, samples }: SearchLists, list: number): SearchList {
  const gallery = new Map<string, number[]>();
  const searches = new Map<string, ListedSearch & { readonly places: number[] }>();
  for (const [place, { sample, subject, passage, roles }] of samples.entries()) {
    if (roles[list] === 'gallery') placesOf(gallery, subject).push(place);
    if (roles[list] !== 'probe') continue;
    const name = passage || sample;
    const known = searches.get(name);
    if (known) known.places.push(place);
    else searches.set(name, { name, subject, places: [place] });
  }
  return { name: names[list] ?? '', gallery, searches: [...searches.values()] };
}

function placesOf(gallery: Map<string, number[]>, subject: string): number[] {
  const known = gallery.get(subject);
  if (known) return known;
  const places: number[] = [];
  gallery.set(subject, places);
  return places;
}

const COLUMNS = ['sample', 'subject', 'passage'];

/** The lists as CSV: a line for each sample, a column for each list. */
export function formatLists({ names, samples }: SearchLists): string {
  const rows = samples.map(({ sample, subject, passage, roles }) => [sample, subject, passage, ...roles]);
  return stringify(rows, { header: true, columns: [...COLUMNS, ...names], record_delimiter: '\n' });
}

/** Reads such lists back. Throws with the file's name and line for whatever is not one. */
export function parseLists(text: string, name: string): SearchLists {
  const [header = [], ...rows] = readRows(text, name);
  const names = header.slice(COLUMNS.length);
  if (header.slice(0, COLUMNS.length).join() !== COLUMNS.join() || names.length === 0) {
    throw new FalsematchError(
      `${name} must have the columns ${COLUMNS.join(', ')} and then one for each list; it has ${header.join(', ')}.`,
    );
  }
  const twice = names.find((list, index) => names.indexOf(list) !== index);
  if (twice !== undefined) throw new FalsematchError(`${name} names the list "${twice}" twice; the file was edited.`);
  const samples = rows.map(([sample = '', subject = '', passage = '', ...roles], index): ListedRoles => {
    const wrong = roles.find((role) => !isRole(role));
    if (wrong !== undefined) {
      throw new FalsematchError(
        `${name}, line ${index + 2}: a sample is "gallery", "probe" or neither (empty) in a list, not "${wrong}".`,
      );
    }
    return { sample, subject, passage, roles: roles.filter(isRole) };
  });
  return { names, samples };
}

function isRole(role: string): role is Role {
  return role === 'gallery' || role === 'probe' || role === '';
}
