import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTensorWriter, tensorLength } from '../../../src/images/tensor.js';
import { GRAPH, MODEL, readNode } from '../../../src/runtimes/graph/onnx-model.js';
import { preluAsRelu } from '../../../src/runtimes/graph/prelu-as-relu.js';
import { reshapeKeepsBatch } from '../../../src/runtimes/graph/reshape-keeps-batch.js';
import { applyRewrites, rewriteVersions } from '../../../src/runtimes/graph/rewrites.js';
import { contentsOf, readFields } from '../../../src/runtimes/graph/wire.js';
import { openOnnx } from '../../../src/runtimes/onnx-runtime.js';
import { realBytes, realFile, templateCard } from '../../faces/cards.js';
import { LONDON, londonCrops } from '../../faces/london.js';
import { floats, integers, model, node, value } from './models.js';

const opTypes = (bytes: Uint8Array): string[] =>
  contentsOf(readFields(contentsOf(readFields(bytes), MODEL.graph)[0]!), GRAPH.node).map((n) => readNode(n).opType);

const prelu = (slopes: readonly number[], slopeDims: readonly number[], opset?: number): Uint8Array =>
  model(
    [
      node('PRelu', ['x', 'slope'], 'y'),
      floats('slope', slopeDims, slopes),
      value(GRAPH.input, 'x', [1, 2, 1, 3]),
      value(GRAPH.output, 'y', [1, 2, 1, 3]),
    ],
    opset,
  );

describe('prelu-as-relu', () => {
  it.each([
    ['a slope a channel', [0.25, -1.5], [2, 1, 1]],
    ['one slope for all', [2.5], [1]],
    ['a slope a value', [0.1, 0.2, 0.3, 0.4, 0.5, 0.6], [1, 2, 1, 3]],
  ])('gives the values of PRelu bit for bit with %s', async (_, slopes, dims) => {
    const [plain, rewritten] = [
      await openOnnx(prelu(slopes, dims)),
      await openOnnx(prelu(slopes, dims), { rewrites: ['prelu-as-relu'] }),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), {
          minLength: 6,
          maxLength: 6,
        }),
        async (values) => {
          const x = { data: Float32Array.from(values), dims: [1, 2, 1, 3] };
          const [a, b] = [(await plain.run({ x })).y!, (await rewritten.run({ x })).y!];
          // Only the sign of a zero may differ.
          expect([...b.data].map((v) => v + 0)).toEqual([...a.data].map((v) => v + 0));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves no PRelu and touches nothing else', () => {
    expect(opTypes(preluAsRelu(prelu([1], [1])))).toEqual(['Relu', 'Neg', 'Relu', 'Mul', 'Sub']);
    const other = model([node('Relu', ['x'], 'y'), value(GRAPH.input, 'x', [1]), value(GRAPH.output, 'y', [1])]);
    expect(preluAsRelu(other)).toEqual(other);
  });

  it('refuses operators before version 7 and bytes that are no model', () => {
    expect(() => preluAsRelu(prelu([1], [1], 6))).toThrow(
      /^The rewrite "prelu-as-relu" needs a model for ONNX operators of version 7 or later, got 6;/,
    );
    expect(() => preluAsRelu(new Uint8Array([1, 2, 3]))).toThrow(/^The bytes are not an ONNX model/);
  });
});

describe('reshape-keeps-batch', () => {
  const flatten = model([
    node('Reshape', ['x', 'shape'], 'y'),
    node('Reshape', ['x', 'column'], 'z'),
    integers('shape', [1, -1]),
    integers('column', [-1, 1]),
    value(GRAPH.input, 'x', [1, 3, 1, 2]),
    value(GRAPH.output, 'y', [1, 6]),
    value(GRAPH.output, 'z', [6, 1]),
  ]);

  it('makes rows of pictures', async () => {
    const network = await openOnnx(flatten, { rewrites: ['reshape-keeps-batch'] });
    const x = { data: Float32Array.from({ length: 24 }, (_, i) => i), dims: [4, 3, 1, 2] };
    const y = (await network.run({ x })).y!;
    expect(y.dims).toEqual([4, 6]);
    expect([...y.data]).toEqual([...x.data]);
  });

  it('leaves a model without such a node as it is', () => {
    const other = model([node('Relu', ['x'], 'y'), value(GRAPH.input, 'x', [1, 2]), value(GRAPH.output, 'y', [1, 2])]);
    expect(reshapeKeepsBatch(other)).toEqual(other);
  });
});

describe('the list of rewrites', () => {
  it('applies them in its own order and names them with their versions', () => {
    const both = applyRewrites(prelu([1], [1]), ['reshape-keeps-batch', 'prelu-as-relu']);
    expect(both).toEqual(reshapeKeepsBatch(preluAsRelu(prelu([1], [1]))));
    expect(rewriteVersions(['reshape-keeps-batch', 'prelu-as-relu'])).toEqual([
      'prelu-as-relu@1',
      'reshape-keeps-batch@1',
    ]);
    expect(applyRewrites(prelu([1], [1]), [])).toEqual(prelu([1], [1]));
  });
});

describe('real models on real faces', () => {
  const ready = (file: string): boolean => [file, LONDON, 'det_500m.onnx'].every(realFile);

  it.skipIf(!ready('mobilefacenet_y1.onnx'))('prelu-as-relu on mobilefacenet-y1: 50 faces, the same bits', async () => {
    await expectSameBits('mobilefacenet-y1', 50);
  });

  it.skipIf(!ready('fr_feature.onnx'))('prelu-as-relu on faceplugin-feature: 50 faces, the same bits', async () => {
    await expectSameBits('faceplugin-feature', 50);
  });

  it.skipIf(!ready('fr_feature.onnx'))(
    'reshape-keeps-batch on faceplugin-feature: a batch of four is four singles',
    async () => {
      const card = await templateCard('faceplugin-feature');
      const crops = await londonCrops(4);
      const write = createTensorWriter(card.input);
      const length = tensorLength(card.input);
      const plain = await openOnnx(realBytes('fr_feature.onnx'));
      const batched = await openOnnx(realBytes('fr_feature.onnx'), { rewrites: ['reshape-keeps-batch'] });
      const four = new Float32Array(4 * length);
      for (const [i, crop] of crops.entries()) write(crop, four, i * length);
      const together = (await batched.run({ input: { data: four, dims: [4, 3, 112, 112] } })).output!;
      expect(together.dims).toEqual([4, 512]);
      for (let i = 0; i < 4; i++) {
        const one = { data: four.slice(i * length, (i + 1) * length), dims: [1, 3, 112, 112] };
        expect(together.data.slice(i * 512, (i + 1) * 512)).toEqual((await plain.run({ input: one })).output!.data);
      }
    },
  );
});

async function expectSameBits(name: string, faces: number): Promise<void> {
  const card = await templateCard(name);
  const bytes = realBytes(card.file.name);
  const [plain, rewritten] = [await openOnnx(bytes), await openOnnx(bytes, { rewrites: ['prelu-as-relu'] })];
  const write = createTensorWriter(card.input);
  const tensor = { data: new Float32Array(tensorLength(card.input)), dims: [1, 3, 112, 112] };
  const [input, output] = [plain.inputNames[0]!, plain.outputNames[0]!];
  for (const crop of await londonCrops(faces)) {
    write(crop, tensor.data);
    expect((await rewritten.run({ [input]: tensor }))[output]).toEqual((await plain.run({ [input]: tensor }))[output]);
  }
}
