import { describe, expect, it } from 'vitest';
import { FalsematchError } from '../../src/files/errors.js';
import { GRAPH } from '../../src/runtimes/graph/onnx-model.js';
import { openOnnx } from '../../src/runtimes/onnx-runtime.js';
import { BYTE_TYPE, floats, model, node, value } from './graph/models.js';

const negation = model([node('Neg', ['x'], 'y'), value(GRAPH.input, 'x', [1, 2]), value(GRAPH.output, 'y', [1, 2])]);

describe('openOnnx', () => {
  it('runs a model, says its names, and reads an input array again that has changed', async () => {
    const network = await openOnnx(negation);
    expect([network.inputNames, network.outputNames]).toEqual([['x'], ['y']]);
    const x = { data: Float32Array.of(1, -2), dims: [1, 2] };
    const first = (await network.run({ x })).y;
    expect(first).toEqual({ data: Float32Array.of(-1, 2), dims: [1, 2] });
    x.data.set([5, 6]);
    expect((await network.run({ x })).y?.data).toEqual(Float32Array.of(-5, -6));
    // What was given before stays the caller's.
    expect(first?.data).toEqual(Float32Array.of(-1, 2));
    await network.release();
  });

  it('feeds bytes as bytes', async () => {
    const halves = model([
      floats('scale', [], [0.5]),
      node('DequantizeLinear', ['x', 'scale'], 'y'),
      value(GRAPH.input, 'x', [3], BYTE_TYPE),
      value(GRAPH.output, 'y', [3]),
    ]);
    const network = await openOnnx(halves);
    const x = { data: Uint8Array.of(0, 1, 255), dims: [3] };
    expect((await network.run({ x })).y?.data).toEqual(Float32Array.of(0, 0.5, 127.5));
    const floatsFed = { data: Float32Array.of(0, 1, 2), dims: [3] };
    await expect(network.run({ x: floatsFed })).rejects.toThrow(/failed on its input/);
    await network.release();
  });

  it('refuses bytes that are no model, in one sentence that names the file', async () => {
    const failure = openOnnx(new Uint8Array([1, 2, 3]), { name: 'broken.onnx' });
    await expect(failure).rejects.toThrow(
      /^broken\.onnx cannot be loaded as an ONNX model \(.+\); check the file and its SHA-256 with "falsematch models check"\.$/,
    );
    await expect(failure).rejects.toBeInstanceOf(FalsematchError);
    await expect(failure).rejects.not.toThrow(/\n/);
  });

  it('refuses an input of another shape', async () => {
    const network = await openOnnx(negation, { name: 'negation.onnx' });
    const failure = network.run({ x: { data: new Float32Array(3), dims: [1, 3] } });
    await expect(failure).rejects.toThrow(/^negation\.onnx failed on its input \(/);
  });

  it('says of operators that the runtime does not know that they are the trouble, not the bytes', async () => {
    const [input, output] = [value(GRAPH.input, 'x', [1, 2]), value(GRAPH.output, 'y', [1, 2])];
    const later = model([node('Neg', ['x'], 'y'), input, output], 999);
    const unknown = model([node('NegTwice', ['x'], 'y'), input, output]);
    for (const bytes of [later, unknown]) {
      await expect(openOnnx(bytes, { name: 'later.onnx' })).rejects.toThrow(
        /^later\.onnx cannot be loaded as an ONNX model \(.+\); onnxruntime-node does not know its operators: take a file of an older opset, or a newer onnxruntime-node\.$/,
      );
    }
  });
});
