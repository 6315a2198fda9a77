import { Float16Array } from '@petamoriken/float16';
import {
  DIM,
  GRAPH,
  INT64_TYPE,
  MODEL,
  NODE,
  OPSET,
  SHAPE,
  TENSOR,
  TENSOR_TYPE,
  TYPE,
  VALUE_INFO,
} from '../../../src/runtimes/graph/onnx-model.js';
import { type Field, integerField, messageField, stringField, writeFields } from '../../../src/runtimes/graph/wire.js';

const FLOAT_TYPE = 1;
export const BYTE_TYPE = 2;
const SIGNED_BYTE_TYPE = 3;
export const HALF_TYPE = 10;
const ATTRIBUTE = { name: 1, integer: 3, type: 20, integerType: 2 } as const;
const [NAME, TYPE_OF_ELEMENT, IR_VERSION, VALUE_NAME] = [2, 1, 1, 1];

export function floats(name: string, dims: readonly number[], values: readonly number[]): Field {
  return tensor(name, dims, FLOAT_TYPE, new Uint8Array(Float32Array.from(values).buffer));
}

export function halves(name: string, dims: readonly number[], values: readonly number[]): Field {
  return tensor(name, dims, HALF_TYPE, new Uint8Array(new Float16Array(values).buffer as ArrayBuffer));
}

export function signedBytes(name: string, dims: readonly number[], values: readonly number[]): Field {
  return tensor(name, dims, SIGNED_BYTE_TYPE, new Uint8Array(Int8Array.from(values).buffer));
}

export function integers(name: string, values: readonly number[]): Field {
  return tensor(name, [values.length], INT64_TYPE, new Uint8Array(BigInt64Array.from(values, BigInt).buffer));
}

function tensor(name: string, dims: readonly number[], type: number, raw: Uint8Array): Field {
  const fields = [...dims.map((dim) => integerField(TENSOR.dims, dim)), integerField(TENSOR.dataType, type)];
  return messageField(
    GRAPH.initializer,
    writeFields([...fields, stringField(TENSOR.name, name), messageField(TENSOR.rawData, raw)]),
  );
}

/** A node; its attributes are whole numbers. */
export function node(
  opType: string,
  inputs: readonly string[],
  outputs: string | readonly string[],
  attributes: Readonly<Record<string, number>> = {},
): Field {
  const names = inputs.map((input) => stringField(NODE.input, input));
  const given = [outputs].flat().map((output) => stringField(NODE.output, output));
  const integersBy = Object.entries(attributes).map(([name, number]) =>
    messageField(
      NODE.attribute,
      writeFields([
        stringField(ATTRIBUTE.name, name),
        integerField(ATTRIBUTE.integer, number),
        integerField(ATTRIBUTE.type, ATTRIBUTE.integerType),
      ]),
    ),
  );
  return messageField(GRAPH.node, writeFields([...names, ...given, stringField(NODE.opType, opType), ...integersBy]));
}

/** An input or output; a side that is a name is left open. */
export function value(no: number, name: string, dims: readonly (number | string)[], element = FLOAT_TYPE): Field {
  const side = (dim: number | string) =>
    typeof dim === 'string' ? stringField(DIM.param, dim) : integerField(DIM.value, dim);
  const shape = writeFields(dims.map((dim) => messageField(SHAPE.dim, writeFields([side(dim)]))));
  const type = writeFields([integerField(TYPE_OF_ELEMENT, element), messageField(TENSOR_TYPE.shape, shape)]);
  const info = writeFields([messageField(TYPE.tensor, type)]);
  return messageField(no, writeFields([stringField(VALUE_NAME, name), messageField(VALUE_INFO.type, info)]));
}

/** A whole model of these graph fields. */
export function model(graph: readonly Field[], opset = 13): Uint8Array {
  return writeFields([
    integerField(IR_VERSION, 7),
    messageField(MODEL.graph, writeFields([...graph, stringField(NAME, 'test')])),
    messageField(MODEL.opsetImport, writeFields([stringField(OPSET.domain, ''), integerField(OPSET.version, opset)])),
  ]);
}
