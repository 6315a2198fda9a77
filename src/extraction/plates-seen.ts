import type { Box, Corners, Point } from '../images/box.js';
import type { PlateExtraction, PlateQuestion } from './extraction.js';
import type { LoadedPicture } from './load-picture.js';
import { roundedPlate } from './rounded-plate.js';

type Scale = Pick<LoadedPicture, 'scaleX' | 'scaleY'>;

const boxAt = ([left, top, right, bottom]: Box, { scaleX, scaleY }: Scale): Box => [
  left * scaleX,
  top * scaleY,
  right * scaleX,
  bottom * scaleY,
];

const cornersAt = (corners: Corners, { scaleX, scaleY }: Scale) =>
  corners.map(([x, y]): Point => [x * scaleX, y * scaleY]) as unknown as Corners;

/** The places that a dataset gives, in pixels of the picture as a condition delivers it. */
export function seenQuestion(question: PlateQuestion, scale: Scale): PlateQuestion {
  if (scale.scaleX === 1 && scale.scaleY === 1) return question;
  return {
    ...question,
    given: question.given.map(({ box, corners }) => ({
      ...(box ? { box: boxAt(box, scale) } : {}),
      ...(corners ? { corners: cornersAt(corners, scale) } : {}),
    })),
  };
}

/** Plates that were found in a picture as a condition delivers it, where they are in the picture as published. */
export function asPublished(
  extraction: PlateExtraction & { state: 'ok' },
  { scaleX, scaleY }: Scale,
): PlateExtraction & { state: 'ok' } {
  if (scaleX === 1 && scaleY === 1) return extraction;
  const back = { scaleX: 1 / scaleX, scaleY: 1 / scaleY };
  return {
    ...extraction,
    plates: extraction.plates.map(({ box, corners, ...plate }) => {
      const place = { box: boxAt(box, back), ...(corners ? { corners: cornersAt(corners, back) } : {}) };
      return { ...plate, ...roundedPlate({ ...plate, ...place }) };
    }),
  };
}
