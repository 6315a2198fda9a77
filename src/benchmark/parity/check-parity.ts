import type { Catalog } from '../../catalog/load-cards.js';
import type { ModelCard } from '../../catalog/model-card.js';
import type { ObtainContext } from '../../catalog/obtain-file.js';
import { loadModel } from '../../extraction/load-model.js';
import { openHere } from '../../extraction/model-bytes.js';
import { referencePhotos } from '../../extraction/reference-photos.js';
import { syntheticPlates } from '../../plates/synthetic/synthetic-plates.js';
import type { Device } from '../../runtimes/devices/device.js';
import { type DeviceNote, type ParityResult, writeDeviceNote } from '../../runtimes/devices/device-notes.js';
import { connectDevice } from '../../runtimes/devices/remote-network.js';
import { placeModel } from '../place-models.js';
import { withDevice } from '../with-device.js';
import { comparePlaces } from './compare-places.js';
import { compareReadings } from './compare-readings.js';
import { compareTemplates } from './compare-templates.js';
import { runModel, type Seen, type Shown } from './run-model.js';

/** Drawn plates that a reader or a detector of plates is shown. */
const PLATES = 12;

/** A model on a device, held against itself on the processor. */
export type ParityCheck = Omit<DeviceNote, 'schema' | 'parity'> & { readonly parity: ParityResult };

/**
 * Holds what a model gives on a device against what it gives on the processor, on reference pictures: six photographs of
 * groups (by npm) for faces, drawn plates for plates. The result is kept for the runs after it, which say whether a model passed.
 * `pictures`: show it at most so many. Throws `unavailable` where the model, the device or the pictures cannot be had.
 */
export async function checkParity(
  name: string,
  device: Exclude<Device, 'cpu'>,
  {
    catalog,
    context,
    pictures,
  }: { readonly catalog: Catalog; readonly context: ObtainContext; readonly pictures?: number },
): Promise<ParityCheck> {
  const model = await loadModel(catalog.model(name), context);
  return withDevice(context.home, undefined, async (host) => {
    const choice = { usual: device, byModel: new Map() };
    const { placement } = await placeModel(model, { choice, host, home: context.home });
    if (!placement) throw new RangeError(`${name} was not placed`);
    const shown = await shownTo(model.card, catalog, context, pictures);
    const line = connectDevice(host.line());
    try {
      const seen = await runModel(model, () => line.open(name), shown);
      const parity = { pictures: shown.pictures.length, ...judge(seen, await runModel(model, openHere, shown)) };
      const { runsOn, batch } = placement;
      const check = { model: name, device, runsOn: [...runsOn], batch, parity };
      await writeDeviceNote(context.home, model.card, check);
      return check;
    } finally {
      line.close();
    }
  });
}

async function shownTo(card: ModelCard, catalog: Catalog, context: ObtainContext, most?: number): Promise<Shown> {
  if (card.kind !== 'plate-detector' && card.kind !== 'plate-reader') {
    return { kind: 'faces', pictures: await referencePhotos(catalog, context, most) };
  }
  const plates = syntheticPlates({ count: Math.min(PLATES, most ?? PLATES), seed: 1 });
  return { kind: 'plates', pictures: plates.map((plate) => plate.render()) };
}

function judge(device: Seen, processor: Seen): Omit<ParityResult, 'pictures'> {
  if (device.kind === 'templates' && processor.kind === 'templates') {
    return compareTemplates(device.templates, processor.templates);
  }
  if (device.kind === 'places' && processor.kind === 'places') return comparePlaces(device.places, processor.places);
  if (device.kind === 'readings' && processor.kind === 'readings') {
    return compareReadings(device.readings, processor.readings);
  }
  throw new RangeError(`${device.kind} cannot be compared with ${processor.kind}`);
}
