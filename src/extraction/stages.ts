import type { Point } from '../images/box.js';
import type { MarkedFace } from '../images/marked-face.js';
import type { Picture } from '../images/picture.js';
import type { AnyExtraction, PlateQuestion } from './extraction.js';
import type { StageTimes } from './stage-times.js';

/** Systems that share what is done before they differ, so that a picture is searched once for all of them. */
export interface OpenSystems<E extends AnyExtraction> {
  /** One extraction for each of `wanted` (indices into the systems). */
  extract(picture: Picture, wanted: readonly number[], times: StageTimes, asked?: Asked): Promise<E[]>;
  /**
   * The five points of the face that counts in a picture, of which the dataset may mark one; undefined where there is
   * none, and of plate systems always.
   */
  findFace(picture: Picture, marked?: MarkedFace): Promise<readonly Point[] | undefined>;
  release(): Promise<void>;
}

/** What is told of a picture besides its pixels, in pixels of the picture as it is seen. */
export interface Asked {
  readonly plates?: PlateQuestion;
  readonly face?: MarkedFace;
}
