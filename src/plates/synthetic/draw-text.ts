import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { randomBetween } from '../../statistics/named-random.js';
import { randomBelow } from '../../statistics/seeded.js';
import type { PlateFormat, PlatePattern } from './formats/format.js';

/** The share of Serbian plates with a letter that only Serbian and its neighbours have, where nothing else is said. */
export const DIACRITICS = 0.25;

/** Whether a text has a character beyond A to Z and 0 to 9. */
export function hasDiacritic(text: string): boolean {
  return /[^A-Z0-9]/.test(text);
}

/**
 * A valid text of a format: a pattern by weight, then each part with equal chances. Of formats that have letters with
 * diacritics, `diacritics` is the share of texts with at least one, 0 to 1.
 */
export function drawText(format: PlateFormat, random: RandomGenerator, diacritics = DIACRITICS): string {
  const wanted = randomBetween(random, 0, 1) < diacritics;
  const pattern = drawPattern(format.patterns, random);
  const able = pattern.parts.some((choices) => choices.some(hasDiacritic));
  for (;;) {
    const text = pattern.parts.map((choices) => choices[randomBelow(random, choices.length)]).join('');
    if (!able || hasDiacritic(text) === wanted) return text;
  }
}

function drawPattern(patterns: readonly PlatePattern[], random: RandomGenerator): PlatePattern {
  const total = patterns.reduce((sum, { weight }) => sum + weight, 0);
  let left = randomBetween(random, 0, total);
  for (const pattern of patterns) {
    left -= pattern.weight;
    if (left < 0) return pattern;
  }
  return patterns.at(-1)!;
}
