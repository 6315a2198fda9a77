import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Colour } from '../../../images/drawing/colour.js';
import type { PlateFace } from './face.js';

/** Texts of one build: one choice of each part, put together. All choices of a part are equally long. */
export interface PlatePattern {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** For each part, such as a city code or one digit, what may stand there. */
  readonly parts: readonly (readonly string[])[];
  /** How often it is drawn, relative to the format's other patterns. */
  readonly weight: number;
}

/** A kind of number plate: its measures in millimetres, its valid texts and how it is drawn. */
export interface PlateFormat {
  readonly name: string;
  readonly title: string;
  /** The outline, in millimetres. */
  readonly size: { readonly width: number; readonly height: number };
  /** Height of the characters, in millimetres. */
  readonly characterHeight: number;
  /** Between neighbouring characters, in millimetres, beside what the font leaves. */
  readonly characterSpacing: number;
  readonly ground: Colour;
  readonly ink: Colour;
  readonly patterns: readonly PlatePattern[];
  /** What is on a plate of that text; `parts` are the text's, in the order of its pattern. */
  face(parts: readonly string[], pattern: PlatePattern, random: RandomGenerator): PlateFace;
}

/** A text taken apart by the pattern that it follows. */
export interface MatchedText {
  readonly pattern: PlatePattern;
  readonly parts: readonly string[];
}

/** The parts of a text by the format's first pattern that it follows; undefined for a text that the format has not. */
export function matchText(format: Pick<PlateFormat, 'patterns'>, text: string): MatchedText | undefined {
  for (const pattern of format.patterns) {
    const parts = takeApart(pattern, text);
    if (parts) return { pattern, parts };
  }
  return undefined;
}

function takeApart(pattern: PlatePattern, text: string): string[] | undefined {
  const characters = [...text];
  const parts: string[] = [];
  let at = 0;
  for (const choices of pattern.parts) {
    const length = [...(choices[0] ?? '')].length;
    const part = characters.slice(at, at + length).join('');
    if (!choices.includes(part)) return undefined;
    parts.push(part);
    at += length;
  }
  return at === characters.length ? parts : undefined;
}

/** Whether a format has this text, written without spaces and hyphens. */
export function isPlateText(format: Pick<PlateFormat, 'patterns'>, text: string): boolean {
  return matchText(format, text) !== undefined;
}

/**
 * The alphabet of each position of a pattern's texts, each a string of its characters. Where a part has several
 * characters (a city code), not every combination of its positions is a text: `parts` says which are.
 */
export function positionsOf({ parts }: Pick<PlatePattern, 'parts'>): string[] {
  return parts.flatMap((choices) => {
    const length = [...(choices[0] ?? '')].length;
    return Array.from({ length }, (_, k) =>
      [...new Set(choices.map((choice) => [...choice][k] ?? ''))].sort().join(''),
    );
  });
}

/** How many texts a pattern has. */
export function countTexts({ parts }: Pick<PlatePattern, 'parts'>): number {
  return parts.reduce((count, choices) => count * choices.length, 1);
}
