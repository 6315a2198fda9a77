import fc from 'fast-check';
import type { ConfusionModel } from '../../../../src/metrics/plates/watch-list/confusion-model.js';
import type { MeasuredRead } from '../../../../src/metrics/plates/watch-list/measured-reads.js';

/** Every text that a plate may be read as with its probability, each kind of read and each choice in it spelled out. */
export function everyRead({ kinds, characters, extra }: ConfusionModel, truth: string): Map<string, number> {
  const reads = new Map<string, number>();
  const add = (text: string, probability: number) => reads.set(text, (reads.get(text) ?? 0) + probability);
  let texts: [string, number][] = [['', kinds['same length']]];
  for (const character of truth) {
    const row = characters.get(character) ?? new Map([[character, 1]]);
    texts = texts.flatMap(([text, p]) => [...row].map(([read, share]): [string, number] => [text + read, p * share]));
  }
  for (const [text, probability] of texts) if (probability > 0) add(text, probability);
  for (let k = 0; k < truth.length && kinds['one missing'] > 0; k += 1) {
    add(truth.slice(0, k) + truth.slice(k + 1), kinds['one missing'] / truth.length);
  }
  for (let gap = 0; gap <= truth.length; gap += 1) {
    for (const [character, share] of extra) {
      add(truth.slice(0, gap) + character + truth.slice(gap), (kinds['one extra'] * share) / (truth.length + 1));
    }
  }
  return reads;
}

/** Every text of a format. */
export function everyText(format: readonly (readonly string[])[]): string[] {
  return format.reduce<string[]>((texts, place) => texts.flatMap((text) => place.map((c) => text + c)), ['']);
}

const text = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'ABC0'), minLength: 1, maxLength });

/** Reads with every kind of error, and plates of few characters, so that lists are hit. */
export const anyReads = fc.array(
  fc
    .tuple(text(4), fc.integer({ min: 0, max: 4 }), text(4), fc.constantFrom('v', 'w', 'x'))
    .map(([truth, error, other, vehicle]): MeasuredRead => {
      const [first = '', rest] = [other[0], truth.slice(1)];
      const read = [truth, first + rest, first + truth, rest, other][error];
      return { truth, read, vehicle };
    }),
  { minLength: 1, maxLength: 25 },
);
export const anyList = fc.array(text(4), { minLength: 1, maxLength: 8 });
export const anyPlates = fc.array(fc.record({ text: text(4), count: fc.integer({ min: 1, max: 5 }) }), {
  minLength: 1,
  maxLength: 8,
});
export const anyFormat = fc.array(fc.uniqueArray(fc.constantFrom(...'ABC0'), { minLength: 1 }), {
  minLength: 1,
  maxLength: 4,
});
