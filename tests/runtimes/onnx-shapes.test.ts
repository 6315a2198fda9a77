import { expect, it } from 'vitest';
import { GRAPH } from '../../src/runtimes/graph/onnx-model.js';
import { onnxShapes } from '../../src/runtimes/onnx-shapes.js';
import { HALF_TYPE, model, node, value } from './graph/models.js';

it('says what a file takes and gives, names for the sides that it leaves open', async () => {
  const bytes = model([
    node('Neg', ['x'], 'y'),
    value(GRAPH.input, 'x', ['batch', 3, 112, 96], HALF_TYPE),
    value(GRAPH.output, 'y', ['batch', 3, 112, 96], HALF_TYPE),
  ]);
  expect(await onnxShapes(bytes, 'x.onnx')).toEqual({
    inputs: [{ name: 'x', type: 'float16', sides: ['batch', 3, 112, 96] }],
    outputs: [{ name: 'y', type: 'float16', sides: ['batch', 3, 112, 96] }],
  });
  await expect(onnxShapes(Uint8Array.of(1), 'x.onnx')).rejects.toThrow(/^x\.onnx cannot be loaded as an ONNX model/);
});
