import { namedRandom } from '../../statistics/named-random.js';
import type { Picture } from '../picture.js';
import { moveBy } from './move-by.js';
import { type ClipStep, type PictureStep, pictureOf, type Seen, type Step } from './step.js';
import { stepKind } from './step-schema.js';

/** What names the random numbers of a picture: the same names, the same noise. */
export type RandomNames = readonly (string | number)[];

/**
 * What a camera would have delivered of a picture: its steps one after another. Each step draws from random numbers of
 * its own, named by `names`, its place and, in a clip, the frame: one more step changes nothing of those before it.
 * Throws FalsematchError for a step that needs what is not known, or that the picture is too small for.
 */
export async function applyCondition(seen: Seen, steps: readonly Step[], names: RandomNames): Promise<Picture> {
  return pictureOf(await applySteps(seen, steps, names));
}

/** The middle frame of a clip is the picture itself, so its random numbers are those without a clip. */
const MIDDLE = 0;

/** The same, with what is known of the picture afterwards. */
export async function applySteps(start: Seen, steps: readonly Step[], names: RandomNames): Promise<Seen> {
  let seen = start;
  /** The picture and the place of the first step that differs from frame to frame. */
  let still: { readonly seen: Seen; readonly from: number } | undefined;
  for (const [at, params] of steps.entries()) {
    const kind = stepKind(params.step);
    if ('compress' in kind) {
      seen = await compressed(kind as unknown as ClipStep<Step>, seen, { steps, at, still, names });
      still = undefined;
    } else {
      if (kind.changesByFrame) still ??= { seen, from: at };
      seen = await apply(kind as unknown as PictureStep<Step>, seen, params, [...names, at, MIDDLE]);
    }
  }
  return seen;
}

async function apply(kind: PictureStep<Step>, seen: Seen, params: Step, names: RandomNames): Promise<Seen> {
  return kind.apply(seen, params, namedRandom(...names));
}

interface Before {
  readonly steps: readonly Step[];
  readonly at: number;
  readonly still: { readonly seen: Seen; readonly from: number } | undefined;
  readonly names: RandomNames;
}

async function compressed(kind: ClipStep<Step>, seen: Seen, { steps, at, still, names }: Before): Promise<Seen> {
  const params = steps[at];
  if (!params) throw new RangeError(`there is no step ${at}`);
  const { frames, shift } = kind.clip(params, seen.density);
  const middle = Math.floor(frames / 2);
  const from = still?.seen ?? seen;
  // The clip's pixels are those of the picture as it stands now, which may be smaller by then.
  const larger = from.image.width / seen.image.width;
  const pictures: Picture[] = [];
  for (let frame = 0; frame < frames; frame++) {
    const moved = moveBy(from, Math.round((frame - middle) * shift * larger));
    let own = moved;
    for (let k = still?.from ?? at; k < at; k++) {
      const before = steps[k];
      if (!before) continue;
      // What moves is before the camera, and noise stays where the sensor is.
      own = await apply(stepKind(before.step) as unknown as PictureStep<Step>, own, before, [
        ...names,
        k,
        frame - middle,
      ]);
    }
    pictures.push(pictureOf(own));
  }
  return { ...seen, image: await kind.compress(pictures, params) };
}
