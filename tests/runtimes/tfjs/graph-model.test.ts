import { describe, expect, it } from 'vitest';
import { openTfjs } from '../../../src/runtimes/tfjs/open-tfjs.js';
import { madeUpGraph } from './made-up-graph.js';

const x = { data: Float32Array.of(1, 10, -1, 0.5), dims: [2, 2] };

describe('a graph of TensorFlow.js', () => {
  it('runs, says its names and what it runs on, and gives arrays that stay', async () => {
    const network = await openTfjs('tfjs-graph', madeUpGraph());
    expect([network.inputNames, network.outputNames]).toEqual([['x'], ['y']]);
    expect(network.runsOn).toEqual(['tfjs-wasm']);
    const { y } = await network.run({ x });
    expect(y).toEqual({ data: Float32Array.of(2, 30, -2, 1.5), dims: [2, 2] });
    const again = { data: new Float32Array(2), dims: [1, 2] };
    await network.run({ x: { data: Float32Array.of(5, 5), dims: [1, 2] } }, { y: again });
    expect(again.data).toEqual(Float32Array.of(10, 15));
    expect(y?.data).toEqual(Float32Array.of(2, 30, -2, 1.5));
    await network.release();
  });

  it('takes weights of eight bits, and weights in two files, in their order', async () => {
    for (const files of [
      madeUpGraph({ quantized: true }),
      (() => {
        const two = madeUpGraph({ paths: ['a.bin', 'b.bin'] });
        const bytes = two.companions.get('made-up.bin')!;
        return {
          ...two,
          companions: new Map([
            ['b.bin', bytes.slice(4)],
            ['a.bin', bytes.slice(0, 4)],
          ]),
        };
      })(),
    ]) {
      const network = await openTfjs('tfjs-graph', files);
      expect((await network.run({ x })).y?.data).toEqual(Float32Array.of(2, 30, -2, 1.5));
      await network.release();
    }
  });

  it.each([
    [
      'weights that are missing',
      madeUpGraph({ paths: ['other.bin'] }),
      /^made-up\.json needs the weights other\.bin; name that file under "companions" in the card\.$/,
    ],
    [
      'weights of another length',
      madeUpGraph({ weights: new Uint8Array(7) }),
      /^The weights of made-up\.json are 7 bytes long, it describes 8; correct "companions" in the card\.$/,
    ],
    [
      'a file that is not JSON',
      { ...madeUpGraph(), bytes: Uint8Array.of(8, 7, 18) },
      /^made-up\.json is not JSON, expected a TensorFlow\.js graph model;/,
    ],
    [
      'JSON of another kind',
      { ...madeUpGraph(), bytes: new TextEncoder().encode('{"a":1}') },
      /^made-up\.json is not a TensorFlow\.js graph model \(modelTopology: .+\); correct "file" or "format" in the card\.$/,
    ],
  ])('refuses %s', async (_, files, message) => {
    await expect(openTfjs('tfjs-graph', files)).rejects.toThrow(message);
  });

  it('refuses an input of another shape, and an operator that nobody knows', async () => {
    const network = await openTfjs('tfjs-graph', madeUpGraph());
    const three = { data: new Float32Array(3), dims: [1, 3] };
    await expect(network.run({ x: three })).rejects.toThrow(
      /^made-up\.json failed on its input \(.+\); check the card's/,
    );
    await network.release();
    const opened = openTfjs('tfjs-graph', madeUpGraph({ op: 'NoSuchOperator' })).then((one) => one.run({ x }));
    await expect(opened).rejects.toThrow(/^made-up\.json .*NoSuchOperator/);
  });

  it('refuses the files of one format as another', async () => {
    await expect(openTfjs('face-api-recognition', madeUpGraph())).rejects.toThrow(
      /^made-up\.json is not a manifest of face-api's weights/,
    );
  });
});
