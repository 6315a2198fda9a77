import type { TfjsFiles } from '../../../src/runtimes/tfjs/weights.js';

type Attributes = Readonly<Record<string, unknown>>;
const FLOAT = { type: 'DT_FLOAT' };
const shape = (...sides: readonly number[]) => ({ shape: { dim: sides.map((size) => ({ size: String(size) })) } });
const graphNode = (name: string, op: string, input: readonly string[] = [], attr: Attributes = {}) => ({
  name,
  op,
  input,
  attr,
});

/** What may be said otherwise of the graph below. */
export interface GraphChange {
  readonly op?: string;
  readonly output?: string;
  readonly weights?: Uint8Array;
  readonly paths?: readonly string[];
  readonly quantized?: boolean;
}

/** A graph as the converter writes it: y = x * scale, scale = 2, 3, and in eight bits 2 + 0 and 2 + 1 when it is quantised. */
export function madeUpGraph({
  op = 'Mul',
  weights,
  paths = ['made-up.bin'],
  quantized = false,
}: GraphChange = {}): TfjsFiles {
  const json = {
    format: 'graph-model',
    modelTopology: {
      node: [
        graphNode('x', 'Placeholder', [], { dtype: FLOAT, shape: shape(-1, 2) }),
        graphNode('scale', 'Const', [], {
          dtype: FLOAT,
          value: { tensor: { dtype: 'DT_FLOAT', tensorShape: shape(2).shape } },
        }),
        graphNode('y', op, ['x', 'scale'], { T: FLOAT }),
      ],
      library: {},
      versions: {},
    },
    weightsManifest: [
      {
        paths,
        weights: [
          {
            name: 'scale',
            shape: [2],
            dtype: 'float32',
            ...(quantized ? { quantization: { dtype: 'uint8', min: 2, scale: 1 } } : {}),
          },
        ],
      },
    ],
  };
  const full = new Uint8Array(Float32Array.of(2, 3).buffer);
  return {
    name: 'made-up.json',
    bytes: new TextEncoder().encode(JSON.stringify(json)),
    companions: new Map([['made-up.bin', weights ?? (quantized ? Uint8Array.of(0, 1) : full)]]),
  };
}
