import type { NetworkFormat } from '../../catalog/model-card.js';
import type { Network } from '../network.js';
import { readyTfjs } from './backend.js';
import { FACE_API_NETWORKS } from './face-api/networks.js';
import { openFaceApi } from './face-api/open-face-api.js';
import { openGraphModel } from './graph-model.js';
import { tfjsNetwork } from './tfjs-network.js';
import type { TfjsFiles } from './weights.js';

/** A network of TensorFlow.js, in the calling thread. Throws FalsematchError when the files are no such network. */
export async function openTfjs(format: Exclude<NetworkFormat, 'onnx'>, files: TfjsFiles): Promise<Network> {
  const backend = await readyTfjs();
  const graph = format === 'tfjs-graph' ? await openGraphModel(files) : openFaceApi(FACE_API_NETWORKS[format], files);
  return tfjsNetwork(files.name, graph, backend);
}
