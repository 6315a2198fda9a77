import { describe, expect, it } from 'vitest';
import type { FaceTemplateCard } from '../../src/catalog/model-card.js';
import { openTemplateModel, unitLength } from '../../src/faces/template-model.js';
import { mirrorPicture } from '../../src/images/mirror.js';
import { GRAPH } from '../../src/runtimes/graph/onnx-model.js';
import { pictureOf } from '../images/fixtures.js';
import { floats, integers, model, node, value } from '../runtimes/graph/models.js';
import { opening } from '../runtimes/opening.js';
import { realBytes, realFile, templateCard } from './cards.js';
import { LONDON, londonCrops } from './london.js';

/** A model whose output is the first two reds of the crop times `factor`. */
function firstTwo(factor: number, width = 112): Uint8Array {
  return model([
    node('Reshape', ['x', 'shape'], 'flat'),
    node('Slice', ['flat', 'from', 'to', 'axis'], 'two'),
    node('Mul', ['two', 'factor'], 'y'),
    integers('shape', [1, 3 * 112 * width]),
    integers('from', [0]),
    integers('to', [2]),
    integers('axis', [1]),
    floats('factor', [1], [factor]),
    value(GRAPH.input, 'x', [1, 3, 112, width]),
    value(GRAPH.output, 'y', [1, 2]),
  ]);
}
const card = async (dimensions = 2) => ({
  ...(await templateCard('mobilefacenet-y1')),
  dimensions,
  rewrites: [],
});
const openOn = (fed: FaceTemplateCard, bytes: Uint8Array, options?: { flipSum: boolean }) =>
  openTemplateModel(fed, opening(fed, bytes), options);
// The first two reds are 3 and 4, those of the mirror image 9 and 8.
const crop = pictureOf(112, 112, (x, y) => (y === 0 ? [3, 4, ...Array(108).fill(1), 8, 9][x]! : 0));

describe('openTemplateModel', () => {
  it('gives the output at unit length, a new array each time', async () => {
    const templates = await openOn(await card(), firstTwo(5));
    expect([templates.crop.name, templates.dimensions]).toEqual(['112x112', 2]);
    const { values, norm } = await templates.template(crop);
    expect(values).toEqual(Float32Array.of(0.6, 0.8));
    expect(norm).toBe(25);
    await templates.template(mirrorPicture(crop));
    expect(values).toEqual(Float32Array.of(0.6, 0.8));
    await templates.release();
  });

  it('sums the outputs for the crop and its mirror image before it scales', async () => {
    const templates = await openOn(await card(), firstTwo(1), { flipSum: true });
    const { values, norm } = await templates.template(crop);
    expect(values).toEqual(Float32Array.of(12 / Math.hypot(12, 12), 12 / Math.hypot(12, 12)));
    expect(norm).toBeCloseTo(Math.hypot(12, 12), 5);
    expect(await templates.template(mirrorPicture(crop))).toEqual(await templates.template(crop));
    await templates.release();
  });

  it.each([0, Number.NaN, Number.POSITIVE_INFINITY])('refuses an output times %d', async (factor) => {
    const templates = await openOn(await card(), firstTwo(factor));
    await expect(templates.template(crop)).rejects.toThrow(
      /^The model "mobilefacenet-y1" gives an output that is not finite or is all zero;/,
    );
  });

  it('refuses an output of another length than the card says, before any picture', async () => {
    const failure = openOn(await card(128), firstTwo(1));
    await expect(failure).rejects.toThrow('gives 2 numbers, its card says 128');
  });

  it('refuses an input size that is no face crop', async () => {
    const odd = await card();
    const failure = openOn({ ...odd, input: { ...odd.input, size: [100, 100] } }, firstTwo(1));
    await expect(failure).rejects.toThrow('takes 100x100 pixels, expected one of [112, 112], [96, 112], [160, 160]');
  });

  it('takes the crop that is 96 wide and 112 high', async () => {
    const narrow = await card();
    const templates = await openOn({ ...narrow, input: { ...narrow.input, size: [96, 112] } }, firstTwo(1, 96));
    expect(templates.crop.name).toBe('112x96');
  });
});

describe('unitLength', () => {
  it('is of length one, and undefined where there is no direction', () => {
    expect(unitLength(Float64Array.of(3, 4))).toEqual({ values: Float32Array.of(0.6, 0.8), norm: 5 });
    expect(unitLength(Float64Array.of(1e38, 1e38))?.values).toEqual(Float32Array.of(Math.SQRT1_2, Math.SQRT1_2));
    for (const vector of [
      [0, 0],
      [Number.NaN, 1],
      [Number.POSITIVE_INFINITY, 1],
    ])
      expect(unitLength(Float64Array.from(vector))).toBeUndefined();
  });
});

describe.each([
  ['mobilefacenet-y1', 'mobilefacenet_y1.onnx'],
  ['mobilefacenet-vface', 'mobilefacenet_vface.onnx'],
  ['faceplugin-feature', 'fr_feature.onnx'],
])('%s', (name, file) => {
  it.skipIf(![file, LONDON, 'det_500m.onnx'].every(realFile))(
    'tells six subjects apart, neutral from smiling',
    async () => {
      const templates = await openOn(await templateCard(name), realBytes(file));
      const crops = await londonCrops(12);
      // Asked at once, so that calls wait for one another.
      const vectors = await Promise.all(crops.map(async (face) => (await templates.template(face)).values));
      const score = (a: number, b: number): number => vectors[a]!.reduce((sum, v, i) => sum + v * vectors[b]![i]!, 0);
      for (const [i, vector] of vectors.entries()) {
        expect(vector.length).toBe(templates.dimensions);
        expect(score(i, i)).toBeCloseTo(1, 6);
      }
      for (let a = 0; a < 12; a += 2) {
        for (let b = 0; b < 12; b += 2) if (a !== b) expect(score(a, b + 1)).toBeLessThan(score(a, a + 1) - 0.1);
      }
      await templates.release();
    },
  );
});
