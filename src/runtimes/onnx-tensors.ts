import '../workers/no-telemetry.js';

import { Float16Array } from '@petamoriken/float16';
import { type InferenceSession, Tensor as OrtTensor } from 'onnxruntime-node';
import type { ByteTensor, Tensor } from './network.js';

/** What a network takes and gives of each name. */
type Metadata = InferenceSession['inputMetadata'];

/** The names whose numbers are of half precision. */
export function halfNames(metadata: Metadata): ReadonlySet<string> {
  return new Set(metadata.flatMap((one) => (one.isTensor && one.type === 'float16' ? [one.name] : [])));
}

/** A tensor of the runtime over the caller's array; of half precision, over a copy. */
export function toOrt({ data, dims }: Tensor | ByteTensor, half: boolean): OrtTensor {
  if (data instanceof Uint8Array) return new OrtTensor('uint8', data, dims);
  if (!half) return new OrtTensor('float32', data, dims);
  return new OrtTensor('float16', new Uint16Array(new Float16Array(data).buffer), dims);
}

/** What a tensor of the runtime holds, as float32; undefined for numbers of another kind. */
export function fromOrt(value: OrtTensor | undefined): Tensor | undefined {
  if (value?.data instanceof Float32Array) return { data: value.data, dims: value.dims };
  if (value?.type !== 'float16') return undefined;
  // An array of 16-bit numbers, of whatever class this Node.js has for them.
  const { buffer, byteOffset, length } = value.data as Uint16Array;
  return { data: Float32Array.from(new Float16Array(buffer as ArrayBuffer, byteOffset, length)), dims: value.dims };
}
