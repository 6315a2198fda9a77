import { type AnyExtraction, isFaceSystem, isPlateSystem, type System } from './extraction.js';
import { openFaceSystems } from './face-stages.js';
import { type OpenModel, openHere } from './model-bytes.js';
import { openPlateSystems } from './plate-stages.js';
import type { OpenSystems } from './stages.js';

/** Opens the networks of systems of one kind that share a detector, where `open` opens them: in the calling thread, if nothing is said. */
export function openSystems(
  systems: readonly System[],
  open: OpenModel = openHere,
): Promise<OpenSystems<AnyExtraction>> {
  const plates = systems.filter(isPlateSystem);
  return plates.length > 0 ? openPlateSystems(plates, open) : openFaceSystems(systems.filter(isFaceSystem), open);
}
