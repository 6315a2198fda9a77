import type { PlateReading } from '../../plates/plate.js';
import { checkPictures } from './check-pictures.js';
import { DEFAULT_OVERLAP, matchPlates, type PlateMatches } from './match-plates.js';
import type { PlatePicture, TruePlate } from './plate-pictures.js';
import { scenesOf } from './scenes.js';

/** Where the system looked for a true plate: at a box matched with it, at nothing near, or the picture is the plate. */
export type PlatePlace = 'matched' | 'wrong box' | 'not found' | 'whole picture';

/** Plates that no found plate overlaps by so much count as not found rather than as found in the wrong box. */
export const NOT_FOUND_BELOW = 0.1;

/** A true plate whose text is known, and what the system read of it. */
export interface JudgedPlate {
  readonly vehicle: string;
  readonly scene: number;
  /** As the dataset writes it. */
  readonly text: string;
  readonly place: PlatePlace;
  /** Of the matched box, or of the whole picture where the plate has no box; absent when there is none. */
  readonly reading: PlateReading | undefined;
  /** Of the box that the dataset gives; absent when the reader was not asked. */
  readonly given: PlateReading | undefined;
}

/** A text that was read off a false plate. */
export interface StrayReading {
  readonly scene: number;
  readonly reading: PlateReading;
  /** The texts of the true plates in the same picture. */
  readonly pictureTexts: readonly string[];
}

/** Pictures with their plates matched. */
export interface JudgedPictures {
  readonly pictures: readonly PlatePicture[];
  readonly matches: readonly PlateMatches[];
  readonly overlap: number;
  readonly scenes: { readonly of: Int32Array; readonly count: number };
  /** True plates with a text, in the order of the samples. */
  readonly plates: readonly JudgedPlate[];
  readonly strays: readonly StrayReading[];
}

/**
 * Checks the pictures, matches their plates at `overlap`, and puts each true text with what was read of it. Pictures are
 * taken in the order of their samples, so that the order in which they come decides nothing that is drawn.
 */
export function judgePictures(given: readonly PlatePicture[], overlap = DEFAULT_OVERLAP): JudgedPictures {
  checkPictures(given);
  const pictures = [...given].sort((a, b) => (a.sample < b.sample ? -1 : 1));
  const matches = pictures.map((picture) => matchPlates(picture, overlap));
  const scenes = scenesOf(pictures);
  const plates: JudgedPlate[] = [];
  const strays: StrayReading[] = [];
  for (const [index, { truth, found }] of pictures.entries()) {
    const scene = scenes.of[index] ?? 0;
    const { foundOf = [], bestOverlap = [], truthOf = [] } = matches[index] ?? {};
    for (const [number, plate] of truth.entries()) {
      if (plate.text === undefined) continue;
      const place = placeOf(plate, foundOf[number] ?? null, bestOverlap[number] ?? 0);
      const reading = place === 'whole picture' ? plate.given : found[foundOf[number] ?? -1]?.reading;
      plates.push({ vehicle: plate.vehicle, scene, text: plate.text, place, reading, given: plate.given });
    }
    const pictureTexts = truth.flatMap(({ text }) => text ?? []);
    for (const [number, { reading }] of found.entries()) {
      if (truthOf[number] === 'false' && reading) strays.push({ scene, reading, pictureTexts });
    }
  }
  return { pictures, matches, overlap, scenes, plates, strays };
}

function placeOf({ box }: TruePlate, found: number | null, bestOverlap: number): PlatePlace {
  if (!box) return 'whole picture';
  if (found !== null) return 'matched';
  return bestOverlap < NOT_FOUND_BELOW ? 'not found' : 'wrong box';
}
