import type { Dataset } from '../../datasets/open-dataset.js';
import type { Pair } from '../../datasets/pair-lists/pair.js';
import type { Sample } from '../../datasets/sample.js';
import type { Extraction } from '../../extraction/extraction.js';
import { FalsematchError } from '../../files/errors.js';
import { outcomeOf, type PlannedComparison, type PreparedTask } from './protocol.js';
import { toExtract } from './to-extract.js';

/**
 * Compares the pictures that a list names, one face each. A picture that the list names and the dataset does not hold
 * is a failure like any other: its comparisons stay in the denominators.
 * Throws when a pair contradicts the subjects of the dataset, or when none of its pictures is there.
 */
export function preparePairs(
  dataset: Dataset,
  pairs: readonly Pair[],
  record: { readonly pairs: string; readonly pairsSha256?: string },
): PreparedTask {
  const known = new Map(dataset.samples.map((sample) => [sample.id, sample]));
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort();
  const samples = ids.map((id): Sample => known.get(id) ?? { id, attributes: {} });
  if (!ids.some((id) => known.has(id))) {
    throw new FalsematchError(
      `None of the ${ids.length} pictures that ${record.pairs} names is in ${dataset.card.name}; the list belongs to another dataset.`,
    );
  }
  for (const pair of pairs) checkLabels(pair, known, record.pairs);
  return {
    samples: samples.map(toExtract),
    record: { ...record, comparisons: pairs.length },
    compare(extractions) {
      const found = new Map(ids.map((id, index) => [id, extractions[index]]));
      const subject = (id: string) => known.get(id)?.subject ?? '';
      return {
        comparisons: pairs.map((pair): PlannedComparison => {
          const sides = [found.get(pair.a), found.get(pair.b)] as const;
          const subjects = { subjectA: subject(pair.a), subjectB: subject(pair.b) };
          return { ...pair, ...subjects, ...comparisonOf(sides) };
        }),
        samples: samples.map(({ id }, index) => outcomeOf(id, subject(id), extractionAt(extractions, index))),
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
  const failures: string[] = [];
  const templates = sides.map((side, at) => {
    if (side?.state === 'ok' && side.faces[0]) return side.faces[0].template;
    failures.push(`${at === 0 ? 'a' : 'b'}:${side?.state === 'failed' ? side.reason : 'missing'}`);
    return undefined;
  });
  const [a, b] = templates;
  return a && b ? { templates: [a, b], failure: '' } : { failure: failures.join(';') };
}

function extractionAt(extractions: readonly Extraction[], index: number): Extraction {
  const extraction = extractions[index];
  if (!extraction) throw new RangeError(`there is no extraction ${index}`);
  return extraction;
}
