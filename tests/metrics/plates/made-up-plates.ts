import fc from 'fast-check';
import type { Box } from '../../../src/images/box.js';
import type { FoundPlate, PlatePicture, TruePlate } from '../../../src/metrics/plates/plate-pictures.js';
import type { PlateReading } from '../../../src/plates/plate.js';

export const reading = (text: string, confidence = 0.9, ranked?: readonly string[]): PlateReading => ({
  text,
  confidence,
  characters: [...text].map(() => confidence),
  ...(ranked ? { ranked: ranked.map((other) => ({ text: other, confidence })) } : {}),
});

/** A box of 100 x 50 at a place to the right. */
export const boxAt = (left: number, width = 100): Box => [left, 0, left + width, 50];

export const truePlate = (text: string, vehicle: string, more: Partial<TruePlate> = {}): TruePlate => ({
  box: boxAt(0),
  text,
  vehicle,
  ...more,
});

export const foundPlate = (box: Box, score: number, read?: PlateReading): FoundPlate => ({
  box,
  score,
  ...(read ? { reading: read } : {}),
});

export const picture = (
  sample: string,
  truth: readonly TruePlate[],
  found: readonly FoundPlate[] = [],
): PlatePicture => ({ sample, truth, found });

/** A picture of one plate, found where it is and read so. */
export const readPicture = (sample: string, text: string, read: string, confidence = 0.9, vehicle = sample) =>
  picture(sample, [truePlate(text, vehicle)], [foundPlate(boxAt(0), 0.9, reading(read, confidence))]);

const text = fc.string({ unit: fc.constantFrom(...'AB0O1I'), minLength: 1, maxLength: 5 });
const maybeEmpty = fc.string({ unit: fc.constantFrom(...'AB0O1I-'), maxLength: 5 });
const tenth = fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10);
const anyReading = fc.tuple(maybeEmpty, tenth).map(([read, confidence]) => reading(read, confidence));
const anyBox = fc
  .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 5, max: 10 }))
  .map(([left, width]): Box => boxAt(left * 10, width * 10));

const anyTruth = fc
  .record(
    { box: anyBox, text, vehicle: fc.constantFrom('a', 'b', 'c', 'd', 'e'), given: anyReading },
    { requiredKeys: ['vehicle'] },
  )
  .map((plate): TruePlate => plate as TruePlate);
const anyFound = fc
  .record({ box: anyBox, score: tenth, reading: anyReading }, { requiredKeys: ['box', 'score'] })
  .map((plate): FoundPlate => plate as FoundPlate);

/** A few pictures in which plates overlap, are missed, doubled, misread and without boxes or texts. */
export const anyPictures = fc
  .array(fc.tuple(fc.array(anyTruth, { maxLength: 3 }), fc.array(anyFound, { maxLength: 4 })), { maxLength: 6 })
  .map((pictures) => pictures.map(([truth, found], k): PlatePicture => ({ sample: `p${k}`, truth, found })));
