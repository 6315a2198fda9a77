import type { FaceTemplateCard } from '../../src/catalog/model-card.js';
import { GRAPH } from '../../src/runtimes/graph/onnx-model.js';
import { floats, integers, model, node, value } from '../runtimes/graph/models.js';

/** The card of the models below: 112x112 RGB as it is, two numbers. */
export const CARD_OF_TWO: FaceTemplateCard = {
  name: 'made-up',
  title: 'A made-up model',
  kind: 'face-template',
  file: { name: 'made-up.onnx', sha256: '0'.repeat(64), sources: ['local'] },
  companions: [],
  licence: { name: 'none needed', use: 'any' },
  trainedOn: 'nothing',
  input: { size: [112, 112], colour: 'RGB', mean: 0, divisor: 1 },
  dimensions: 2,
  rewrites: [],
  published: [],
  notes: [],
};

/** Where in the red plane the two numbers are seen: the middle of an eye, and of the cheek below. */
const [EYE, CHEEK] = [52 * 112 + 38, 72 * 112 + 38];
const X = value(GRAPH.input, 'x', [1, 3, 112, 112]);

/** Two reds of the crop, times a number, plus two numbers. */
export function affine({ times, plus }: { times: number; plus: readonly [number, number] }): Uint8Array {
  return model([
    node('Reshape', ['x', 'shape'], 'flat'),
    node('Gather', ['flat', 'places'], 'seen'),
    node('Mul', ['seen', 'times'], 'scaled'),
    node('Add', ['scaled', 'plus'], 'y'),
    integers('shape', [-1]),
    integers('places', [EYE, CHEEK]),
    floats('times', [1], [times]),
    floats('plus', [2], plus),
    X,
    value(GRAPH.output, 'y', [2]),
  ]);
}

/** As many numbers as there are values above 0 in the crop, but two of a black one. */
export function sizedByContent(): Uint8Array {
  return model([
    node('Reshape', ['x', 'shape'], 'flat'),
    node('Greater', ['flat', 'zero'], 'bright'),
    node('Compress', ['flat', 'bright'], 'found'),
    node('Concat', ['found', 'plus'], 'y', { axis: 0 }),
    integers('shape', [-1]),
    floats('zero', [1], [0]),
    floats('plus', [2], [1, 2]),
    X,
    value(GRAPH.output, 'y', [2]),
  ]);
}

/** Two random numbers, other ones in every pass. */
export function noisy(): Uint8Array {
  return model([
    node('Reshape', ['x', 'shape'], 'flat'),
    node('Gather', ['flat', 'places'], 'seen'),
    node('RandomNormalLike', ['seen'], 'y'),
    integers('shape', [-1]),
    integers('places', [EYE, CHEEK]),
    X,
    value(GRAPH.output, 'y', [2]),
  ]);
}
