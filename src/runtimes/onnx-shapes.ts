import type { InferenceSession } from 'onnxruntime-node';
import { openSession } from './onnx-session.js';

/** What a network takes or gives under a name: its kind of numbers, and its sides, numbers where the file fixes them. */
export interface OnnxValue {
  readonly name: string;
  readonly type: string;
  readonly sides: readonly (number | string)[];
}

/** What an ONNX file takes and gives. Throws FalsematchError for bytes that are no model that can be loaded. */
export async function onnxShapes(
  bytes: Uint8Array,
  name: string,
): Promise<{ inputs: OnnxValue[]; outputs: OnnxValue[] }> {
  const { session } = await openSession(bytes, name, 'cpu');
  try {
    return { inputs: valuesOf(session.inputMetadata), outputs: valuesOf(session.outputMetadata) };
  } finally {
    await session.release();
  }
}

function valuesOf(metadata: InferenceSession['inputMetadata']): OnnxValue[] {
  return metadata.flatMap((one) => (one.isTensor ? [{ name: one.name, type: one.type, sides: one.shape }] : []));
}
