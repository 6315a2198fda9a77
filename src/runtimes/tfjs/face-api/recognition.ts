import * as tf from '@tensorflow/tfjs-core';
import type { FaceApiNetwork } from './face-api-network.js';
import { normalised } from './layers.js';
import type { WeightMap } from './weight-map.js';

/** How many blocks follow the one that halves the sides, for each width of the residual network. */
const BLOCKS = [
  ['conv32', 3],
  ['conv64', 3],
  ['conv128', 2],
  ['conv256', 2],
] as const;

/**
 * face-api's recogniser: dlib's residual network of 29 layers, RGB 0..255 of 150x150 to 128 numbers, which its authors
 * compare by their distance. Source: @vladmandic/face-api 1.7.15, src/faceRecognitionNet (MIT).
 */
export const recognition: FaceApiNetwork = (weights) => (picture) => {
  let out = convolution(weights, 'conv32_down', normalised(picture, [122.782, 117.001, 104.298]), {
    stride: 2,
    relu: true,
  });
  out = tf.maxPool(out, 3, 2, 'valid');
  for (const [name, blocks] of BLOCKS) {
    if (name !== 'conv32') out = halved(weights, `${name}_down`, out);
    for (let block = 1; block <= blocks; block++) out = residual(weights, `${name}_${block}`, out);
  }
  out = halved(weights, 'conv256_down_out', out);
  return { descriptor: tf.matMul(tf.mean(out, [1, 2]) as tf.Tensor2D, weights.matrix('fc')) };
};

function convolution(
  weights: WeightMap,
  name: string,
  input: tf.Tensor4D,
  { stride, relu }: { readonly stride: 1 | 2; readonly relu: boolean },
): tf.Tensor4D {
  const filters = weights.filters(`${name}/conv/filters`);
  let out: tf.Tensor4D = tf.conv2d(input, filters, stride, stride === 2 ? 'valid' : 'same');
  out = tf.add(out, weights.vector(`${name}/conv/bias`));
  out = tf.add(tf.mul(out, weights.vector(`${name}/scale/weights`)), weights.vector(`${name}/scale/biases`));
  return relu ? tf.relu(out) : out;
}

function residual(weights: WeightMap, name: string, input: tf.Tensor4D): tf.Tensor4D {
  const inner = convolution(weights, `${name}/conv1`, input, { stride: 1, relu: true });
  const out = convolution(weights, `${name}/conv2`, inner, { stride: 1, relu: false });
  return tf.relu(tf.add(out, input));
}

/** A block that halves the sides: its input is averaged, and given channels of zeros where the block has more. */
function halved(weights: WeightMap, name: string, input: tf.Tensor4D): tf.Tensor4D {
  const inner = convolution(weights, `${name}/conv1`, input, { stride: 2, relu: true });
  let out = convolution(weights, `${name}/conv2`, inner, { stride: 1, relu: false });
  let pooled: tf.Tensor4D = tf.avgPool(input, 2, 2, 'valid');
  const [, height, width, channels] = pooled.shape;
  const short: [number, number] = [height - out.shape[1], width - out.shape[2]];
  out = tf.pad(out, [
    [0, 0],
    [0, short[0]],
    [0, short[1]],
    [0, 0],
  ]);
  pooled = tf.pad(pooled, [
    [0, 0],
    [0, 0],
    [0, 0],
    [0, out.shape[3] - channels],
  ]);
  return tf.relu(tf.add(pooled, out));
}
