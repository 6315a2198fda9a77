import * as tf from '@tensorflow/tfjs-core';
import { FalsematchError, messageOf } from '../../files/errors.js';
import type { Feeds, Network, Outputs } from '../network.js';
import type { TfjsBackend } from './backend.js';

/** What a network computes: tensors by name from tensors by name. Called inside a tidy: what it leaves is freed. */
export interface TfjsGraph {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  execute(inputs: Readonly<Record<string, tf.Tensor>>): Readonly<Record<string, tf.Tensor>>;
  dispose(): void;
}

/** A graph of TensorFlow.js as a network; `name` is what errors call it. */
export function tfjsNetwork(name: string, graph: TfjsGraph, backend: TfjsBackend): Network {
  const { inputNames, outputNames } = graph;
  const compute = (feeds: Feeds): Outputs =>
    tf.tidy(() => {
      const inputs: Record<string, tf.Tensor> = {};
      for (const [input, { data, dims }] of Object.entries(feeds)) {
        inputs[input] = tf.tensor(data, [...dims], data instanceof Uint8Array ? 'int32' : 'float32');
      }
      const outputs: Record<string, { data: Float32Array; dims: number[] }> = {};
      for (const [output, tensor] of Object.entries(graph.execute(inputs))) {
        const data = tensor.dataSync();
        if (!(data instanceof Float32Array)) {
          throw new FalsematchError(
            `${name} gives ${tensor.dtype} as output "${output}", expected float32; it is not a model of this kind.`,
          );
        }
        // The backend may give a view of its own memory, which the next pass overwrites.
        outputs[output] = { data: data.slice(), dims: tensor.shape };
      }
      return outputs;
    });
  return {
    inputNames,
    outputNames,
    runsOn: [backend],
    async run(feeds, into = {}) {
      let outputs: Outputs;
      try {
        outputs = compute(feeds);
      } catch (error) {
        if (error instanceof FalsematchError) throw error;
        throw new FalsematchError(
          `${name} failed on its input (${messageOf(error)}); check the card's input size and layout.`,
          { cause: error },
        );
      }
      for (const [output, { data }] of Object.entries(into)) data.set(outputs[output]?.data ?? []);
      return outputs;
    },
    async release() {
      graph.dispose();
    },
  };
}
