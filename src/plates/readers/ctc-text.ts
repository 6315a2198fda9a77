import type { PlateReading } from '../plate.js';

/** The characters of an output's columns: column 0 is the blank and has none here. */
export interface CtcAlphabet {
  readonly characters: readonly string[];
  /** Which columns may be taken, the blank always; absent when all may. */
  readonly allowed?: Uint8Array;
}

/**
 * The text of a CTC output (Graves et al. 2006), greedily: the likeliest column of each step, runs of one column taken
 * once, blanks left out. `probabilities`: steps x columns. Of the allowed columns only, as if no other existed.
 * A character's probability is the highest in its run; the text's the product of these, and of a text without
 * characters the product of the blanks'.
 */
export function ctcText(
  probabilities: Float32Array,
  columns: number,
  { characters, allowed }: CtcAlphabet,
): PlateReading {
  let text = '';
  let blanks = 1;
  let last = 0;
  const taken: number[] = [];
  for (let at = 0; at < probabilities.length; at += columns) {
    let best = 0;
    let left = 0;
    for (let column = 0; column < columns; column++) {
      if (allowed && !allowed[column]) continue;
      const value = probabilities[at + column]!;
      left += value;
      if (value > probabilities[at + best]!) best = column;
    }
    const probability = left > 0 ? probabilities[at + best]! / left : 0;
    if (best === 0) blanks *= probability;
    else if (best === last) taken.push(Math.max(taken.pop()!, probability));
    else {
      text += characters[best - 1]!;
      taken.push(probability);
    }
    last = best;
  }
  return {
    text,
    confidence: taken.length === 0 ? blanks : taken.reduce((so, probability) => so * probability, 1),
    characters: taken,
  };
}

/** Two lines read one after the other. */
export function joinReadings(upper: PlateReading, lower: PlateReading): PlateReading {
  return {
    text: upper.text + lower.text,
    confidence: upper.confidence * lower.confidence,
    characters: [...upper.characters, ...lower.characters],
  };
}

/** Of two readings of the same plate the one with the higher confidence; one with a text rather than one without. */
export function likelierReading(a: PlateReading, b: PlateReading): PlateReading {
  if ((a.text === '') !== (b.text === '')) return a.text === '' ? b : a;
  return b.confidence > a.confidence ? b : a;
}
