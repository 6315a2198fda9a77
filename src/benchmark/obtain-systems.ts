import type { ModelCard } from '../catalog/model-card.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import type { FaceSystem, LoadedModel, PlateSystem, System } from '../extraction/extraction.js';
import { loadModel } from '../extraction/load-model.js';
import { type NotMeasured, whyUnavailable } from './not-measured.js';
import type { PlannedFaceSystem, PlannedPlateSystem, PlannedSystem } from './plan.js';
import { refuseCollapsed } from './refuse-collapsed.js';

/**
 * Obtains the files of every system. One that cannot be had, or whose model gives everybody the same template, is left out and
 * listed with the reason; any other problem (wrong bytes on disk, an unwritable cache) is thrown.
 */
export async function obtainSystems(
  planned: readonly PlannedSystem[],
  context: ObtainContext,
): Promise<{ systems: System[]; notMeasured: NotMeasured[] }> {
  const systems: System[] = [];
  const notMeasured: NotMeasured[] = [];
  const refuse = refuseCollapsed();
  for (const system of planned) {
    let card: ModelCard = system.detector ?? system.model;
    const load = async <Card extends ModelCard>(wanted: Card): Promise<LoadedModel<Card>> => {
      card = wanted;
      return loadModel(wanted, context);
    };
    try {
      const obtained = 'reader' in system ? await obtainPlates(system, load) : await obtainFaces(system, load);
      const refused = await refuse(obtained);
      if (refused) notMeasured.push(refused);
      else systems.push(obtained);
    } catch (thrown) {
      notMeasured.push({ what: system.name, reason: reasonFor(card), detail: whyUnavailable(thrown) });
    }
  }
  return { systems, notMeasured };
}

type Load = <Card extends ModelCard>(card: Card) => Promise<LoadedModel<Card>>;

async function obtainFaces(planned: PlannedFaceSystem, load: Load): Promise<FaceSystem> {
  const { name, flipSum } = planned;
  const model = await load(planned.model);
  if (planned.policy === 'given') return { name, model, policy: planned.policy, flipSum };
  const { policy, landmarks } = planned;
  const detector = await load(planned.detector);
  return { name, model, detector, ...(landmarks ? { landmarks: await load(landmarks) } : {}), policy, flipSum };
}

async function obtainPlates({ detector, reader, ...rest }: PlannedPlateSystem, load: Load): Promise<PlateSystem> {
  return { ...rest, detector: await load(detector), reader: await load(reader) };
}

function reasonFor({ name, file }: ModelCard): string {
  const places = file.sources.map((source) => (typeof source === 'string' ? source : source.archive));
  const where = places.includes('local')
    ? 'it has no public address'
    : `it could not be fetched from ${places.join(' or ')}`;
  return `${file.name} of ${name} was neither in the cache nor in the mirror, and ${where}`;
}
