import { FalsematchError } from '../files/errors.js';
import type { Label, LabelledTemplates, SearchOptions, SearchProbes } from './search-input.js';
import { checkShape, readyTemplates, shared, type Templates, templateCount } from './templates.js';

/** Who is in the gallery and who is searched for, before templates are looked at. */
export interface Enrolment {
  readonly candidates: readonly Label[];
  /** Gallery samples, those of each candidate together, and where they begin; one entry more, where the last ones end. */
  readonly gallery: Groups;
  /** Where the templates of each candidate begin among those that are searched. */
  readonly galleryStart: Int32Array;
  readonly searches: readonly { readonly subject: Label; readonly passage: Label }[];
  /** Probe samples, those of each search together. */
  readonly probes: Groups;
  /** The candidate that each search ought to find, or -1. */
  readonly mate: Int32Array;
}

/** Checks the names of gallery and probes, and puts them in order; throws as `search` says. */
export function enrol(
  gallery: LabelledTemplates,
  probes: SearchProbes,
  { consolidate = 'best' }: Pick<SearchOptions, 'consolidate'>,
): Enrolment {
  checkShape(gallery.templates, 'gallery');
  checkShape(probes.templates, 'probe');
  const [samples, probeCount] = [templateCount(gallery.templates), templateCount(probes.templates)];
  if (samples === 0 || probeCount === 0) {
    throw new FalsematchError(`A search needs a gallery and a probe, found ${samples} and ${probeCount} templates.`);
  }
  const { dimensions } = gallery.templates;
  if (dimensions !== probes.templates.dimensions) {
    throw new FalsematchError(
      `Gallery and probes must have templates of one length, found ${dimensions} and ${probes.templates.dimensions}; take both from one model.`,
    );
  }
  checkLabels('gallery', samples, gallery.subjects);
  checkLabels('probe', probeCount, probes.subjects);
  if (probes.passages) checkLabels('probe', probeCount, probes.passages, 'passage');
  checkIds(gallery.ids, probes.ids, samples, probeCount);
  const people = groupsOf(gallery.subjects);
  const passages = groupsOf(probes.passages ?? Int32Array.from({ length: probeCount }, (_, probe) => probe));
  const searches = passages.labels.map((passage, s) => ({ passage, subject: subjectOf(passages, s, probes.subjects) }));
  const numbers = new Map(people.labels.map((label, candidate) => [label, candidate]));
  return {
    candidates: people.labels,
    gallery: people,
    galleryStart:
      consolidate === 'mean' ? Int32Array.from({ length: people.labels.length + 1 }, (_, k) => k) : people.starts,
    searches,
    probes: passages,
    mate: Int32Array.from(searches, ({ subject }) => numbers.get(subject) ?? -1),
  };
}

function subjectOf({ labels, order, starts }: Groups, passage: number, subjects: ArrayLike<Label>): Label {
  const first = starts[passage] ?? 0;
  const subject = subjects[order[first] ?? 0] ?? '';
  for (let at = first + 1; at < (starts[passage + 1] ?? 0); at += 1) {
    const other = subjects[order[at] ?? 0] ?? '';
    if (other === subject) continue;
    throw new FalsematchError(
      `Passage ${labels[passage]} has probes of ${subject} and of ${other}; a passage is of one subject.`,
    );
  }
  return subject;
}

/** The templates of gallery and probes in that order, ready to be compared and in memory that all threads share. */
export function enrolledTemplates(
  { gallery: people, probes: passages }: Enrolment,
  gallery: LabelledTemplates,
  probes: SearchProbes,
  { similarity = 'cosine', consolidate = 'best' }: SearchOptions,
): { readonly gallery: Templates; readonly probes: Templates } {
  const enrolled = taken(readyTemplates(gallery.templates, similarity, 'gallery'), people.order);
  return {
    gallery: consolidate === 'mean' ? meanTemplates(enrolled, people.starts, similarity === 'cosine') : enrolled,
    probes: taken(readyTemplates(probes.templates, similarity, 'probe'), passages.order),
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

/** Samples by what they are called. */
export interface Groups {
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

function taken(templates: Templates, order: Int32Array): Templates {
  if (order.every((sample, row) => sample === row)) return templates;
  const { data, dimensions } = templates;
  const ordered = new Float32Array(new SharedArrayBuffer(data.byteLength));
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
  return { data: shared(means), dimensions };
}
