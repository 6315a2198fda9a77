import { FalsematchError } from '../files/errors.js';

/** Templates of one model, one after another. */
export interface Templates {
  /** The numbers of every template: template i stands from i x dimensions on. */
  readonly data: Float32Array;
  readonly dimensions: number;
}

/** How templates are compared: the cosine of their angle, or their dot product as they are. */
export type Similarity = 'cosine' | 'dot';

/** How many templates there are. */
export function templateCount({ data, dimensions }: Templates): number {
  return data.length / dimensions;
}

/** Puts templates one after another. Throws, naming the first that differs, when they are not of one length. */
export function joinTemplates(templates: readonly Float32Array[], what = 'template'): Templates {
  const dimensions = templates[0]?.length ?? 0;
  const data = new Float32Array(templates.length * dimensions);
  for (const [index, template] of templates.entries()) {
    if (template.length !== dimensions) {
      throw new FalsematchError(
        `Templates must have one length; ${what} ${index} has ${template.length} numbers and the first has ${dimensions}.`,
      );
    }
    data.set(template, index * dimensions);
  }
  return { data, dimensions };
}

/** Dot products of templates whose squares are below are numbers of a float32, and so are all sums on the way. */
const MOST_SQUARE = 2 ** 126;

/**
 * A checked copy of templates that is ready to be compared by dot products, in memory that all threads share: of unit
 * length for `cosine`, as they are for `dot`. Throws, naming the first that is wrong: a length that does not divide the
 * data, a number that is not finite, for `cosine` a template of zeros, which has no direction, and for `dot` one of which
 * the products would overflow.
 */
export function readyTemplates(templates: Templates, similarity: Similarity, what: string): Templates {
  checkShape(templates, what);
  const { data, dimensions } = templates;
  const ready = new Float32Array(new SharedArrayBuffer(data.length * Float32Array.BYTES_PER_ELEMENT));
  for (let start = 0; start < data.length; start += dimensions) {
    const end = start + dimensions;
    let square = 0;
    for (let k = start; k < end; k += 1) square += (data[k] as number) ** 2;
    if (!Number.isFinite(square)) {
      throw new FalsematchError(
        `The ${what} template ${start / dimensions} holds a number that is not finite; leave samples without a template out and count them as failed.`,
      );
    }
    if (square === 0 && similarity === 'cosine') {
      throw new FalsematchError(
        `The ${what} template ${start / dimensions} is all zeros and has no direction; leave samples without a template out and count them as failed.`,
      );
    }
    if (square >= MOST_SQUARE && similarity === 'dot') {
      throw new FalsematchError(
        `The ${what} template ${start / dimensions} is too long for its dot products to be float32 numbers; scale all templates down, or compare by cosine.`,
      );
    }
    const length = similarity === 'cosine' ? Math.sqrt(square) : 1;
    for (let k = start; k < end; k += 1) ready[k] = (data[k] as number) / length;
  }
  return { data: ready, dimensions };
}

/** Throws when the length of one template is no whole number from 1 or does not divide the data. */
export function checkShape({ data, dimensions }: Templates, what: string): void {
  if (Number.isSafeInteger(dimensions) && dimensions >= 1 && data.length % dimensions === 0) return;
  throw new FalsematchError(
    `The ${what} templates are ${data.length} numbers, which is no whole number of templates of ${dimensions}; give the length of one template.`,
  );
}

/** The length of the longest template: no score of two is above the product of their lengths, but for rounding. */
export function longest({ data, dimensions }: Templates): number {
  let most = 0;
  for (let start = 0; start < data.length; start += dimensions) {
    let square = 0;
    for (let k = start; k < start + dimensions; k += 1) square += (data[k] ?? 0) ** 2;
    if (square > most) most = square;
  }
  return Math.sqrt(most);
}

/** A copy of the array in memory that all threads share. */
export function shared<T extends Float32Array | Float64Array | Int32Array>(array: T): T {
  const memory = new SharedArrayBuffer(array.byteLength);
  const copy =
    array instanceof Float32Array
      ? new Float32Array(memory)
      : array instanceof Float64Array
        ? new Float64Array(memory)
        : new Int32Array(memory);
  copy.set(array);
  return copy as T;
}
