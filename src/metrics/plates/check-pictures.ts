import { FalsematchError } from '../../files/errors.js';
import type { Box } from '../../images/box.js';
import { normaliseText } from '../../plates/normalise.js';
import type { PlateReading } from '../../plates/plate.js';
import type { PlatePicture } from './plate-pictures.js';

/**
 * Refuses pictures that cannot be judged, in one sentence: a picture given twice, a box that is not four finite numbers
 * of which the right and the bottom lie beyond the left and the top, a score or confidence outside 0 to 1, a true text
 * without a letter or digit, ranked texts of which the first is not the reading's own.
 */
export function checkPictures(pictures: readonly PlatePicture[]): void {
  const samples = new Set<string>();
  for (const { sample, truth, found } of pictures) {
    if (samples.has(sample)) refuse(sample, 'is given twice; give each picture once');
    samples.add(sample);
    for (const plate of truth) {
      if (plate.box) checkBox(sample, 'true plate', plate.box);
      if (plate.text !== undefined && normaliseText(plate.text, 'strict').length === 0) {
        refuse(
          sample,
          `has a true plate with the text "${plate.text}", which holds no letter or digit; leave the text out where it is not known`,
        );
      }
      if (plate.given) checkReading(sample, plate.given);
    }
    for (const plate of found) {
      checkBox(sample, 'found plate', plate.box);
      checkConfidence(sample, 'score of a found plate', plate.score);
      if (plate.reading) checkReading(sample, plate.reading);
    }
  }
}

function checkBox(sample: string, what: string, box: Box): void {
  const [left, top, right, bottom] = box;
  if (box.length !== 4 || !box.every(Number.isFinite) || !(right > left && bottom > top)) {
    refuse(sample, `has a ${what} with the box [${box.join(', ')}]; give left, top, right, bottom as numbers`);
  }
}

function checkReading(sample: string, { text, confidence, ranked = [] }: PlateReading): void {
  checkConfidence(sample, 'confidence of a reading', confidence);
  for (const other of ranked) checkConfidence(sample, 'confidence of a ranked text', other.confidence);
  const [first] = ranked;
  if (first && first.text !== text) {
    refuse(sample, `has a reading "${text}" whose first ranked text is "${first.text}"; rank the text itself first`);
  }
}

function checkConfidence(sample: string, what: string, value: number): void {
  if (!(value >= 0 && value <= 1)) refuse(sample, `has ${value} for the ${what}; give a number from 0 to 1`);
}

function refuse(sample: string, problem: string): never {
  throw new FalsematchError(`Picture "${sample}" ${problem}.`);
}
