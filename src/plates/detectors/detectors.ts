import type { PlateDetectorCard } from '../../catalog/model-card.js';
import { unknownName } from '../../files/errors.js';
import type { Picture } from '../../images/picture.js';
import { suppressOverlaps } from '../../images/suppress-overlaps.js';
import type { OpenNetwork } from '../../runtimes/network.js';
import { asNetworkAllows } from '../../runtimes/one-at-a-time.js';
import type { DetectedPlate } from '../plate.js';
import type { OpenCandidates } from './candidates.js';
import { openTextMap } from './text-map.js';
import { openY5fu } from './y5fu.js';
import { openYoloEnd2end } from './yolo-end2end.js';

/** Every kind of detector, by the name that a card's `detector` gives. */
export const PLATE_DETECTORS: ReadonlyMap<string, OpenCandidates> = new Map([
  ['y5fu', openY5fu],
  ['yolo-end2end', openYoloEnd2end],
  ['text-map', openTextMap],
]);

/** An open plate detector; it belongs to the thread that opened it. */
export interface PlateDetector {
  /** The plates in a picture, highest score first, equal scores by their boxes; an empty list when there is none. */
  detect(picture: Picture): Promise<DetectedPlate[]>;
  release(): Promise<void>;
}

/**
 * The detector of a card. Calls wait for one another where the network takes one at a time. Throws FalsematchError for an unknown kind of detector or a file
 * that is no such model.
 */
export async function openPlateDetector(card: PlateDetectorCard, openNetwork: OpenNetwork): Promise<PlateDetector> {
  const open = PLATE_DETECTORS.get(card.detector);
  if (open === undefined) throw unknownName('plate detector', card.detector, [...PLATE_DETECTORS.keys()]);
  const network = await openNetwork();
  try {
    const candidates = open(card, network);
    const detect = async (picture: Picture) => suppressOverlaps(await candidates(picture), card.nmsThreshold);
    return {
      detect: asNetworkAllows(network, detect),
      release: () => network.release(),
    };
  } catch (error) {
    await network.release();
    throw error;
  }
}
