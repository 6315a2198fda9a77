import type { GraphRewrite } from '../../catalog/model-card.js';
import { GRAPH, MODEL, opsetVersion, readNode, TENSOR } from './onnx-model.js';
import { contentsOf, integersOf, readFields } from './wire.js';

/** Numbers of onnx.proto, TensorProto.DataType. */
const HALF = 10n;
const EIGHT_BITS: readonly bigint[] = [2n, 3n];

/** What an ONNX graph shows of itself that a card says. */
export interface GraphFacts {
  /** The precision that more of its weights have than any other. */
  readonly precision: 'float32' | 'float16' | 'int8';
  /** The rewrites that would change something for the better, and no value. */
  readonly rewrites: readonly GraphRewrite[];
}

/** Reads the facts from the bytes of a model that can be loaded. */
export function graphFacts(model: Uint8Array): GraphFacts {
  const graph = readFields(contentsOf(readFields(model), MODEL.graph)[0] ?? new Uint8Array());
  const weights = { float32: 0, float16: 0, int8: 0 };
  for (const tensor of contentsOf(graph, GRAPH.initializer)) {
    const fields = readFields(tensor);
    const count = integersOf(fields, TENSOR.dims).reduce((product, side) => product * Number(side), 1);
    const type = integersOf(fields, TENSOR.dataType)[0] ?? 0n;
    weights[type === HALF ? 'float16' : EIGHT_BITS.includes(type) ? 'int8' : 'float32'] += count;
  }
  const { float32, float16, int8 } = weights;
  const most = Math.max(float32, float16, int8);
  const slow = contentsOf(graph, GRAPH.node).some((node) => readNode(node).opType === 'PRelu');
  return {
    precision: most === float32 ? 'float32' : most === int8 ? 'int8' : 'float16',
    rewrites: slow && opsetVersion(model) >= 7 ? ['prelu-as-relu'] : [],
  };
}
