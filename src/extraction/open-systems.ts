import { type AnyExtraction, isFaceSystem, isPlateSystem, type System } from './extraction.js';
import { openFaceSystems } from './face-stages.js';
import { openPlateSystems } from './plate-stages.js';
import type { OpenSystems } from './stages.js';

/** Opens the networks of systems of one kind that share a detector, in the calling thread. */
export function openSystems(systems: readonly System[]): Promise<OpenSystems<AnyExtraction>> {
  const plates = systems.filter(isPlateSystem);
  return plates.length > 0 ? openPlateSystems(plates) : openFaceSystems(systems.filter(isFaceSystem));
}
