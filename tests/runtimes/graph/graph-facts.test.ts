import { describe, expect, it } from 'vitest';
import { graphFacts } from '../../../src/runtimes/graph/graph-facts.js';
import { GRAPH } from '../../../src/runtimes/graph/onnx-model.js';
import { realBytes, realFile } from '../../faces/cards.js';
import { floats, halves, integers, model, node, signedBytes, value } from './models.js';

const relu = (weights: readonly ReturnType<typeof floats>[], opset?: number, opType = 'Relu') =>
  model([node(opType, ['x'], 'y'), ...weights, value(GRAPH.input, 'x', [1]), value(GRAPH.output, 'y', [1])], opset);

describe('graphFacts', () => {
  it('says the precision that most weights have', () => {
    const [float, half, byte] = [
      floats('a', [3], [1, 2, 3]),
      halves('b', [4], [1, 2, 3, 4]),
      signedBytes('c', [5], [1, 2, 3, 4, 5]),
    ];
    expect(graphFacts(relu([])).precision).toBe('float32');
    expect(graphFacts(relu([float])).precision).toBe('float32');
    expect(graphFacts(relu([float, half])).precision).toBe('float16');
    expect(graphFacts(relu([float, half, byte])).precision).toBe('int8');
    expect(graphFacts(relu([integers('shape', [1, -1])])).precision).toBe('float32');
  });

  it('names the rewrite of PRelu where there is one that can be rewritten', () => {
    expect(graphFacts(relu([], 13)).rewrites).toEqual([]);
    expect(graphFacts(relu([], 13, 'PRelu')).rewrites).toEqual(['prelu-as-relu']);
    expect(graphFacts(relu([], 6, 'PRelu')).rewrites).toEqual([]);
  });

  it.skipIf(!realFile('mobilefacenet_y1.onnx'))('reads a real file', () => {
    const bytes = new Uint8Array(realBytes('mobilefacenet_y1.onnx'));
    expect(graphFacts(bytes)).toEqual({ precision: 'float32', rewrites: ['prelu-as-relu'] });
  });
});
