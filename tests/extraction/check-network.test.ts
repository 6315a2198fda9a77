import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ModelCard } from '../../src/catalog/model-card.js';
import { checkNetwork } from '../../src/extraction/check-network.js';
import type { ReferenceFace } from '../../src/extraction/reference-faces.js';
import { GRAPH } from '../../src/runtimes/graph/onnx-model.js';
import { affine, CARD_OF_TWO, noisy, sizedByContent } from '../faces/made-up-models.js';
import { pictureOf } from '../images/fixtures.js';
import { model, node, value } from '../runtimes/graph/models.js';
import { temporaryFolder } from '../support/catalog.js';

const folder = temporaryFolder();
const check = (bytes: Uint8Array, card: ModelCard = CARD_OF_TWO, faces: readonly ReferenceFace[] = []) => {
  const path = join(folder, 'made-up.onnx');
  writeFileSync(path, bytes);
  return checkNetwork({ card, path, companions: [] }, faces);
};
const sees = affine({ times: 1, plus: [1, 1] });

describe('checkNetwork', () => {
  it('measures a template model on drawn pictures, and on faces where there are any', async () => {
    expect(await check(sees)).toMatchObject({ state: 'ok', templates: { drawn: { state: 'ok', pictures: 8 } } });
    const points = [
      [38, 52],
      [74, 52],
      [56, 72],
      [42, 92],
      [71, 92],
    ] as const;
    const faceOf = (light: number): ReferenceFace => ({
      picture: pictureOf(112, 112, (x) => (x < 56 ? light : 255 - light)),
      face: { box: [0, 0, 112, 112], points },
    });
    // Both places that this model looks at are on the left: faces of one brightness are all the same to it.
    const alike = await check(sees, CARD_OF_TWO, [faceOf(40), faceOf(80), faceOf(160)]);
    expect(alike).toMatchObject({ state: 'collapsed', templates: { drawn: { state: 'ok' }, faces: { pictures: 3 } } });
    expect(alike.state === 'collapsed' && alike.detail).toContain('between 3 photographed faces is 1.0000');
  });

  it.each([
    ['a collapsed model', affine({ times: 0, plus: [1, 1] }), 'collapsed', 'whatever it sees'],
    [
      'another length than the card says',
      affine({ times: 1, plus: [1, 1] }),
      'wrong',
      'gives 2 numbers, its card says 3',
      3,
    ],
    ['a length that depends on the picture', sizedByContent(), 'wrong', 'numbers, its card says 2'],
    ['random templates', noisy(), 'wrong', 'another template for the same picture each time'],
    ['bytes that are no model', Uint8Array.of(8, 8), 'wrong', 'cannot be loaded as an ONNX model'],
    [
      'an input of another size',
      model([
        node('ReduceMean', ['x'], 'y'),
        value(GRAPH.input, 'x', [1, 3, 160, 160]),
        value(GRAPH.output, 'y', [1, 1, 1, 1]),
      ]),
      'wrong',
      "check the card's input size and layout",
    ],
  ])('finds %s', async (_, bytes, state, detail, dimensions = 2) => {
    const found = await check(bytes, { ...CARD_OF_TWO, dimensions });
    expect(found).toMatchObject({ state, detail: expect.stringContaining(detail) });
    expect('detail' in found && found.detail.endsWith('.')).toBe(false);
  });

  it('finds a card whose format is not that of its file', async () => {
    expect(await check(sees, { ...CARD_OF_TWO, format: 'tfjs-graph' })).toEqual({
      state: 'wrong',
      detail: 'made-up.onnx is not JSON, expected a TensorFlow.js graph model; correct "file" or "format" in the card',
    });
  });
});
