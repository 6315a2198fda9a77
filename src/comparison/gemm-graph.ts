import { BinaryWriter } from '@bufbuild/protobuf/wire';

/* Field numbers of onnx.proto (ONNX 1.16, IR version 8). */
const MODEL = { irVersion: 1, graph: 7, opsetImport: 8 };
const OPSET = { version: 2 };
const GRAPH = { node: 1, name: 2, input: 11, output: 12 };
const NODE = { input: 1, output: 2, opType: 4, attribute: 5 };
const ATTRIBUTE = { name: 1, i: 3, type: 20, int: 2 };
const VALUE = { name: 1, type: 2, tensorType: 1, elementType: 1, shape: 2, float: 1 };
const SHAPE = { dim: 1, parameter: 2 };

/**
 * An ONNX model with one node, scores = Gemm(probes, references, transB = 1): the matrix product that a numeric
 * library is there for, in the runtime that the project already has. Inputs `probes` [M, D] and `references` [N, D],
 * output `scores` [M, N].
 */
export function gemmModel(): Uint8Array {
  const graph = new BinaryWriter();
  message(graph, GRAPH.node, gemmNode());
  graph.tag(GRAPH.name, 2).string('scores');
  message(graph, GRAPH.input, value('probes', ['M', 'D']));
  message(graph, GRAPH.input, value('references', ['N', 'D']));
  message(graph, GRAPH.output, value('scores', ['M', 'N']));
  const opset = new BinaryWriter();
  opset.tag(OPSET.version, 0).int64(13);
  const model = new BinaryWriter();
  model.tag(MODEL.irVersion, 0).int64(8);
  message(model, MODEL.graph, graph);
  message(model, MODEL.opsetImport, opset);
  return model.finish();
}

function gemmNode(): BinaryWriter {
  const transB = new BinaryWriter();
  transB.tag(ATTRIBUTE.name, 2).string('transB');
  transB.tag(ATTRIBUTE.i, 0).int64(1);
  transB.tag(ATTRIBUTE.type, 0).int32(ATTRIBUTE.int);
  const node = new BinaryWriter();
  node.tag(NODE.input, 2).string('probes');
  node.tag(NODE.input, 2).string('references');
  node.tag(NODE.output, 2).string('scores');
  node.tag(NODE.opType, 2).string('Gemm');
  message(node, NODE.attribute, transB);
  return node;
}

function value(name: string, dims: readonly string[]): BinaryWriter {
  const shape = new BinaryWriter();
  for (const dim of dims) {
    const one = new BinaryWriter();
    one.tag(SHAPE.parameter, 2).string(dim);
    message(shape, SHAPE.dim, one);
  }
  const tensor = new BinaryWriter();
  tensor.tag(VALUE.elementType, 0).int32(VALUE.float);
  message(tensor, VALUE.shape, shape);
  const type = new BinaryWriter();
  message(type, VALUE.tensorType, tensor);
  const info = new BinaryWriter();
  info.tag(VALUE.name, 2).string(name);
  message(info, VALUE.type, type);
  return info;
}

function message(writer: BinaryWriter, field: number, inner: BinaryWriter): void {
  writer.tag(field, 2).bytes(inner.finish());
}
