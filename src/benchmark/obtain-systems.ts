import type { ModelCard } from '../catalog/model-card.js';
import { type ObtainContext, obtainFile } from '../catalog/obtain-file.js';
import type { FaceSystem, LoadedModel } from '../extraction/extraction.js';
import { type NotMeasured, whyUnavailable } from './not-measured.js';
import type { PlannedSystem } from './plan.js';

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
    let card: ModelCard = model;
    try {
      const loadedModel = await load(model, context);
      card = detector;
      const loadedDetector = await load(detector, context);
      card = landmarks ?? detector;
      const loadedLandmarks = landmarks && (await load(landmarks, context));
      systems.push({
        name,
        model: loadedModel,
        detector: loadedDetector,
        ...(loadedLandmarks ? { landmarks: loadedLandmarks } : {}),
        policy,
        flipSum,
      });
    } catch (thrown) {
      notMeasured.push({ what: name, reason: reasonFor(card), detail: whyUnavailable(thrown) });
    }
  }
  return { systems, notMeasured };
}

function reasonFor({ name, file }: ModelCard): string {
  const places = file.sources.map((source) => (typeof source === 'string' ? source : source.archive));
  const where = places.includes('local')
    ? 'it has no public address'
    : `it could not be fetched from ${places.join(' or ')}`;
  return `${file.name} of ${name} was neither in the cache nor in the mirror, and ${where}`;
}

async function load<Card extends ModelCard>(card: Card, context: ObtainContext): Promise<LoadedModel<Card>> {
  const { path } = await obtainFile(card.file, context);
  return { card, path };
}
