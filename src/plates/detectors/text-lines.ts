import { leastRectangle, rectangleOutline, type TurnedRectangle } from '../../images/least-rectangle.js';

/** A line of text: where it is, and how sure the detector is of it, 0 to 1. */
export interface TextLine {
  readonly place: TurnedRectangle;
  readonly score: number;
}

/** Parts of one plate's line: at most so far apart, in heights of the taller one (a coat of arms fits between). */
const LARGEST_GAP = 1;
/** The taller one at most so many times as high as the other. */
const LARGEST_HEIGHT_RATIO = 1.5;
/** Their middles off one line by at most this, in heights of the taller one. */
const LARGEST_STEP = 0.3;
/** The cosine of the largest angle between them, 10 degrees. */
const LEAST_COSINE = Math.cos(Math.PI / 18);

/** Small print of a plate: its line's middle at most so far above or below the plate's own, in heights of the latter. */
const SMALL_PRINT_STEP = 1.5;
/** And the plate's line at least so many times as high. */
const SMALL_PRINT_RATIO = 1.5;

/** The lines without those that are the small print above or below another one: a state, a motto, a dealer's name. */
export function withoutSmallPrint(lines: readonly TextLine[]): TextLine[] {
  return lines.filter(({ place }) => !lines.some((other) => isSmallPrint(place, other.place)));
}

function isSmallPrint(line: TurnedRectangle, plate: TurnedRectangle): boolean {
  if (plate.height < line.height * SMALL_PRINT_RATIO) return false;
  const [x, y] = [line.centre[0] - plate.centre[0], line.centre[1] - plate.centre[1]];
  const along = Math.abs(x * plate.along[0] + y * plate.along[1]);
  const across = Math.abs(y * plate.along[0] - x * plate.along[1]);
  return along <= plate.width / 2 && across <= SMALL_PRINT_STEP * plate.height;
}

/**
 * The lines with those that stand side by side, as parts of one plate do, made into one, whose score is the mean of its
 * parts' by their widths.
 */
export function joinLines(lines: readonly TextLine[]): TextLine[] {
  const waiting = [...lines];
  const joined: TextLine[] = [];
  for (let line = waiting.shift(); line !== undefined; line = waiting.shift()) {
    const other = waiting.findIndex((candidate) => isSameLine(line!.place, candidate.place));
    const both = other < 0 ? undefined : join(line, waiting[other]!);
    if (both === undefined) {
      joined.push(line);
    } else {
      waiting.splice(other, 1);
      // The longer line may now reach lines that neither of its parts did.
      waiting.push(both, ...joined.splice(0));
    }
  }
  return joined;
}

function isSameLine(a: TurnedRectangle, b: TurnedRectangle): boolean {
  const [low, high] = [Math.min(a.height, b.height), Math.max(a.height, b.height)];
  if (high > low * LARGEST_HEIGHT_RATIO) return false;
  if (a.along[0] * b.along[0] + a.along[1] * b.along[1] < LEAST_COSINE) return false;
  const [x, y] = [b.centre[0] - a.centre[0], b.centre[1] - a.centre[1]];
  const longer = a.width >= b.width ? a : b;
  const across = Math.abs(y * longer.along[0] - x * longer.along[1]);
  const gap = Math.abs(x * longer.along[0] + y * longer.along[1]) - (a.width + b.width) / 2;
  return across <= LARGEST_STEP * high && gap <= LARGEST_GAP * high;
}

function join(a: TextLine, b: TextLine): TextLine | undefined {
  const place = leastRectangle([...rectangleOutline(a.place), ...rectangleOutline(b.place)]);
  if (place === undefined) return undefined;
  const [wide, other] = [a.place.width, b.place.width];
  return { place, score: (a.score * wide + b.score * other) / (wide + other) };
}
