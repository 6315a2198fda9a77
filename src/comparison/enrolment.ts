import { FalsematchError } from '../files/errors.js';
import type { Label, LabelledTemplates, SearchOptions, SearchProbes } from './search-input.js';
import { readyTemplates, type Templates, templateCount } from './templates.js';

/** Gallery and probes made ready: the samples of each candidate and of each search stand together. */
export interface Enrolment {
  readonly gallery: Templates;
  readonly candidates: readonly Label[];
  /** Where the samples of each candidate begin; one entry more, where the last ones end. */
  readonly galleryStart: Int32Array;
  readonly probes: Templates;
  readonly searches: readonly { readonly subject: Label; readonly passage: Label }[];
  readonly probeStart: Int32Array;
  /** The candidate that each search ought to find, or -1. */
  readonly mate: Int32Array;
}

/** Checks gallery and probes, and puts them in order; throws as `search` says. */
export function enrol(
  gallery: LabelledTemplates,
  probes: SearchProbes,
  { similarity = 'cosine', consolidate = 'best' }: SearchOptions,
): Enrolment {
  const enrolled = readyTemplates(gallery.templates, similarity, 'gallery');
  const searching = readyTemplates(probes.templates, similarity, 'probe');
  const [samples, probeCount] = [templateCount(enrolled), templateCount(searching)];
  if (enrolled.dimensions !== searching.dimensions) {
    throw new FalsematchError(
      `Gallery and probes must have templates of one length, found ${enrolled.dimensions} and ${searching.dimensions}; take both from one model.`,
    );
  }
  if (samples === 0 || probeCount === 0) {
    throw new FalsematchError(`A search needs a gallery and a probe, found ${samples} and ${probeCount} templates.`);
  }
  checkLabels('gallery', samples, gallery.subjects);
  checkLabels('probe', probeCount, probes.subjects);
  if (probes.passages) checkLabels('probe', probeCount, probes.passages, 'passage');
  checkIds(gallery.ids, probes.ids, samples, probeCount);
  const people = groupsOf(gallery.subjects);
  const together = taken(enrolled, people.order);
  const means = consolidate === 'mean' ? meanTemplates(together, people.starts, similarity === 'cosine') : undefined;
  const passages = groupsOf(probes.passages ?? Int32Array.from({ length: probeCount }, (_, probe) => probe));
  const searches = passages.labels.map((passage, s) => {
    const own = Array.from(
      passages.order.subarray(passages.starts[s], passages.starts[s + 1]),
      (probe) => probes.subjects[probe],
    );
    const subject = own[0] ?? '';
    const other = own.find((label) => label !== subject);
    if (other === undefined) return { subject, passage };
    throw new FalsematchError(
      `Passage ${passage} has probes of ${subject} and of ${other}; a passage is of one subject.`,
    );
  });
  const numbers = new Map(people.labels.map((label, candidate) => [label, candidate]));
  return {
    gallery: means ?? together,
    candidates: people.labels,
    galleryStart: means ? Int32Array.from({ length: people.labels.length + 1 }, (_, k) => k) : people.starts,
    probes: taken(searching, passages.order),
    searches,
    probeStart: passages.starts,
    mate: Int32Array.from(searches, ({ subject }) => numbers.get(subject) ?? -1),
  };
}

function checkLabels(what: string, count: number, labels: ArrayLike<Label>, kind = 'subject'): void {
  if (labels.length === count) return;
  throw new FalsematchError(
    `Every ${what} template needs its ${kind}, found ${count} templates and ${labels.length} ${kind}s.`,
  );
}

function checkIds(
  gallery: readonly string[] | undefined,
  probes: readonly string[] | undefined,
  samples: number,
  probeCount: number,
): void {
  if (gallery) checkLabels('gallery', samples, gallery, 'name');
  if (probes) checkLabels('probe', probeCount, probes, 'name');
  const seen = new Set<string>();
  for (const id of gallery ?? []) {
    if (seen.has(id)) throw new FalsematchError(`The sample ${id} stands twice in the gallery; enrol it once.`);
    seen.add(id);
  }
  const both = probes?.find((id) => seen.has(id));
  if (both !== undefined) {
    throw new FalsematchError(
      `The sample ${both} is a probe and in the gallery; a search for a sample that is enrolled finds itself. Take it out of one.`,
    );
  }
}

interface Groups {
  readonly labels: readonly Label[];
  /** Members in order of their groups, groups in the order in which they are first named. */
  readonly order: Int32Array;
  readonly starts: Int32Array;
}

function groupsOf(labels: ArrayLike<Label>): Groups {
  const members = new Map<Label, number[]>();
  for (let k = 0; k < labels.length; k += 1) {
    const label = labels[k] ?? '';
    const own = members.get(label);
    if (own) own.push(k);
    else members.set(label, [k]);
  }
  const starts = new Int32Array(members.size + 1);
  const groups = [...members.values()];
  for (const [k, group] of groups.entries()) starts[k + 1] = (starts[k] ?? 0) + group.length;
  return { labels: [...members.keys()], order: Int32Array.from(groups.flat()), starts };
}

function taken({ data, dimensions }: Templates, order: Int32Array): Templates {
  const ordered = new Float32Array(order.length * dimensions);
  for (const [row, sample] of order.entries()) {
    ordered.set(data.subarray(sample * dimensions, (sample + 1) * dimensions), row * dimensions);
  }
  return { data: ordered, dimensions };
}

/** One template for each subject: the mean of its own, of unit length again where directions are compared. */
function meanTemplates({ data, dimensions }: Templates, starts: Int32Array, unit: boolean): Templates {
  const means = new Float32Array((starts.length - 1) * dimensions);
  const sum = new Float64Array(dimensions);
  for (let subject = 0; subject + 1 < starts.length; subject += 1) {
    const [from, to] = [starts[subject] ?? 0, starts[subject + 1] ?? 0];
    sum.fill(0);
    for (let at = from * dimensions; at < to * dimensions; at += 1) {
      sum[at % dimensions] = (sum[at % dimensions] ?? 0) + (data[at] ?? 0);
    }
    let square = 0;
    for (const number of sum) square += number * number;
    if (unit && square === 0) {
      throw new FalsematchError(
        `The templates of gallery subject ${subject} cancel each other out, so that their mean has no direction; consolidate by the best.`,
      );
    }
    const length = unit ? Math.sqrt(square) : to - from;
    for (let k = 0; k < dimensions; k += 1) means[subject * dimensions + k] = (sum[k] ?? 0) / length;
  }
  return { data: means, dimensions };
}
