import { readFile } from 'node:fs/promises';
import type { ModelCard } from '../catalog/model-card.js';
import { FalsematchError } from '../files/errors.js';
import type { Network } from '../runtimes/network.js';
import { type ModelBytes, openNetwork } from '../runtimes/open-network.js';
import { isOnDevice, type LoadedModel } from './extraction.js';

/** Opens the network of a model, wherever it runs. */
export type OpenModel = (model: LoadedModel<ModelCard>) => Promise<Network>;

/** The bytes of a model's files. */
export async function readModel({ card, path, companions }: LoadedModel<ModelCard>): Promise<ModelBytes> {
  const files = new Map<string, Uint8Array>();
  for (const [index, { name }] of card.companions.entries()) {
    const companion = companions[index];
    if (companion !== undefined) files.set(name, await readFile(companion));
  }
  return { bytes: await readFile(path), companions: files };
}

/** Opens a model on the processor, in the calling thread. Throws FalsematchError where another library runs it than was planned. */
export const openHere: OpenModel = async (model) => {
  const network = await openNetwork(model.card, await readModel(model));
  const planned = isOnDevice(model) ? undefined : model.placement?.runsOn;
  if (!planned || planned.join() === network.runsOn.join()) return network;
  await network.release();
  throw new FalsematchError(
    `${model.card.name} was to run on ${planned.join(', ')}, and here it runs on ${network.runsOn.join(', ')}; run it without @tensorflow/tfjs-node, which does not load in every thread.`,
  );
};
