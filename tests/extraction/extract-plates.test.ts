import { copyFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { obtainSystems } from '../../src/benchmark/obtain-systems.js';
import { planRun } from '../../src/benchmark/plan.js';
import { suiteSchema } from '../../src/benchmark/suite.js';
import { extract } from '../../src/extraction/extract.js';
import { type ExtractionSample, isPlateSystem, type PlateExtraction } from '../../src/extraction/extraction.js';
import { sha256Of } from '../../src/files/digest.js';
import { encodeJpeg } from '../../src/images/encode-jpeg.js';
import { renderPlate } from '../../src/plates/synthetic/render-plate.js';
import { packagedCatalog, temporaryFolder } from '../support/catalog.js';
import { mirrorFile } from '../support/mirror.js';
import { npmFile } from '../support/npm-file.js';

const FILES = [
  ...['y5fu_320x_sim.onnx', 'cct_xs_v1_global.onnx'].map(mirrorFile),
  ...['ch_PP-OCRv4_rec_infer.onnx', 'ppocr_keys_v1.txt'].map(npmFile),
];
const real = FILES.every((path) => path !== undefined);

async function systems() {
  const suite = suiteSchema.parse({
    name: 'two',
    title: 'Two',
    data: { pictures: 'lfw' },
    systems: [
      { name: 'cct', detector: 'hyperlpr3-y5fu-320', reader: 'fast-plate-ocr-cct-xs-v1-global' },
      { name: 'ppocr', detector: 'hyperlpr3-y5fu-320', reader: 'ppocr-v4-rec' },
    ],
    tasks: [{ id: 'plates', protocol: 'plates', data: 'pictures' }],
  });
  const mirror = temporaryFolder();
  for (const path of FILES) if (path) copyFileSync(path, join(mirror, basename(path)));
  const context = { home: temporaryFolder(), mirror, offline: true };
  const { systems: obtained } = await obtainSystems(planRun(suite, await packagedCatalog()).systems, context);
  return obtained.filter(isPlateSystem);
}

const TEXTS = ['WOB YY 399', 'B AB 1234'];

/** Two drawn plates with what is asked of them, a picture that is none, and one that is not there. */
async function samples(folder: string): Promise<ExtractionSample[]> {
  const drawn = await Promise.all(
    TEXTS.map(async (text, index): Promise<ExtractionSample> => {
      const order = { format: 'eu', text: text.replaceAll(' ', ''), condition: 'clean', seed: index + 1 };
      const { picture, label } = renderPlate(order);
      const { box, corners } = label;
      const bytes = await encodeJpeg(picture, 92);
      const path = join(folder, `${index}.jpg`);
      writeFileSync(path, bytes);
      const flat = { corners: [corners[0], corners[0], corners[0], corners[0]] as const };
      const given = index === 0 ? [{ box, corners }, { box }, flat] : [{}];
      return { id: `${index}.jpg`, path, sha256: sha256Of(bytes), plates: { given, alphabet: 'ABOWY1234599Ž' } };
    }),
  );
  const path = join(folder, 'broken.jpg');
  writeFileSync(path, 'no picture');
  return [...drawn, { id: 'broken.jpg', path, sha256: sha256Of('no picture') }, { id: 'missing.jpg' }];
}

const readings = (extraction: PlateExtraction | undefined) =>
  extraction?.state === 'ok' ? extraction.plates.map(({ reading }) => reading?.text) : extraction?.reason;

it.skipIf(!real)(
  'reads what is found and what is given, once for all readers of a detector, and then from the cache',
  async () => {
    const folder = temporaryFolder();
    const asked = await samples(folder);
    const both = await systems();
    const options = { home: folder, workers: 2 };
    const first = await extract(asked, both, options);
    expect([first.extracted, first.cached]).toEqual([3, 0]);
    expect(first.stageMs.read).toBeGreaterThan(0);
    expect(first.stageMs.template).toBe(0);

    const cct = first.bySystem.get('cct') ?? [];
    expect(cct.map(readings)).toEqual([['WOBYY399'], ['BAB1234'], 'unreadable', 'missing']);
    const [plate] = cct;
    if (plate?.state !== 'ok') throw new Error('the plate was found');
    // Neither a plate without an outline nor one that is a point is lost.
    expect(plate.given.map((reading) => reading?.text ?? null)).toEqual(['WOBYY399', 'WOBYY399', null]);
    expect(plate.plates[0]?.corners).toHaveLength(4);
    for (const side of plate.plates[0]?.box ?? []) expect(Math.round(side * 100) / 100).toBe(side);

    const ppocr = first.bySystem.get('ppocr') ?? [];
    if (ppocr[0]?.state !== 'ok') throw new Error('the plate was found');
    expect(ppocr[0].plates.map(({ box, score }) => [box, score])).toEqual(
      plate.plates.map(({ box, score }) => [box, score]),
    );
    expect(ppocr[0].plates[0]?.reading?.text).toMatch(/^[ABOWY1234599Ž]+$/);

    const again = await extract(asked, both, { ...options, workers: 1 });
    expect([again.extracted, again.cached]).toEqual([0, 3]);
    expect(again.bySystem).toEqual(first.bySystem);
    const fresh = await extract(asked, both, { home: temporaryFolder(), workers: 1 });
    expect(fresh.bySystem).toEqual(first.bySystem);
  },
);
