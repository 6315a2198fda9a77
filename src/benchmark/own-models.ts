import { loadCatalog } from '../catalog/load-cards.js';
import { type Places, placesContext } from '../catalog/places.js';
import { type AddedModel, addModel } from '../extraction/add-model.js';
import { checkModelHere, type ModelCheck } from '../extraction/check-model.js';
import type { OwnModel } from '../extraction/own-model-card.js';
import { referenceFaces } from '../extraction/reference-faces.js';
import type { Device } from '../runtimes/devices/device.js';
import { checkParity, type ParityCheck } from './parity/check-parity.js';

/**
 * Makes a face model of an ONNX file: see `addModel`. From then on suites know it by its name. Throws FalsematchError where
 * the file does not open, does not fit what is said of it, or gives everybody the same template.
 */
export async function addOwnModel(own: OwnModel, places: Places = {}): Promise<AddedModel> {
  const context = await placesContext(places);
  const catalog = await loadCatalog(context);
  return addModel(own, catalog, context.home, await referenceFaces(catalog, context));
}

/** Verifies the bytes of a model that is here, opens it and runs it on reference pictures: see `checkModelHere`. */
export async function checkOneModel(name: string, places: Places = {}): Promise<ModelCheck> {
  const context = await placesContext(places);
  const catalog = await loadCatalog(context);
  return checkModelHere(catalog.model(name), context, () => referenceFaces(catalog, context));
}

/** Holds what a model gives on a device against what it gives on the processor: see `checkParity`. */
export async function checkModelOnDevice(
  name: string,
  device: Exclude<Device, 'cpu'>,
  { pictures, ...places }: Places & { readonly pictures?: number } = {},
): Promise<ParityCheck> {
  const context = await placesContext(places);
  const catalog = await loadCatalog(context);
  return checkParity(name, device, { catalog, context, ...(pictures === undefined ? {} : { pictures }) });
}
