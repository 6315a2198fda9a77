import { FalsematchError } from '../../files/errors.js';
import { searchesFromScores } from '../../metrics/identification/from-scores.js';
import type { Searches } from '../../metrics/identification/search.js';
import type { Comparison } from '../comparison-table.js';
import type { ScoreTable } from './parse-score-table.js';

/** Searches with what they are searches of. */
export interface TableSearches {
  readonly searches: Searches;
  /** Gallery samples; `searches.gallerySubjects` is the number of their subjects. */
  readonly gallerySamples: number;
}

/**
 * The searches of a table in which every probe `a` is compared with every reference `b`. A probe all of whose comparisons
 * failed has no template; so has a reference that failed with every other probe. All candidates are kept.
 * Throws where a name is missing, for the first probe that lacks a reference, and for a failure that is neither the
 * probe's nor the reference's.
 */
export function searchTable({ name, comparisons }: ScoreTable): TableSearches {
  if (comparisons.some(({ a, b, subjectA, subjectB }) => [a, b, subjectA, subjectB].includes(''))) {
    throw new FalsematchError(
      `Searches need the columns a (the probe), b (the reference), subject_a and subject_b filled in everywhere; ${name} lacks some.`,
    );
  }
  const probes = firstPlaces(comparisons, ({ a, subjectA }) => [a, subjectA]);
  const references = firstPlaces(comparisons, ({ b, subjectB }) => [b, subjectB]);
  const [rows, columns] = [probes.subjects.length, references.subjects.length];
  const scores = new Float32Array(rows * columns).fill(Number.NaN);
  const there = new Uint8Array(rows * columns);
  for (const { a, b, score } of comparisons) {
    const at = (probes.place.get(a) ?? 0) * columns + (references.place.get(b) ?? 0);
    there[at] = 1;
    scores[at] = score ?? Number.NaN;
  }
  const missing = there.indexOf(0);
  const sampleAt = (at: number) => {
    const [probe, reference] = [
      [...probes.place.keys()][Math.floor(at / columns)],
      [...references.place.keys()][at % columns],
    ];
    return `probe "${probe}" with reference "${reference}"`;
  };
  if (missing >= 0) {
    throw new FalsematchError(
      `A search needs every probe (a) with every reference (b): ${name} has no comparison of ${sampleAt(missing)}, and ${there.filter((is) => is === 0).length.toLocaleString('en-US')} are missing in all.`,
    );
  }
  const isFailed = (row: number, column: number) => Number.isNaN(scores[row * columns + column]);
  const all = (length: number) => Array.from({ length }, (_, index) => index);
  const probeFailed = all(rows).map((row) => all(columns).every((column) => isFailed(row, column)));
  const others = all(rows).filter((row) => !probeFailed[row]);
  const galleryFailed = all(columns).map((column) => others.length > 0 && others.every((row) => isFailed(row, column)));
  const single = scores.findIndex(
    (score, at) => Number.isNaN(score) && !probeFailed[Math.floor(at / columns)] && !galleryFailed[at % columns],
  );
  if (single >= 0) {
    throw new FalsematchError(
      `The comparison of ${sampleAt(single)} failed, while both have scores elsewhere in ${name}; what such a search finds cannot be said.`,
    );
  }
  const searches = searchesFromScores({
    gallery: references.subjects,
    galleryFailed,
    probes: probes.subjects,
    rows: all(rows).map((row) => (probeFailed[row] ? undefined : scores.subarray(row * columns, (row + 1) * columns))),
    keep: columns,
  });
  return { searches, gallerySamples: columns };
}

/** The samples in the order in which the table names them first, and their subjects. */
function firstPlaces(comparisons: readonly Comparison[], of: (comparison: Comparison) => readonly [string, string]) {
  const place = new Map<string, number>();
  const subjects: string[] = [];
  for (const comparison of comparisons) {
    const [sample, subject] = of(comparison);
    if (place.has(sample)) continue;
    place.set(sample, subjects.length);
    subjects.push(subject);
  }
  return { place, subjects };
}
