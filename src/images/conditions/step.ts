import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { z } from 'zod';
import { FalsematchError } from '../../files/errors.js';
import type { Corners, Point } from '../box.js';
import { type Light, toLight, toPicture } from '../light.js';
import type { Picture } from '../picture.js';

/** A picture on its way through a condition, with what is known of it; all places are in its pixels as it stands now. */
export interface Seen {
  readonly image: Light | Picture;
  /** Pixels per metre at the subject; absent: not known. */
  readonly density?: number;
  /** The five points of the face that counts; absent: nobody looked, or there is none. */
  readonly face?: readonly Point[];
  /** The corners of the plates that the dataset marks; absent: it marks none. */
  readonly plates?: readonly Corners[];
}

/** A picture of which a condition leaves too little to look for anything in. */
export class TooSmallPicture extends FalsematchError {}

/** What a step may need to know of a picture, or find on the machine. */
export type StepNeed = 'density' | 'face' | 'plates' | 'ffmpeg';

interface StepBase<Params> {
  /** As cards and suites write it. */
  readonly name: string;
  /** What it does, for people who look for a step. */
  readonly title: string;
  /** Its parameters, with units; what comes out is plain data. */
  readonly schema: z.ZodType<Params>;
  /** What it needs for these parameters. */
  readonly needs: (params: Params) => readonly StepNeed[];
  /** What it does with these parameters, for people, in a few words: "moves 1.4 m/s, shutter 0.02 s". */
  readonly text: (params: Params) => string;
  /** The pixels per metre that it asks for; a picture that has less is refused. */
  readonly asksFor?: (params: Params) => number | undefined;
  /** The parameter that a sweep changes, and the unit that its bare numbers have. */
  readonly sweep?: { readonly parameter: string; readonly unit: string };
}

/** A step that changes one picture. */
export interface PictureStep<Params> extends StepBase<Params> {
  /** Whether the frames of a clip differ in what it does, as in noise. */
  readonly changesByFrame?: boolean;
  apply(seen: Seen, params: Params, random: RandomGenerator): Seen | Promise<Seen>;
}

/** A step that makes a clip of pictures and gives its middle frame back. */
export interface ClipStep<Params> extends StepBase<Params> {
  /** How many frames the clip has, and how far the picture moves from one to the next, in pixels. */
  clip(params: Params, density: number | undefined): { readonly frames: number; readonly shift: number };
  compress(frames: readonly Picture[], params: Params): Promise<Picture>;
}

/** A step whose parameters are those that its own schema gave. */
export type StepKind = PictureStep<never> | ClipStep<never>;

/** The parameters of a step as they are kept: plain data that a key, a record and another thread can hold. */
export interface Step {
  readonly step: string;
  readonly [parameter: string]: unknown;
}

/** What of a picture is light: the light itself, or that which its codes stand for. */
export function lightOf({ image }: Seen): Light {
  return isLight(image) ? image : toLight(image);
}

/** The picture as 8-bit codes. */
export function pictureOf({ image }: Seen): Picture {
  return isLight(image) ? toPicture(image) : image;
}

function isLight(image: Light | Picture): image is Light {
  return image.data instanceof Float32Array;
}

/** The density, for a step that cannot do without. */
export function densityOf({ density }: Pick<Seen, 'density'>, step: string): number {
  if (density !== undefined) return density;
  throw new FalsematchError(
    `The step "${step}" needs the pixels per metre at the subject, and they are not known; give them in the dataset's card, or with --density.`,
  );
}
