import { FalsematchError } from '../../../files/errors.js';
import { normaliseText, type TextRule } from '../../../plates/normalise.js';
import type { SubjectLabel } from '../../../statistics/dependence/subject-pairs.js';
import { type Alignment, alignTexts, countEdits } from '../align-texts.js';
import { judgePictures } from '../judge-pictures.js';
import type { PlatePicture } from '../plate-pictures.js';

/** A plate that passed, and what the system read of it. */
export interface MeasuredRead {
  readonly truth: string;
  /** Absent or empty: no text. */
  readonly read?: string | undefined;
  readonly vehicle: SubjectLabel;
}

/** Every true plate with a text, read end to end: plates that were not found count, as plates that gave no text. */
export function measuredReads(pictures: readonly PlatePicture[], overlap?: number): MeasuredRead[] {
  return judgePictures(pictures, overlap).plates.map(({ text, reading, vehicle }) => ({
    truth: text,
    read: reading?.text,
    vehicle,
  }));
}

/**
 * What a read is to the model of confusions: no text, a text of the right length whose best alignment only substitutes (a
 * right one too), one with exactly one missing or one extra character and no other error, or anything else.
 */
export const READ_KINDS = ['no text', 'same length', 'one missing', 'one extra', 'other'] as const;
export type ReadKind = (typeof READ_KINDS)[number];

/** A read under a text rule. */
export interface AlignedRead {
  readonly truth: readonly string[];
  readonly read: readonly string[];
  readonly alignment: Alignment;
  readonly kind: ReadKind;
}

/** Throws for a true text without a letter or digit. */
export function alignRead({ truth, read = '' }: MeasuredRead, rule: TextRule): AlignedRead {
  const plate = plateText(truth, rule);
  const text = normaliseText(read, rule);
  const alignment = alignTexts(plate, text);
  return { truth: plate, read: text, alignment, kind: kindOf(text.length === 0, alignment) };
}

/** The characters of a plate under a rule; throws for a text without any. */
export function plateText(text: string, rule: TextRule): string[] {
  const characters = normaliseText(text, rule);
  if (characters.length > 0) return characters;
  throw new FalsematchError(`A plate needs a letter or a digit, found "${text}"; leave it out.`);
}

function kindOf(isEmpty: boolean, alignment: Alignment): ReadKind {
  if (isEmpty) return 'no text';
  const { substituted, missing, extra } = countEdits(alignment);
  if (missing === 0 && extra === 0) return 'same length';
  if (substituted > 0 || missing + extra > 1) return 'other';
  return missing === 1 ? 'one missing' : 'one extra';
}
