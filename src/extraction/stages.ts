import type { Picture } from '../images/picture.js';
import type { AnyExtraction, PlateQuestion } from './extraction.js';
import type { StageTimes } from './stage-times.js';

/** Systems that share what is done before they differ, so that a picture is searched once for all of them. */
export interface OpenSystems<E extends AnyExtraction> {
  /** One extraction for each of `wanted` (indices into the systems). */
  extract(picture: Picture, wanted: readonly number[], times: StageTimes, plates?: PlateQuestion): Promise<E[]>;
  release(): Promise<void>;
}
