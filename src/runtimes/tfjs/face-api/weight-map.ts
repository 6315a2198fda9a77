import type * as tf from '@tensorflow/tfjs-core';
import { FalsematchError } from '../../../files/errors.js';

/** The weights of a network, by name and number of dimensions. */
export interface WeightMap {
  readonly vector: (name: string) => tf.Tensor1D;
  readonly matrix: (name: string) => tf.Tensor2D;
  readonly cube: (name: string) => tf.Tensor3D;
  readonly filters: (name: string) => tf.Tensor4D;
}

/** A map that throws a FalsematchError which names the file for weights that are not there, or have another shape. */
export function weightMap(file: string, weights: ReadonlyMap<string, tf.Tensor>): WeightMap {
  const ofRank = (rank: number) => (name: string) => {
    const found = weights.get(name);
    if (found?.rank === rank) return found;
    const what = found ? `weights "${name}" of ${found.rank} dimensions` : `no weights "${name}"`;
    throw new FalsematchError(
      `${file} has ${what}, expected ${rank} dimensions; correct "file" or "format" in the card.`,
    );
  };
  return {
    vector: ofRank(1) as WeightMap['vector'],
    matrix: ofRank(2) as WeightMap['matrix'],
    cube: ofRank(3) as WeightMap['cube'],
    filters: ofRank(4) as WeightMap['filters'],
  };
}
