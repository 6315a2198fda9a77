import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { FalsematchError, messageOf } from '../../files/errors.js';

/** What runs TensorFlow.js graphs: the user's own tfjs-node where there is one that loads, else WebAssembly. */
export type TfjsBackend = 'tfjs-node' | 'tfjs-wasm';

let ready: Promise<TfjsBackend> | undefined;

/** Makes TensorFlow.js ready in the calling thread, once, and says on what it runs. Throws FalsematchError when nothing does. */
export function readyTfjs(): Promise<TfjsBackend> {
  ready ??= start();
  return ready;
}

async function start(): Promise<TfjsBackend> {
  if ((await loadsNode()) && (await tf.setBackend('tensorflow'))) return 'tfjs-node';
  try {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    setWasmPaths(`${dirname(fileURLToPath(import.meta.resolve('@tensorflow/tfjs-backend-wasm')))}/`);
    if (await tf.setBackend('wasm')) return 'tfjs-wasm';
  } catch (thrown) {
    throw unusable(messageOf(thrown), thrown);
  }
  throw unusable('its WebAssembly backend does not start', undefined);
}

/** A package of the user's that this one does not name; a variable keeps the compiler from looking for it. */
const NODE_BACKEND: string = '@tensorflow/tfjs-node';

async function loadsNode(): Promise<boolean> {
  try {
    await import(NODE_BACKEND);
    // It must have found the same tfjs-core as this file, or its backend is registered elsewhere.
    return tf.findBackendFactory('tensorflow') !== null;
  } catch {
    return false;
  }
}

function unusable(reason: string, cause: unknown): FalsematchError {
  return new FalsematchError(
    `TensorFlow.js, which runs this model, does not work (${reason}); install falsematch anew.`,
    { cause },
  );
}
