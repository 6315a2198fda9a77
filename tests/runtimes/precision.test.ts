import { describe, expect, it } from 'vitest';
import { GRAPH } from '../../src/runtimes/graph/onnx-model.js';
import { openOnnx } from '../../src/runtimes/onnx-runtime.js';
import { floats, HALF_TYPE, halves, model, node, signedBytes, value } from './graph/models.js';

describe('a network of half precision', () => {
  const half = model([
    node('Mul', ['x', 'third'], 'y'),
    halves('third', [1], [1 / 3]),
    value(GRAPH.input, 'x', [1, 3], HALF_TYPE),
    value(GRAPH.output, 'y', [1, 3], HALF_TYPE),
  ]);

  it('is fed float32 and gives float32, rounded to eleven bits on the way in and out', async () => {
    const network = await openOnnx(half);
    const x = { data: Float32Array.of(1, 2049, -0.1), dims: [1, 3] };
    const { y } = await network.run({ x });
    const third = 1365 / 4096;
    // 2049 is no half-precision number: 2048 is fed. Products are rounded to even at the 11th bit.
    expect(y).toEqual({ data: Float32Array.of(third, 682.5, -0.033325195), dims: [1, 3] });
    // The copy is made anew in every pass, since the caller may write into the same array.
    x.data.set([2, 0, 0]);
    expect([...((await network.run({ x })).y?.data ?? [])]).toEqual([2 * third, 0, 0]);
    await network.release();
  });

  it('gives infinity where a number is too large for half precision', async () => {
    const network = await openOnnx(half);
    const x = { data: Float32Array.of(1e6, 65504, 0), dims: [1, 3] };
    const [large, largest] = (await network.run({ x })).y?.data ?? [];
    expect(large).toBe(Number.POSITIVE_INFINITY);
    expect(largest).toBeCloseTo(65504 / 3, -2);
    await network.release();
  });

  it('may take float32 and be of half precision inside', async () => {
    const inside = model([
      node('Cast', ['x'], 'half', { to: HALF_TYPE }),
      node('Mul', ['half', 'third'], 'scaled'),
      node('Cast', ['scaled'], 'y', { to: 1 }),
      halves('third', [1], [1 / 3]),
      value(GRAPH.input, 'x', [1]),
      value(GRAPH.output, 'y', [1]),
    ]);
    const network = await openOnnx(inside);
    expect((await network.run({ x: { data: Float32Array.of(3), dims: [1] } })).y?.data).toEqual(
      Float32Array.of(0.99975586),
    );
    await network.release();
  });
});

describe('a network of eight bits', () => {
  it('with weights that are made float32 again; the runtime rounds what meets them as well', async () => {
    const network = await openOnnx(
      model([
        node('DequantizeLinear', ['w', 'scale'], 'weights'),
        node('MatMul', ['x', 'weights'], 'y'),
        signedBytes('w', [2, 2], [127, -128, 4, 0]),
        floats('scale', [], [0.5]),
        value(GRAPH.input, 'x', [1, 2]),
        value(GRAPH.output, 'y', [1, 2]),
      ]),
    );
    const { y } = await network.run({ x: { data: Float32Array.of(1, 10), dims: [1, 2] } });
    // In float32 it were 83.5 and -64. The runtime fuses the two nodes and rounds x to eight bits of its range, 0 to 10.
    const [first = 0, second = 0] = y?.data ?? [];
    expect(Math.abs(first - 83.5)).toBeLessThan(127 * 0.5 * (10 / 255));
    expect(Math.abs(second + 64)).toBeLessThan(128 * 0.5 * (10 / 255));
    await network.release();
  });

  it('with activations that are rounded as they come', async () => {
    const network = await openOnnx(
      model([
        node('DynamicQuantizeLinear', ['x'], ['q', 'scale', 'zero']),
        node('MatMulInteger', ['q', 'w', 'zero'], 'sums'),
        node('Cast', ['sums'], 'whole', { to: 1 }),
        node('Mul', ['whole', 'scale'], 'y'),
        signedBytes('w', [2, 1], [3, -2]),
        value(GRAPH.input, 'x', [1, 2]),
        value(GRAPH.output, 'y', [1, 1]),
      ]),
    );
    // Of 0 to 255 the scale is 1, so whole numbers stay what they are: 3 * 255 - 2 * 100.
    const { y } = await network.run({ x: { data: Float32Array.of(255, 100), dims: [1, 2] } });
    expect(y).toEqual({ data: Float32Array.of(565), dims: [1, 1] });
    await network.release();
  });
});
