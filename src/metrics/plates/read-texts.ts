import { normaliseText, TEXT_RULES, type TextRule } from '../../plates/normalise.js';
import type { PlateReading } from '../../plates/plate.js';
import { type Alignment, alignTexts } from './align-texts.js';
import type { JudgedPictures, JudgedPlate } from './judge-pictures.js';

/** The reading of one plate as it is compared under a text rule. */
export interface ReadText {
  readonly text: string;
  readonly alignment: Alignment;
  readonly right: boolean;
}

/** A true plate and its readings under a text rule. */
export interface PlateTexts {
  readonly plate: JudgedPlate;
  readonly truth: readonly string[];
  /** An empty text where nothing was read. */
  readonly read: ReadText;
  /** Of the given box; absent when the reader was not asked. */
  readonly given: ReadText | undefined;
}

/** Every true plate with a text, under a rule. */
export function textsUnder(plates: readonly JudgedPlate[], rule: TextRule): PlateTexts[] {
  return plates.map((plate) => {
    const truth = normaliseText(plate.text, rule);
    const read = readText(truth, plate.reading, rule);
    const given = plate.given && (plate.given === plate.reading ? read : readText(truth, plate.given, rule));
    return { plate, truth, read, given };
  });
}

function readText(truth: readonly string[], reading: PlateReading | undefined, rule: TextRule): ReadText {
  const read = reading ? normaliseText(reading.text, rule) : [];
  const alignment = alignTexts(truth, read);
  return { text: read.join(''), alignment, right: alignment.edits === 0 };
}

/**
 * The rules under which these pictures are judged: `strict` and `O=0, I=1` always, the two `latin` ones only where a
 * label or a reading holds something else than A to Z and 0 to 9.
 */
export function rulesFor({ plates, strays }: JudgedPictures): TextRule[] {
  const texts = function* () {
    for (const { text, reading, given } of plates) yield* [text, reading?.text ?? '', given?.text ?? ''];
    for (const { reading } of strays) yield reading.text;
  };
  for (const text of texts()) {
    if (normaliseText(text, 'strict').some((character) => !/[A-Z0-9]/.test(character))) return [...TEXT_RULES];
  }
  return TEXT_RULES.filter((rule) => !rule.startsWith('latin'));
}
