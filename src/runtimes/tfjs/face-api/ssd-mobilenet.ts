import * as tf from '@tensorflow/tfjs-core';
import type { FaceApiNetwork } from './face-api-network.js';
import type { WeightMap } from './weight-map.js';

/** Of MobileNet's thirteen pairs of layers, those that halve the sides, and the one whose result is also looked at. */
const HALVING = new Set([2, 4, 6, 12]);
const BRANCH = 11;
const EPSILON = 0.0010000000474974513;

/**
 * face-api's SSD on MobileNet v1: RGB 0..255 of 512x512 to `boxes` [n, 4] (top, left, bottom, right in parts of the square)
 * and `scores` [n]. Source: @vladmandic/face-api 1.7.15, src/ssdMobilenetv1 (MIT).
 */
export const ssdMobilenet: FaceApiNetwork = (weights) => (picture) => {
  let out = pointwise(weights, 'MobilenetV1', 0, tf.sub(tf.div(picture, 127.5), 1) as tf.Tensor4D, 2);
  let branch = out;
  for (let pair = 1; pair <= 13; pair++) {
    out = depthwise(weights, pair, out);
    out = pointwise(weights, 'MobilenetV1', pair, out, 1);
    if (pair === BRANCH) branch = out;
  }
  const levels = [branch, out];
  for (let layer = 0; layer < 8; layer++) {
    out = pointwise(weights, 'Prediction', layer, out, layer % 2 === 0 ? 1 : 2);
    if (layer % 2 === 1) levels.push(out);
  }
  const predicted = levels.map((level, at) => predictions(weights, at, level));
  const shifts = tf.concat(predicted.map(({ boxes }) => boxes)) as tf.Tensor2D;
  const classes = tf.concat(predicted.map(({ classes: of }) => of)) as tf.Tensor2D;
  const priors = tf.reshape(weights.cube('Output/extra_dim'), [-1, 4]) as tf.Tensor2D;
  const scores = tf.reshape(tf.sigmoid(tf.slice(classes, [0, 1], [-1, 1])), [-1]);
  return { boxes: decoded(priors, shifts), scores };
};

function pointwise(weights: WeightMap, part: string, layer: number, input: tf.Tensor4D, stride: 1 | 2): tf.Tensor4D {
  const name = `${part}/Conv2d_${layer}_pointwise`;
  const out = tf.conv2d(input, weights.filters(`${name}/weights`), stride, 'same');
  return tf.clipByValue(tf.add(out, weights.vector(`${name}/convolution_bn_offset`)), 0, 6) as tf.Tensor4D;
}

function depthwise(weights: WeightMap, pair: number, input: tf.Tensor4D): tf.Tensor4D {
  const name = `MobilenetV1/Conv2d_${pair}_depthwise`;
  const of = (what: string) => weights.vector(`${name}/BatchNorm/${what}`);
  const stride = HALVING.has(pair) ? 2 : 1;
  const out = tf.depthwiseConv2d(input, weights.filters(`${name}/depthwise_weights`), stride, 'same');
  const even = tf.batchNorm(out, of('moving_mean'), of('moving_variance'), of('beta'), of('gamma'), EPSILON);
  return tf.clipByValue(even, 0, 6);
}

function predictions(weights: WeightMap, level: number, input: tf.Tensor4D) {
  const layer = (name: string): tf.Tensor4D => {
    const path = `Prediction/BoxPredictor_${level}/${name}`;
    return tf.add(tf.conv2d(input, weights.filters(`${path}/weights`), 1, 'same'), weights.vector(`${path}/biases`));
  };
  return {
    boxes: tf.reshape(layer('BoxEncodingPredictor'), [-1, 4]) as tf.Tensor2D,
    classes: tf.reshape(layer('ClassPredictor'), [-1, 3]) as tf.Tensor2D,
  };
}

/** Boxes from priors (top, left, bottom, right) and what the network says of them (shift down, right; growth down, right). */
function decoded(priors: tf.Tensor2D, shifts: tf.Tensor2D): tf.Tensor {
  const [top, left, bottom, right] = tf.unstack(priors, 1) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
  const [down, along, taller, wider] = tf.unstack(shifts, 1) as [tf.Tensor, tf.Tensor, tf.Tensor, tf.Tensor];
  const side = (from: tf.Tensor, to: tf.Tensor, shift: tf.Tensor, growth: tf.Tensor) => {
    const size = tf.sub(to, from);
    const centre = tf.add(tf.mul(tf.div(shift, 10), size), tf.add(from, tf.div(size, 2)));
    const half = tf.div(tf.mul(tf.exp(tf.div(growth, 5)), size), 2);
    return [tf.sub(centre, half), tf.add(centre, half)] as const;
  };
  const [first, last] = side(top, bottom, down, taller);
  const [near, far] = side(left, right, along, wider);
  return tf.stack([first, near, last, far], 1);
}
