import { FalsematchError } from '../../files/errors.js';
import {
  contentsOf,
  type Field,
  integersOf,
  messageField,
  readFields,
  stringField,
  stringsOf,
  writeFields,
} from './wire.js';

/** Field numbers of onnx.proto (ONNX IR), as far as the rewrites need them. */
export const MODEL = { graph: 7, opsetImport: 8 } as const;
export const OPSET = { domain: 1, version: 2 } as const;
export const GRAPH = { node: 1, initializer: 5, input: 11, output: 12, valueInfo: 13 } as const;
export const NODE = { input: 1, output: 2, name: 3, opType: 4, attribute: 5, domain: 7 } as const;
export const TENSOR = { dims: 1, dataType: 2, int64Data: 7, name: 8, rawData: 9 } as const;
export const VALUE_INFO = { type: 2 } as const;
export const TYPE = { tensor: 1 } as const;
export const TENSOR_TYPE = { shape: 2 } as const;
export const SHAPE = { dim: 1 } as const;
export const DIM = { value: 1, param: 2 } as const;
export const INT64_TYPE = 7;

/** A node of the graph, as far as the rewrites look at it. */
export interface GraphNode {
  readonly opType: string;
  readonly domain: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

export function readNode(bytes: Uint8Array): GraphNode {
  const fields = readFields(bytes);
  return {
    opType: stringsOf(fields, NODE.opType)[0] ?? '',
    domain: stringsOf(fields, NODE.domain)[0] ?? '',
    inputs: stringsOf(fields, NODE.input),
    outputs: stringsOf(fields, NODE.output),
  };
}

/** A node without attributes, named after its output. */
export function simpleNode(opType: string, inputs: readonly string[], output: string): Field {
  return messageField(
    GRAPH.node,
    writeFields([
      ...inputs.map((input) => stringField(NODE.input, input)),
      stringField(NODE.output, output),
      stringField(NODE.name, output),
      stringField(NODE.opType, opType),
    ]),
  );
}

/** The model with its graph's fields changed. Throws FalsematchError when the bytes are not an ONNX model. */
export function editGraph(model: Uint8Array, edit: (graph: Field[]) => Field[]): Uint8Array {
  let fields: Field[];
  try {
    fields = readFields(model);
    if (contentsOf(fields, MODEL.graph).length !== 1) throw new Error('it has no graph');
    return writeFields(
      fields.map((field) =>
        field.no === MODEL.graph ? messageField(MODEL.graph, writeFields(edit(readFields(field.payload)))) : field,
      ),
    );
  } catch (error) {
    if (error instanceof FalsematchError) throw error;
    throw new FalsematchError(
      'The bytes are not an ONNX model that can be rewritten; check the file and its SHA-256.',
      {
        cause: error,
      },
    );
  }
}

/** The version of the standard operators that the model is written for. */
export function opsetVersion(model: Uint8Array): number {
  for (const content of contentsOf(readFields(model), MODEL.opsetImport)) {
    const fields = readFields(content);
    if ((stringsOf(fields, OPSET.domain)[0] ?? '') === '') return Number(integersOf(fields, OPSET.version)[0] ?? 0n);
  }
  return 0;
}
