import { Float16Array } from '@petamoriken/float16';
import { editGraph, GRAPH, TENSOR, TYPE, VALUE_INFO } from '../../../src/runtimes/graph/onnx-model.js';
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
} from '../../../src/runtimes/graph/wire.js';
import { HALF_TYPE, node } from '../../runtimes/graph/models.js';

const [FLOAT_TYPE, SIGNED_BYTE_TYPE, ELEMENT_TYPE] = [1, 3, 1];

/** A weight of a graph: its name, its sides and its numbers. */
interface Weight {
  readonly name: string;
  readonly sides: readonly number[];
  readonly values: Float32Array;
}

function readWeight(tensor: Uint8Array): Weight | undefined {
  const fields = readFields(tensor);
  const [raw] = contentsOf(fields, TENSOR.rawData);
  if (integersOf(fields, TENSOR.dataType)[0] !== BigInt(FLOAT_TYPE) || !raw) return undefined;
  const sides = integersOf(fields, TENSOR.dims).map(Number);
  return { name: stringsOf(fields, TENSOR.name)[0] ?? '', sides, values: new Float32Array(raw.slice().buffer) };
}

function tensorField(name: string, sides: readonly number[], type: number, raw: ArrayBufferLike): Field {
  return messageField(
    GRAPH.initializer,
    writeFields([
      ...sides.map((side) => integerField(TENSOR.dims, side)),
      integerField(TENSOR.dataType, type),
      stringField(TENSOR.name, name),
      messageField(TENSOR.rawData, new Uint8Array(raw as ArrayBuffer)),
    ]),
  );
}

/** The model with all its float32 weights, its input and its output of half precision, as converters write it. */
export function toHalf(model: Uint8Array): Uint8Array {
  return editGraph(model, (graph) =>
    graph.flatMap((field): Field[] => {
      if (field.no === GRAPH.valueInfo) return [];
      if (field.no === GRAPH.input || field.no === GRAPH.output) return [ofHalf(field)];
      const weight = field.no === GRAPH.initializer ? readWeight(field.payload) : undefined;
      return [
        weight ? tensorField(weight.name, weight.sides, HALF_TYPE, new Float16Array(weight.values).buffer) : field,
      ];
    }),
  );
}

function ofHalf(info: Field): Field {
  const edit = (bytes: Uint8Array, no: number, change: (content: Uint8Array) => Uint8Array): Uint8Array =>
    writeFields(readFields(bytes).map((field) => (field.no === no ? messageField(no, change(field.payload)) : field)));
  const half = (tensor: Uint8Array) =>
    writeFields(
      readFields(tensor).map((field) => (field.no === ELEMENT_TYPE ? integerField(ELEMENT_TYPE, HALF_TYPE) : field)),
    );
  return messageField(
    info.no,
    edit(info.payload, VALUE_INFO.type, (type) => edit(type, TYPE.tensor, half)),
  );
}

/** The model with every large weight as eight bits a number and a scale for each of its first side: QDQ without activations. */
export function toEightBits(model: Uint8Array): Uint8Array {
  return editGraph(model, (graph) => {
    const first: Field[] = [];
    const rest = graph.flatMap((field): Field[] => {
      const weight = field.no === GRAPH.initializer ? readWeight(field.payload) : undefined;
      if (!weight || weight.values.length < 1000) return [field];
      const { name, sides, values } = weight;
      const { bytes, scales } = roundedRows(values, sides[0] ?? 1);
      first.push(node('DequantizeLinear', [`${name}/bytes`, `${name}/scales`], name, { axis: 0 }));
      return [
        tensorField(`${name}/bytes`, sides, SIGNED_BYTE_TYPE, bytes.buffer),
        tensorField(`${name}/scales`, [scales.length], FLOAT_TYPE, scales.buffer),
      ];
    });
    return [...first, ...rest];
  });
}

/** Numbers rounded to -127 to 127 times a scale of their row. */
export function roundedRows(values: Float32Array, rows: number): { bytes: Int8Array; scales: Float32Array } {
  const length = values.length / rows;
  const scales = Float32Array.from({ length: rows }, (_, row) => {
    const largest = values
      .subarray(row * length, (row + 1) * length)
      .reduce((most, v) => Math.max(most, Math.abs(v)), 0);
    return largest > 0 ? largest / 127 : 1;
  });
  return { scales, bytes: Int8Array.from(values, (value, i) => Math.round(value / scales[Math.floor(i / length)]!)) };
}
