import * as tf from '@tensorflow/tfjs-core';
import type { FaceApiNetwork } from './face-api-network.js';
import { normalised } from './layers.js';
import type { WeightMap } from './weight-map.js';

/**
 * face-api's 68 points: RGB 0..255 of 112x112 to x, y of each point in parts of the square. Source: @vladmandic/face-api
 * 1.7.15, src/faceLandmarkNet and src/faceFeatureExtractor (MIT).
 */
export const landmarks68: FaceApiNetwork = (weights) => (picture) => {
  let out = normalised(picture, [122.782, 117.001, 104.298]);
  for (let block = 0; block < 4; block++) out = denseBlock(weights, `dense${block}`, out, block === 0);
  out = tf.avgPool(out, [7, 7], [2, 2], 'valid');
  const flat = tf.reshape(out, [out.shape[0], -1]) as tf.Tensor2D;
  return { points: tf.add(tf.matMul(flat, weights.matrix('fc/weights')), weights.vector('fc/bias')) };
};

function denseBlock(weights: WeightMap, name: string, input: tf.Tensor4D, first: boolean): tf.Tensor4D {
  const separable = (layer: string, from: tf.Tensor4D, stride: 1 | 2): tf.Tensor4D => {
    const depthwise = weights.filters(`${name}/${layer}/depthwise_filter`);
    const pointwise = weights.filters(`${name}/${layer}/pointwise_filter`);
    return tf.add(
      tf.separableConv2d(from, depthwise, pointwise, stride, 'same'),
      weights.vector(`${name}/${layer}/bias`),
    );
  };
  const whole = (): tf.Tensor4D =>
    tf.add(tf.conv2d(input, weights.filters(`${name}/conv0/filters`), 2, 'same'), weights.vector(`${name}/conv0/bias`));
  const one = tf.relu(first ? whole() : separable('conv0', input, 2));
  const two = separable('conv1', one, 1);
  const three = separable('conv2', tf.relu(tf.add(one, two)), 1);
  const four = separable('conv3', tf.relu(tf.add(one, tf.add(two, three))), 1);
  return tf.relu(tf.add(one, tf.add(two, tf.add(three, four))));
}
