import type * as tf from '@tensorflow/tfjs-core';
import type { WeightMap } from './weight-map.js';

/** A network of face-api: from its weights a function of a picture (NHWC, RGB 0..255) to its outputs by name. */
export type FaceApiNetwork = (weights: WeightMap) => (picture: tf.Tensor4D) => Readonly<Record<string, tf.Tensor>>;
