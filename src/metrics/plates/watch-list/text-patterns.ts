import { FalsematchError } from '../../../files/errors.js';
import { normaliseText, type TextRule } from '../../../plates/normalise.js';

/**
 * Plate texts of one build: one choice of each part, from the left, put together; every text is equally likely. A part is
 * a place that one character of several may take, or a code of several characters, of which not every combination is
 * given out.
 */
export interface TextPattern {
  /** Of each part what may stand there; all choices of a part are equally long. */
  readonly parts: readonly (readonly string[])[];
  /** How often plates of this pattern pass, relative to the other patterns; above 0. */
  readonly weight: number;
}

/** What may stand at a part, under a rule: choices that the rule makes one add up. */
export interface Part {
  readonly length: number;
  /** By their text. */
  readonly choices: ReadonlyMap<string, { readonly characters: readonly string[]; readonly share: number }>;
}

/** A pattern under a rule. */
export interface Pattern {
  readonly parts: readonly Part[];
  /** Where each part begins; one more, where the last one ends. */
  readonly starts: readonly number[];
  /** Of its texts, in characters. */
  readonly length: number;
  /** Of all patterns together. */
  readonly share: number;
}

/**
 * Puts patterns under a rule. Throws, naming the pattern and the part, for a part without a choice, with one twice or with
 * choices of different lengths, for a choice without a letter or digit, and for weights that are not above 0.
 */
export function readPatterns(patterns: readonly TextPattern[], rule: TextRule): Pattern[] {
  if (patterns.length === 0) throw new FalsematchError('The traffic needs at least one pattern, found none.');
  for (const [k, { weight }] of patterns.entries()) {
    if (weight > 0 && Number.isFinite(weight)) continue;
    throw new FalsematchError(`The weight of pattern ${k + 1} must be a number above 0, found ${weight}.`);
  }
  const all = patterns.reduce((sum, { weight }) => sum + weight, 0);
  return patterns.map(({ parts, weight }, k) => {
    if (parts.length === 0) throw new FalsematchError(`Pattern ${k + 1} needs at least one part, found none.`);
    const read = parts.map((choices, p) => readPart(choices, rule, `Part ${p + 1} of pattern ${k + 1}`));
    const starts = [0];
    for (const { length } of read) starts.push((starts.at(-1) ?? 0) + length);
    return { parts: read, starts, length: starts.at(-1) ?? 0, share: weight / all };
  });
}

function readPart(texts: readonly string[], rule: TextRule, where: string): Part {
  if (texts.length === 0 || new Set(texts).size !== texts.length) {
    throw new FalsematchError(`${where} needs each of its choices once, found "${texts.join(' ')}".`);
  }
  const choices = new Map<string, { characters: readonly string[]; share: number }>();
  const lengths = new Set<number>();
  for (const text of texts) {
    const characters = normaliseText(text, rule);
    if (characters.length === 0) throw new FalsematchError(`${where} needs letters and digits, found "${text}".`);
    const key = characters.join('');
    choices.set(key, { characters, share: (choices.get(key)?.share ?? 0) + 1 / texts.length });
    lengths.add(characters.length);
  }
  const [length = 0, ...others] = lengths;
  if (others.length === 0) return { length, choices };
  throw new FalsematchError(
    `${where} needs choices of one length, found ${[...lengths].join(' and ')} characters; make it a pattern for each.`,
  );
}

/** The share of texts that have these characters at a part. */
export function shareAt(part: Part | undefined, characters: readonly string[]): number {
  return part?.choices.get(characters.join(''))?.share ?? 0;
}

/** The probability that a plate has this text. */
export function textShare(patterns: readonly Pattern[], text: readonly string[]): number {
  return patterns.reduce((total, { parts, starts, length, share }) => {
    if (text.length !== length) return total;
    const at = (k: number) => text.slice(starts[k], starts[k + 1]);
    return total + parts.reduce((product, part, k) => product * shareAt(part, at(k)), share);
  }, 0);
}
