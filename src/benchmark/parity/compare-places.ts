import { type Box, overlapOf, type Point } from '../../images/box.js';
import type { ParityResult } from '../../runtimes/devices/device-notes.js';

/** Two detections of one thing overlap at least so far, differ in score at most so far, and no point of them moves farther, in parts of the box's longer side. */
export const LEAST_OVERLAP = 0.99;
export const MOST_SHIFT = 0.01;
export const MOST_MOVE = 0.01;

/** What a detector finds: a face or a plate. */
export interface FoundPlace {
  readonly box: Box;
  readonly score: number;
  readonly points?: readonly Point[];
  readonly corners?: readonly Point[];
}

type Judged = Pick<ParityResult, 'state' | 'compared' | 'largestMove' | 'largestShift' | 'decisions'>;

/**
 * What a device finds in each picture held against what the processor finds. Each place is taken with the one that overlaps it
 * most. Passed: both find the same places, which overlap by LEAST_OVERLAP, differ in score by MOST_SHIFT
 * at most, and none of whose points or corners moved farther than MOST_MOVE.
 */
export function comparePlaces(
  device: readonly (readonly FoundPlace[])[],
  processor: readonly (readonly FoundPlace[])[],
): Judged {
  let [compared, lonely, move, share, shift, least] = [0, 0, 0, 0, 0, 1];
  for (const [picture, places] of processor.entries()) {
    const left = new Set(device[picture] ?? []);
    for (const place of places) {
      const twin = mostOverlapping(place, left);
      if (!twin) {
        lonely += 1;
        continue;
      }
      left.delete(twin);
      compared += 1;
      least = Math.min(least, overlapOf(place.box, twin.box));
      shift = Math.max(shift, Math.abs(place.score - twin.score));
      const moved = moveOf(place, twin);
      move = Math.max(move, moved);
      share = Math.max(share, moved / longerSide(place.box));
    }
    lonely += left.size;
  }
  // Written so that NaN fails.
  const near = least >= LEAST_OVERLAP && shift <= MOST_SHIFT && share <= MOST_MOVE;
  const same = compared > 0 && lonely === 0 && near;
  return {
    state: same ? 'passed' : 'failed',
    compared,
    largestMove: Number.isFinite(move) ? move : Number.MAX_VALUE,
    largestShift: Number.isFinite(shift) ? shift : 1,
    decisions: {
      changed: lonely,
      of: compared + lonely,
      what: 'places that one of the two finds and the other does not',
    },
  };
}

function longerSide([left, top, right, bottom]: Box): number {
  return Math.max(right - left, bottom - top);
}

function mostOverlapping(place: FoundPlace, others: ReadonlySet<FoundPlace>): FoundPlace | undefined {
  let best: FoundPlace | undefined;
  for (const other of others) {
    if (!(overlapOf(place.box, other.box) > 0.5)) continue;
    if (!best || overlapOf(place.box, other.box) > overlapOf(place.box, best.box)) best = other;
  }
  return best;
}

function moveOf(a: FoundPlace, b: FoundPlace): number {
  const marks = ({ points, corners, box }: FoundPlace): readonly Point[] =>
    points ??
    corners ?? [
      [box[0], box[1]],
      [box[2], box[3]],
    ];
  const others = marks(b);
  return marks(a).reduce((most, [x, y], i) => {
    const [otherX, otherY] = others[i] ?? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    return Math.max(most, Math.hypot(x - otherX, y - otherY));
  }, 0);
}
