import { readFile } from 'node:fs/promises';
import type { ModelCard } from '../catalog/model-card.js';
import type { Network } from '../runtimes/network.js';
import { type ModelBytes, openNetwork } from '../runtimes/open-network.js';
import type { LoadedModel } from './extraction.js';

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

/** Opens a model on the processor, in the calling thread. */
export const openHere: OpenModel = async (model) => openNetwork(model.card, await readModel(model));
