import { readFileSync } from 'node:fs';
import { codeOf } from '../files/write-problem.js';
import type { Point } from '../images/box.js';
import { applyCondition } from '../images/conditions/apply-condition.js';
import { TooSmallPicture } from '../images/conditions/step.js';
import { needsOf } from '../images/conditions/step-schema.js';
import { decodePicture } from '../images/decode.js';
import { type Picture, UnreadablePicture } from '../images/picture.js';
import { type CaptureCondition, type FailedExtraction, failedExtraction } from './extraction.js';

/** A picture as a condition delivers it, and how large that is beside the picture as published. */
export interface LoadedPicture {
  readonly picture: Picture;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** A picture to load, and what it is seen through. */
export interface PictureToLoad {
  readonly path: string;
  readonly sha256: string;
  readonly condition?: CaptureCondition | undefined;
}

/** Finds the five points of the face that counts in a picture as published; undefined where there is none. */
export type FindFace = (picture: Picture) => Promise<readonly Point[] | undefined>;

/** The picture as the condition delivers it, or the failure that stands for it. */
export async function loadPicture(
  { path, sha256, condition }: PictureToLoad,
  findFace: FindFace,
): Promise<LoadedPicture | FailedExtraction> {
  try {
    // Read at once: an asynchronous read would wait for this thread again and again while a network blocks it.
    const picture = await decodePicture(readFileSync(path));
    if (!condition) return { picture, scaleX: 1, scaleY: 1 };
    const { steps, seed, density, plates } = condition;
    const needsFace = needsOf(steps).has('face');
    const face = needsFace ? await findFace(picture) : undefined;
    if (needsFace && !face) {
      return failedExtraction(
        'no-face',
        'no face was found in the picture as published, so nothing could be put on it',
      );
    }
    const known = {
      ...(density === undefined ? {} : { density }),
      ...(face ? { face } : {}),
      ...(plates ? { plates } : {}),
    };
    const seen = await applyCondition({ image: picture, ...known }, steps, [seed, sha256]);
    return { picture: seen, scaleX: seen.width / picture.width, scaleY: seen.height / picture.height };
  } catch (thrown) {
    if (thrown instanceof UnreadablePicture) return failedExtraction('unreadable', thrown.message);
    if (thrown instanceof TooSmallPicture) return failedExtraction('too-small', thrown.message);
    if (codeOf(thrown) === 'ENOENT') return failedExtraction('missing', 'the file is not there');
    if (codeOf(thrown) === 'ERR_FS_FILE_TOO_LARGE') return failedExtraction('unreadable', 'larger than 2 GiB');
    throw thrown;
  }
}
