import * as tf from '@tensorflow/tfjs-core';
import type { TfjsGraph } from '../tfjs-network.js';
import { decodeWeights, manifestSchema, parseJson, type TfjsFiles, weightBytes } from '../weights.js';
import type { FaceApiNetwork } from './face-api-network.js';
import { weightMap } from './weight-map.js';

/** What the only input of each network is called. */
const PICTURE = 'picture';

/** One of face-api's networks on its weights. Throws FalsematchError when the files are not those of this network. */
export function openFaceApi(network: FaceApiNetwork, files: TfjsFiles): TfjsGraph {
  const manifest = parseJson(files, manifestSchema, "a manifest of face-api's weights");
  const weights = decodeWeights(weightBytes(files, manifest), manifest);
  const run = network(weightMap(files.name, weights));
  return {
    inputNames: [PICTURE],
    // Known once it has run; nobody asks before.
    outputNames: [],
    execute: (inputs) => run(inputs[PICTURE] as tf.Tensor4D),
    dispose: () => tf.dispose([...weights.values()]),
  };
}
