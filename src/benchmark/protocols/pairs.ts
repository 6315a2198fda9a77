import type { Erratum } from '../../datasets/errata.js';
import type { Dataset } from '../../datasets/open-dataset.js';
import type { Pair } from '../../datasets/pair-lists/pair.js';
import type { Sample } from '../../datasets/sample.js';
import type { Extraction } from '../../extraction/extraction.js';
import { measuresOf } from '../../extraction/face-quality.js';
import { FalsematchError } from '../../files/errors.js';
import { probesOf } from '../../results/conditions/probes-of.js';
import { sidesText } from '../../results/conditions/score-column.js';
import { errataThatTouch } from '../../results/disputed.js';
import type { SampleQuality } from '../../results/quality/quality-table.js';
import type { SeeThrough } from '../conditions/see-through.js';
import { type ListedTask, outcomeOf, type PlannedComparison } from './protocol.js';
import { subjectTable } from './subject-table.js';
import { toExtract } from './to-extract.js';

/** What else is known of the subjects and samples of a task. */
export interface AboutSubjects {
  /** By what figures are also given, each an attribute or a cross of several. */
  readonly groups?: readonly (readonly string[])[];
  /** What is known to be wrong in the dataset. */
  readonly errata?: readonly Erratum[];
}

/** Whose pictures of a list are seen through a condition, and how. */
export interface ThroughCondition {
  readonly side: 'probe' | 'both';
  readonly see: SeeThrough;
  /** Whether the quality of every probe is kept. */
  readonly quality: boolean;
}

/**
 * Compares the pictures that a list names, one face each. A picture that the list names and the dataset does not hold
 * is a failure like any other: its comparisons stay in the denominators.
 * Throws when a pair contradicts the subjects of the dataset, when none of its pictures is there, and when the dataset
 * does not say anything of its subjects by which they are to be grouped.
 */
export function preparePairs(
  dataset: Dataset,
  pairs: readonly Pair[],
  record: { readonly pairs: string; readonly pairsSha256?: string },
  { groups, errata = [] }: AboutSubjects = {},
  through?: ThroughCondition,
): ListedTask {
  const known = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort();
  const sampleOf = (id: string): Sample => known.get(id) ?? { id, attributes: {} };
  if (!ids.some((id) => known.has(id))) {
    throw new FalsematchError(
      `None of the ${ids.length} pictures that ${record.pairs} names is in ${dataset.card.name}; the list belongs to another dataset.`,
    );
  }
  for (const pair of pairs) checkLabels(pair, known, record.pairs);
  const subject = (id: string) => known.get(id)?.subject ?? '';
  const named = pairs.map((pair) => ({ ...pair, subjectA: subject(pair.a), subjectB: subject(pair.b) }));
  const touching = errataThatTouch(named, errata);
  const probes = through ? probesOf(pairs, through.side) : ids;
  const references = through?.side === 'probe' ? [...new Set(pairs.map(({ a }) => a))].sort() : [];
  return {
    samples: [
      ...probes.map((id) => (through?.see ?? toExtract)(sampleOf(id))),
      ...references.map((id) => toExtract(sampleOf(id))),
    ],
    record: {
      ...record,
      comparisons: pairs.length,
      ...(groups ? { groups: groups.map((names) => [...names]) } : {}),
      ...(touching.length > 0 ? { errata: touching.length } : {}),
    },
    tables: {
      ...(groups ? { subjects: subjectTable(dataset, new Set(ids.map(subject)), groups) } : {}),
      ...(touching.length > 0 ? { errata: touching } : {}),
    },
    compare(extractions) {
      const seen = new Map(probes.map((id, index) => [id, extractionAt(extractions, index)]));
      const published = new Map(references.map((id, index) => [id, extractionAt(extractions, probes.length + index)]));
      const reference = (id: string) => (through?.side === 'probe' ? published : seen).get(id);
      return {
        comparisons: named.map(
          (pair): PlannedComparison => ({ ...pair, ...comparisonOf([reference(pair.a), seen.get(pair.b)]) }),
        ),
        samples: probes.map((id) => outcomeOf(id, subject(id), seen.get(id))),
        ...(through?.quality ? { quality: probes.map((id) => qualityOf(seen.get(id))) } : {}),
      };
    },
  };
}

function checkLabels({ a, b, mated }: Pair, known: ReadonlyMap<string, Sample>, list: string): void {
  const [left, right] = [known.get(a)?.subject, known.get(b)?.subject];
  if (left === undefined || right === undefined || (left === right) === mated) return;
  throw new FalsematchError(
    `${list} calls ${a} and ${b} ${mated ? 'mated' : 'non-mated'}, and the dataset gives them the subjects ${left} and ${right}; correct the list or the labels.`,
  );
}

function comparisonOf(
  sides: readonly [Extraction | undefined, Extraction | undefined],
): Pick<PlannedComparison, 'templates' | 'failure'> {
  const [a, b] = sides.map((side) => (side?.state === 'ok' ? side.faces[0]?.template : undefined));
  if (a && b) return { templates: [a, b], failure: '' };
  const [first, second] = sides.map(failureOf);
  return { failure: sidesText(a ? '' : (first ?? ''), b ? '' : (second ?? '')) };
}

function failureOf(side: Extraction | undefined): string {
  return side?.state === 'failed' ? side.reason : 'missing';
}

function qualityOf(extraction: Extraction | undefined): SampleQuality {
  const face = extraction?.state === 'ok' ? extraction.faces[0] : undefined;
  if (face) return { measures: measuresOf(face), failure: '' };
  return { measures: null, failure: failureOf(extraction) };
}

function extractionAt(extractions: readonly Extraction[], index: number): Extraction {
  const extraction = extractions[index];
  if (!extraction) throw new RangeError(`there is no extraction ${index}`);
  return extraction;
}
