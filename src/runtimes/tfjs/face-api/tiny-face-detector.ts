import * as tf from '@tensorflow/tfjs-core';
import type { FaceApiNetwork } from './face-api-network.js';
import { leaky, normalised } from './layers.js';
import type { WeightMap } from './weight-map.js';

/**
 * face-api's tiny face detector, a small YOLO v2: RGB 0..255 of a square to `cells` [1, n, n, 25], five numbers for each of
 * five anchors. Source: @vladmandic/face-api 1.7.15, src/tinyFaceDetector and src/tinyYolov2 (MIT).
 */
export const tinyFaceDetector: FaceApiNetwork = (weights) => (picture) => {
  let out: tf.Tensor4D = normalised(picture, [117.001, 114.697, 97.404]);
  out = leaky(whole(weights, 'conv0', out));
  for (let layer = 1; layer <= 5; layer++) {
    out = separable(weights, `conv${layer}`, tf.maxPool(out, [2, 2], [2, 2], 'same'));
  }
  out = tf.maxPool(out, [2, 2], [1, 1], 'same');
  return { cells: whole(weights, 'conv8', out) };
};

function padded(input: tf.Tensor4D): tf.Tensor4D {
  return tf.pad(input, [
    [0, 0],
    [1, 1],
    [1, 1],
    [0, 0],
  ]);
}

function whole(weights: WeightMap, name: string, input: tf.Tensor4D): tf.Tensor4D {
  const out = tf.conv2d(input, weights.filters(`${name}/filters`), 1, 'valid');
  return tf.add(out, weights.vector(`${name}/bias`));
}

function separable(weights: WeightMap, name: string, input: tf.Tensor4D): tf.Tensor4D {
  const depthwise = weights.filters(`${name}/depthwise_filter`);
  const pointwise = weights.filters(`${name}/pointwise_filter`);
  const out = tf.separableConv2d(padded(input), depthwise, pointwise, 1, 'valid');
  return leaky(tf.add(out, weights.vector(`${name}/bias`)));
}
