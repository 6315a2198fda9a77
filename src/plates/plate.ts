import type { Box, Corners } from '../images/box.js';

/** One number plate that a detector found. */
export interface DetectedPlate {
  readonly box: Box;
  /** The detector's confidence, 0 to 1. */
  readonly score: number;
  /** Absent when the detector gives boxes only. */
  readonly corners?: Corners;
  /** How many lines of text it carries, where the detector says so. */
  readonly lines?: 1 | 2;
}

/** What a reader made of one plate. */
export interface PlateReading {
  /** As the reader wrote it, before any normalisation; empty when it read nothing. */
  readonly text: string;
  /** The probability that the reader gives the whole text, 0 to 1: the product over its characters. */
  readonly confidence: number;
  /** The probability that the reader gives each character, in the order of the text's code points. */
  readonly characters: readonly number[];
  /** Texts by falling confidence, `text` the first; absent when the reader gives only one. */
  readonly ranked?: readonly { readonly text: string; readonly confidence: number }[];
}
