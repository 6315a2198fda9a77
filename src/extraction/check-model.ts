import { type CheckResult, checkModel } from '../catalog/check.js';
import type { ModelCard } from '../catalog/model-card.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { checkNetwork, type MeasuredTemplates } from './check-network.js';
import { loadModel } from './load-model.js';
import type { ReferenceFace } from './reference-faces.js';

/** What is on this machine of a model, and whether it does what its card says. */
export type ModelCheck =
  | (CheckResult & { readonly templates?: MeasuredTemplates })
  | { readonly state: 'collapsed'; readonly detail: string; readonly templates: MeasuredTemplates };

/**
 * Verifies the bytes of a model in the cache and in a folder mirror, then opens its network and runs it; downloads nothing.
 * `faces` are asked only of a template model that is here.
 */
export async function checkModelHere(
  card: ModelCard,
  context: ObtainContext,
  faces: () => Promise<readonly ReferenceFace[]>,
): Promise<ModelCheck> {
  const bytes = await checkModel(card, context);
  if (bytes.state !== 'ok') return bytes;
  const model = await loadModel(card, { ...context, offline: true });
  const network = await checkNetwork(model, card.kind === 'face-template' ? await faces() : []);
  return network.state === 'ok' ? { ...bytes, ...network } : network;
}
