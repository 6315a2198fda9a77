import * as tf from '@tensorflow/tfjs-core';

/** A picture with the mean of each channel taken away, in parts of 255. */
export function normalised(
  picture: tf.Tensor4D,
  mean: readonly [red: number, green: number, blue: number],
): tf.Tensor4D {
  return tf.div(tf.sub(picture, tf.tensor1d([...mean])), 255);
}

/** face-api's leaky unit, in its own way of writing: relu(x - 0.1 x) + 0.1 x. */
export function leaky(input: tf.Tensor4D): tf.Tensor4D {
  const least = tf.mul(input, tf.scalar(0.10000000149011612));
  return tf.add(tf.relu(tf.sub(input, least)), least);
}
