import type { Point } from '../images/box.js';
import type { DetectedPlate, PlateReading } from '../plates/plate.js';

/** A hundredth of a pixel: finer than any label, coarser than what differs between machines. */
const pixel = (value: number) => Math.round(value * 100) / 100;

const point = ([x, y]: Point): Point => [pixel(x), pixel(y)];

/** Probabilities to six digits, for the same reason. */
const share = (value: number) => Math.round(value * 1e6) / 1e6;

/** A plate as it is kept: what two machines say of it is the same but for true differences. */
export function roundedPlate({ box: [left, top, right, bottom], score, corners, lines }: DetectedPlate): DetectedPlate {
  return {
    box: [pixel(left), pixel(top), pixel(right), pixel(bottom)],
    score: share(score),
    ...(corners ? { corners: [point(corners[0]), point(corners[1]), point(corners[2]), point(corners[3])] } : {}),
    ...(lines ? { lines } : {}),
  };
}

/** A reading as it is kept. */
export function roundedReading({ text, confidence, characters, ranked }: PlateReading): PlateReading {
  return {
    text,
    confidence: share(confidence),
    characters: characters.map(share),
    ...(ranked ? { ranked: ranked.map((other) => ({ ...other, confidence: share(other.confidence) })) } : {}),
  };
}
