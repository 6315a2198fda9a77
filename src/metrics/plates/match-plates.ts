import { FalsematchError } from '../../files/errors.js';
import { overlapOf } from '../../images/box.js';
import type { PlatePicture } from './plate-pictures.js';

/** The overlap from which a found plate is at a true one where nobody asks for another. */
export const DEFAULT_OVERLAP = 0.5;

/** What became of the plates of one picture, in the order in which the picture has them. */
export interface PlateMatches {
  /** By true plate: the found plate that it was matched with; null where there is none. */
  readonly foundOf: readonly (number | null)[];
  /** By true plate: the largest overlap (IoU, 0 to 1) with any found plate, matched or not. */
  readonly bestOverlap: readonly number[];
  /** By found plate: the true plate that it was matched with, or what it is instead. */
  readonly truthOf: readonly (number | 'false' | 'not judged')[];
}

/**
 * Matches the found plates of a picture with its true ones. By falling score, equal ones in the order in which the
 * system gave them, each found plate takes the true plate, among those still free, with which it overlaps most, if their
 * intersection over union is at least `overlap`; of equal overlaps the plate that the dataset names first. So a true plate
 * is matched at most once, and a second detection of it is a false plate.
 * This is the rule of COCO (pycocotools' evaluateImg); PASCAL VOC's differs where the plate with the largest overlap of
 * all is already taken: there the detection is false, here it may take another plate that it overlaps enough.
 * True plates without a box take no part; in a picture that has one, an unmatched detection may be at it and is not judged.
 * Throws for an overlap that is not above 0 and at most 1.
 */
export function matchPlates({ truth, found }: PlatePicture, overlap = DEFAULT_OVERLAP): PlateMatches {
  checkOverlap(overlap);
  const foundOf = truth.map((): number | null => null);
  const bestOverlap = truth.map(() => 0);
  const unmatched = truth.some(({ box }) => !box) ? 'not judged' : 'false';
  const truthOf = found.map((): PlateMatches['truthOf'][number] => unmatched);
  const order = found.map((_, index) => index).sort((a, b) => scoreAt(found, b) - scoreAt(found, a) || a - b);
  for (const index of order) {
    const box = found[index]?.box;
    if (!box) continue;
    let [best, taken] = [0, -1];
    for (const [number, plate] of truth.entries()) {
      if (!plate.box) continue;
      const shared = overlapOf(box, plate.box);
      bestOverlap[number] = Math.max(bestOverlap[number] ?? 0, shared);
      if (foundOf[number] === null && shared >= overlap && shared > best) [best, taken] = [shared, number];
    }
    if (taken < 0) continue;
    foundOf[taken] = index;
    truthOf[index] = taken;
  }
  return { foundOf, bestOverlap, truthOf };
}

/** Refuses an overlap that is no share of two boxes. */
export function checkOverlap(overlap: number): void {
  if (!(overlap > 0 && overlap <= 1)) {
    throw new FalsematchError(
      `The overlap from which a plate is found must be above 0 and at most 1, found ${overlap}; write 0.5 for half.`,
    );
  }
}

function scoreAt(found: PlatePicture['found'], index: number): number {
  return found[index]?.score ?? 0;
}
