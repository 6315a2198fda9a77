import { FalsematchError } from '../../files/errors.js';
import { decodeNpy, encodeNpy } from '../../files/npy.js';
import type { Comparison } from '../comparison-table.js';
import type { NamedComparison } from './pair-table.js';

/** Why samples have no template, by their names; empty for one that has. */
export type FailureOf = (sample: string) => string;

/**
 * The scores of comparisons that another table names, in its order, as a NumPy array of float32, NaN where there is none:
 * what is compared through many conditions is written down once, and why a score is missing stands with the samples.
 */
export function encodeScores(comparisons: readonly Comparison[]): Uint8Array {
  const scores = Float32Array.from(comparisons, ({ score }) => score ?? Number.NaN);
  return encodeNpy(scores, [scores.length]);
}

/**
 * Reads such scores back beside the comparisons that they are of. `failureOf` says of either side why it has no template.
 * Throws with the file's name for another number of scores, and for a score that is there though a sample failed, or the
 * other way round.
 */
export function decodeScores(
  bytes: Uint8Array,
  name: string,
  named: readonly NamedComparison[],
  failureOf: { readonly a: FailureOf; readonly b: FailureOf },
): Comparison[] {
  const { data, shape } = decodeNpy(bytes, name);
  if (!(data instanceof Float32Array) || shape.length !== 1 || data.length !== named.length) {
    throw new FalsematchError(
      `${name} must hold ${named.length} float32 scores, and holds an array of (${shape.join(', ')}); the file was edited or damaged.`,
    );
  }
  return named.map((comparison, place): Comparison => {
    const failure = sidesText(failureOf.a(comparison.a), failureOf.b(comparison.b));
    const score = data[place] ?? Number.NaN;
    if (Number.isFinite(score) !== (failure === '')) {
      throw new FalsematchError(
        `${name}, comparison ${place + 1}: a comparison has either a score or a sample that failed; the file was edited or damaged.`,
      );
    }
    const { a, b, subjectA, subjectB, mated, fold } = comparison;
    return {
      ...{ a, b, subjectA, subjectB, mated },
      ...(fold === undefined ? {} : { fold }),
      ...(failure === '' ? { score } : {}),
      failure,
    };
  });
}

/** Which side of a comparison failed and why, as tables of comparisons say it. */
export function sidesText(a: string, b: string): string {
  return [a && `a:${a}`, b && `b:${b}`].filter((text) => text !== '').join(';');
}
