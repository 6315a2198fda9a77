import fc from 'fast-check';
import type { ConfusionModel } from '../../../../src/metrics/plates/watch-list/confusion-model.js';
import type { MeasuredRead } from '../../../../src/metrics/plates/watch-list/measured-reads.js';
import type { TextPattern } from '../../../../src/metrics/plates/watch-list/text-patterns.js';

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

/** Every text of patterns, with how often it passes. */
export function everyText(patterns: readonly TextPattern[]): { text: string; count: number }[] {
  return patterns.flatMap(({ parts, weight }) => {
    const texts = parts.reduce<string[]>((all, part) => all.flatMap((text) => part.map((c) => text + c)), ['']);
    return texts.map((text) => ({ text, count: weight / texts.length }));
  });
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
/** Choices of one length, so that a part may be a code of which not every combination is there. */
const anyPart = fc.integer({ min: 1, max: 3 }).chain((length) =>
  fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'ABC0'), minLength: length, maxLength: length }), {
    minLength: 1,
    maxLength: 4,
  }),
);
export const anyPatterns = fc.array(
  fc.record({ parts: fc.array(anyPart, { minLength: 1, maxLength: 3 }), weight: fc.integer({ min: 1, max: 5 }) }),
  { minLength: 1, maxLength: 3 },
);
