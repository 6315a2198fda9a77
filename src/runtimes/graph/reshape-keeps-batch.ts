import {
  DIM,
  editGraph,
  GRAPH,
  INT64_TYPE,
  NODE,
  readNode,
  SHAPE,
  TENSOR,
  TENSOR_TYPE,
  TYPE,
  VALUE_INFO,
} from './onnx-model.js';
import {
  contentsOf,
  type Field,
  integerField,
  integersOf,
  messageField,
  readFields,
  stringField,
  stringsOf,
  writeFields,
} from './wire.js';

/** The new shape's name in the rewritten graph. */
const KEPT = 'falsematch/shape-keeps-batch';

/**
 * Every Reshape to the constant [1, -1] as a Reshape to [0, -1] ("0" keeps the batch dimension), and the first
 * dimension of the graph's inputs and outputs freed where it is 1. With one picture the values are the same; with more,
 * the rows of the output are the pictures.
 */
export function reshapeKeepsBatch(model: Uint8Array): Uint8Array {
  return editGraph(model, (graph) => {
    const flattening = new Set(
      contentsOf(graph, GRAPH.initializer)
        .filter(isOneMinusOne)
        .map((tensor) => stringsOf(readFields(tensor), TENSOR.name)[0] ?? ''),
    );
    let replaced = false;
    const edited = graph.flatMap((field): Field[] => {
      if (field.no === GRAPH.input || field.no === GRAPH.output) return [freeBatch(field)];
      // Hints of inner shapes speak of a batch of one; the runtime infers them again.
      if (field.no === GRAPH.valueInfo) return [];
      if (field.no !== GRAPH.node) return [field];
      const { opType, inputs } = readNode(field.payload);
      if (opType !== 'Reshape' || !flattening.has(inputs[1] ?? '')) return [field];
      replaced = true;
      return [messageField(GRAPH.node, withSecondInput(field.payload, KEPT))];
    });
    return replaced ? [...edited, messageField(GRAPH.initializer, KEPT_SHAPE)] : graph;
  });
}

const KEPT_SHAPE = writeFields([
  integerField(TENSOR.dims, 2),
  integerField(TENSOR.dataType, INT64_TYPE),
  stringField(TENSOR.name, KEPT),
  messageField(TENSOR.rawData, new Uint8Array(new BigInt64Array([0n, -1n]).buffer)),
]);

function isOneMinusOne(tensor: Uint8Array): boolean {
  const fields = readFields(tensor);
  if (integersOf(fields, TENSOR.dataType)[0] !== BigInt(INT64_TYPE)) return false;
  const raw = contentsOf(fields, TENSOR.rawData)[0];
  const values = raw === undefined ? integersOf(fields, TENSOR.int64Data) : littleEndianIntegers(raw);
  return values.length === 2 && values[0] === 1n && values[1] === -1n;
}

function littleEndianIntegers(raw: Uint8Array): bigint[] {
  const view = new DataView(raw.buffer, raw.byteOffset, raw.byteLength);
  return Array.from({ length: Math.floor(raw.byteLength / 8) }, (_, i) => view.getBigInt64(i * 8, true));
}

function withSecondInput(node: Uint8Array, name: string): Uint8Array {
  let inputs = 0;
  return writeFields(
    readFields(node).map((field) =>
      field.no === NODE.input && ++inputs === 2 ? stringField(NODE.input, name) : field,
    ),
  );
}

function freeBatch(valueInfo: Field): Field {
  const edit = (bytes: Uint8Array, no: number, change: (content: Uint8Array) => Uint8Array): Uint8Array =>
    writeFields(readFields(bytes).map((field) => (field.no === no ? messageField(no, change(field.payload)) : field)));
  const free = (shape: Uint8Array): Uint8Array => {
    const [first, ...rest] = readFields(shape);
    if (first === undefined || integersOf(readFields(first.payload), DIM.value)[0] !== 1n) return shape;
    return writeFields([messageField(SHAPE.dim, writeFields([stringField(DIM.param, 'batch')])), ...rest]);
  };
  return messageField(
    valueInfo.no,
    edit(valueInfo.payload, VALUE_INFO.type, (type) =>
      edit(type, TYPE.tensor, (tensor) => edit(tensor, TENSOR_TYPE.shape, free)),
    ),
  );
}
