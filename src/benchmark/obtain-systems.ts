import type { ModelCard } from '../catalog/model-card.js';
import { type ObtainContext, obtainFile } from '../catalog/obtain-file.js';
import type { FaceSystem, LoadedModel } from '../extraction/extraction.js';
import { FalsematchError } from '../files/errors.js';
import type { PlannedSystem } from './plan.js';

/** Something that the suite names and that could not be measured here, with the reason. */
export interface NotMeasured {
  readonly what: string;
  readonly reason: string;
}

/**
 * Obtains the files of every system. One that cannot be had is left out and listed with the reason; any other problem
 * (wrong bytes on disk, an unwritable cache) is thrown.
 */
export async function obtainSystems(
  planned: readonly PlannedSystem[],
  context: ObtainContext,
): Promise<{ systems: FaceSystem[]; notMeasured: NotMeasured[] }> {
  const systems: FaceSystem[] = [];
  const notMeasured: NotMeasured[] = [];
  for (const { name, model, detector, landmarks, policy, flipSum } of planned) {
    try {
      const parts = {
        model: await load(model, context),
        detector: await load(detector, context),
        ...(landmarks ? { landmarks: await load(landmarks, context) } : {}),
      };
      systems.push({ name, ...parts, policy, flipSum });
    } catch (thrown) {
      if (!(thrown instanceof FalsematchError) || thrown.kind !== 'unavailable') throw thrown;
      notMeasured.push({ what: name, reason: thrown.message });
    }
  }
  return { systems, notMeasured };
}

async function load<Card extends ModelCard>(card: Card, context: ObtainContext): Promise<LoadedModel<Card>> {
  const { path } = await obtainFile(card.file, context);
  return { card, path };
}
