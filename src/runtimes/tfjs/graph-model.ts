import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { z } from 'zod';
import { FalsematchError, messageOf } from '../../files/errors.js';
import type { TfjsGraph } from './tfjs-network.js';
import { manifestSchema, parseJson, type TfjsFiles, weightBytes, weightSpecs } from './weights.js';

const graphSchema = z.looseObject({
  modelTopology: z.looseObject({ node: z.array(z.looseObject({ name: z.string(), op: z.string() })).min(1) }),
  weightsManifest: manifestSchema,
  signature: z.unknown().optional(),
});

/** A graph that TensorFlow.js's converter wrote. Throws FalsematchError when the files are none. */
export async function openGraphModel(files: TfjsFiles): Promise<TfjsGraph> {
  const { modelTopology, weightsManifest, signature } = parseJson(files, graphSchema, 'a TensorFlow.js graph model');
  const weightData = weightBytes(files, weightsManifest);
  let model: GraphModel;
  try {
    model = await loadGraphModel(
      tf.io.fromMemory({
        modelTopology,
        weightSpecs: weightSpecs(weightsManifest),
        weightData,
        ...(signature ? { signature: signature as object } : {}),
      }),
    );
  } catch (cause) {
    throw new FalsematchError(
      `${files.name} cannot be loaded as a TensorFlow.js graph (${messageOf(cause)}); check the file and its SHA-256 with "falsematch models check".`,
      { cause },
    );
  }
  const inputNames = model.inputs.map(({ name }) => name);
  const outputNames = model.outputs.map(({ name }) => name);
  return {
    inputNames,
    outputNames,
    execute(inputs) {
      const found = model.execute({ ...inputs }, outputNames);
      const tensors = Array.isArray(found) ? found : [found as tf.Tensor];
      return Object.fromEntries(tensors.map((tensor, index) => [outputNames[index] ?? '', tensor]));
    },
    dispose: () => model.dispose(),
  };
}
