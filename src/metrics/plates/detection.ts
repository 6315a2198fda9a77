import type { Rate } from '../rate.js';
import type { JudgedPictures } from './judge-pictures.js';
import { type Resampled, ratioOfSums } from './resample.js';
import { byScene, byVehicle, shareRight } from './trials.js';

/** How well plates are found, whatever is read of them. */
export interface DetectionRates {
  /** True plates with a box that were matched (`errors`), of all of them; interval by vehicle. */
  readonly recall: Rate;
  /** Found plates that were matched (`errors`), of all that are judged; interval by scene. */
  readonly precision: Rate;
}

/** Recall and precision at the overlap of the matching. Source: PASCAL VOC (Everingham and others, IJCV 88, 2010). */
export function detectionRates({ pictures, matches, scenes }: JudgedPictures, level?: number): DetectionRates {
  const vehicles: string[] = [];
  const isMatched: boolean[] = [];
  const foundIn: number[] = [];
  const isTrue: boolean[] = [];
  for (const [index, { truth }] of pictures.entries()) {
    for (const [number, { box, vehicle }] of truth.entries()) {
      if (!box) continue;
      vehicles.push(vehicle);
      isMatched.push(matches[index]?.foundOf[number] !== null);
    }
    for (const is of matches[index]?.truthOf ?? []) {
      if (is === 'not judged') continue;
      foundIn.push(scenes.of[index] ?? 0);
      isTrue.push(is !== 'false');
    }
  }
  return {
    recall: shareRight('missed plates', byVehicle(vehicles, 'plates'), (k) => isMatched[k] ?? false, level),
    precision: shareRight('false plates', byScene(foundIn, 'found plates'), (k) => isTrue[k] ?? false, level),
  };
}

/**
 * The mean number of false plates a picture, over pictures without a plate that has no box (there an unmatched detection
 * cannot be judged). Interval by scene.
 */
export function falsePlatesPerPicture({ pictures, matches, scenes }: JudgedPictures): Resampled {
  const judged = pictures.flatMap(({ truth }, index) => (truth.every(({ box }) => box) ? [index] : []));
  return ratioOfSums(
    { of: 'false plates per picture', over: 'pictures', kind: 'mean', drawn: 'scenes' },
    { of: judged.map((index) => scenes.of[index] ?? 0), count: scenes.count },
    judged.map((index) => matches[index]?.truthOf.filter((is) => is === 'false').length ?? 0),
    judged.map(() => 1),
  );
}
