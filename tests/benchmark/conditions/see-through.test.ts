import { describe, expect, it } from 'vitest';
import { seeThrough } from '../../../src/benchmark/conditions/see-through.js';
import { toExtract } from '../../../src/benchmark/protocols/to-extract.js';
import type { DatasetCard } from '../../../src/catalog/dataset-card.js';
import type { PlateLabel, Sample } from '../../../src/datasets/sample.js';
import { stepSchema } from '../../../src/images/conditions/step-schema.js';
import { madeUpDataset } from '../../support/made-up-dataset.js';

const JPEG = stepSchema.parse({ step: 'jpeg', quality: 20 });
const MUD = stepSchema.parse({ step: 'plate-occlusion', share: '20 %', by: 'mud', side: 'left' });
const size = (density: string) => stepSchema.parse({ step: 'pixel-density', density });
const CORNERS = [
  [0, 0],
  [104, 0],
  [104, 20],
  [0, 20],
] as const;

const sample = (id: string, ...plates: PlateLabel[]): Sample => ({
  id,
  path: `/x/${id}`,
  sha256: id.padEnd(64, '0'),
  attributes: {},
  plates,
});
/** 200, 400 and 100 pixels per metre, and one of which nobody knows. */
const PLATES = [
  sample('a', { box: [0, 0, 104, 20], corners: CORNERS }),
  sample('b', { box: [0, 0, 208, 40] }, { text: 'X' }),
  sample('c', { box: [0, 0, 52, 10] }),
  sample('d', { text: 'D' }),
];

function see(samples: readonly Sample[], card: Partial<DatasetCard>, ...steps: ReturnType<typeof size>[]) {
  const dataset = madeUpDataset('made-up', samples);
  return seeThrough(
    { ...dataset, card: { ...dataset.card, ...card } },
    { task: 'list.x', steps, seed: 7, tools: steps.includes(MUD) ? { ffmpeg: '5.1' } : {} },
  );
}

describe('seeThrough', () => {
  const [a = sample('a'), b = sample('b'), c = sample('c'), d = sample('d')] = PLATES;
  const card = { plateWidth: 0.52 };

  it('says the steps and the seed, and of a picture only what the steps need', () => {
    expect(see(PLATES, card, JPEG)(a)).toEqual({ ...toExtract(a), condition: { steps: [JPEG], seed: 7 } });
    const both = see(PLATES, card, size('100 px/m'), MUD);
    expect(both(a).condition).toEqual({
      steps: [size('100 px/m'), MUD],
      seed: 7,
      density: 200,
      plates: [CORNERS],
      tools: { ffmpeg: '5.1' },
    });
    expect(both(b).condition?.plates).toEqual([
      [
        [0, 0],
        [208, 0],
        [208, 40],
        [0, 40],
      ],
    ]);
    expect(both(d).condition?.plates).toEqual([]);
  });

  it('without a step is the picture as published, which is extracted once', () => {
    expect(see(PLATES, {})(a)).toEqual(toExtract(a));
  });

  it('takes for a plate of which nobody says where it is the median of the others', () => {
    const sized = see(PLATES, card, size('100 px/m'));
    expect([a, b, c, d].map((one) => sized(one).condition?.density)).toEqual([200, 400, 100, 200]);
  });

  it('leaves a picture that the dataset lacks missing', () => {
    const { path: _, sha256: __, ...missing } = a;
    expect(see(PLATES, card, JPEG)(missing)).toEqual({ id: 'a', condition: { steps: [JPEG], seed: 7 } });
  });

  it('refuses data of which nobody knows how large things are, where a step must know', () => {
    expect(() => see(PLATES, {}, size('100 px/m'))).toThrow(
      'list.x needs the pixels per metre at the subjects of made-up, and its card does not give them; add "pixelDensity" (faces) or "plateWidth" (plates) to the card.',
    );
    expect(() => see([d], card, size('100 px/m'))).toThrow('needs the pixels per metre');
    expect(() => see(PLATES, {}, JPEG)).not.toThrow();
  });

  it('refuses to invent detail, and counts the pictures that have too little', () => {
    expect(() => see(PLATES, card, JPEG, size('200 px/m'))).toThrow(
      'list.x asks for 200 px/m, and 1 of 4 pictures of made-up have less (the least 100 px/m): detail is not invented; ask for less, or write "atMost" to leave those as they are.',
    );
    expect(() => see(PLATES, card, size('201 px/m'))).toThrow('and 3 of 4 pictures of made-up have less');
    const camera = stepSchema.parse({ step: 'camera', sensor: '3840x2160', hfov: '60 deg', distance: '15 m' });
    expect(() => see(PLATES, card, camera)).toThrow('asks for 221.7 px/m, and 3 of 4');
    expect(() => see(PLATES, { pixelDensity: { perMetre: 684, by: 'eyes' } }, camera)).not.toThrow();
    // Rounding to whole pixels makes as much.
    expect(() => see(PLATES, card, size('100.05 px/m'))).not.toThrow();
    const atMost = stepSchema.parse({ step: 'pixel-density', atMost: '300 px/m' });
    expect(() => see(PLATES, card, atMost)).not.toThrow();
  });
});
