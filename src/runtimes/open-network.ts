import type { GraphRewrite, NetworkFormat } from '../catalog/model-card.js';
import type { Network } from './network.js';
import { openOnnx } from './onnx-runtime.js';

/** What of a card says how its network is opened. */
export interface OpenableCard {
  readonly name: string;
  readonly file: { readonly name: string };
  readonly format?: NetworkFormat | undefined;
  readonly rewrites?: readonly GraphRewrite[];
}

/** The bytes of a model: its file, and its companions by file name. */
export interface ModelBytes {
  readonly bytes: Uint8Array;
  readonly companions: ReadonlyMap<string, Uint8Array>;
}

/**
 * The network of a card on the processor, in the calling thread: ONNX on onnxruntime, all others on TensorFlow.js. Throws
 * FalsematchError for bytes that are no such network.
 */
export async function openNetwork(card: OpenableCard, model: ModelBytes): Promise<Network> {
  const { format = 'onnx' } = card;
  const name = card.file.name;
  if (format === 'onnx') return openOnnx(model.bytes, { rewrites: card.rewrites ?? [], name });
  // Most runs need no TensorFlow.js, whose modules take long to load.
  const { openTfjs } = await import('./tfjs/open-tfjs.js');
  return openTfjs(format, { name, ...model });
}
