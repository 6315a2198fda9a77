import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../src/extraction/extract.js';
import type { ExtractionSample, FaceSystem } from '../../src/extraction/extraction.js';
import { seenFace } from '../../src/extraction/seen-face.js';
import { alignFace } from '../../src/faces/align.js';
import { openTemplateModel } from '../../src/faces/template-model.js';
import { sha256Of } from '../../src/files/digest.js';
import { ALIGNED_112 } from '../../src/images/marked-face.js';
import type { Picture } from '../../src/images/picture.js';
import { realBytes, realFile, templateCard } from '../faces/cards.js';
import { LONDON, londonCrops } from '../faces/london.js';
import { opening } from '../runtimes/opening.js';
import { temporaryFolder } from '../support/catalog.js';

const real = Boolean(realFile(LONDON) && realFile('mobilefacenet_y1.onnx') && realFile('det_500m.onnx'));
const folder = temporaryFolder();

async function png(name: string, { data, width, height }: Picture) {
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return { id: name, path, sha256: sha256Of(bytes) };
}

it('the points of an aligned crop leave its pixels as they are', () => {
  const data = Uint8Array.from({ length: 112 * 112 * 3 }, (_, i) => (i * 7919) % 251);
  const aligned = alignFace({ width: 112, height: 112, data }, ALIGNED_112, '112x112');
  expect(Buffer.from(aligned.data).equals(Buffer.from(data))).toBe(true);
});

it('points lie where a condition brings them', () => {
  const face = { points: [[10, 20] as const], score: 0.5 };
  expect(seenFace(face, { scaleX: 0.5, scaleY: 0.25 })).toEqual({ points: [[5, 5]], score: 0.5 });
  expect(seenFace(face, { scaleX: 1, scaleY: 1 })).toBe(face);
});

describe.skipIf(!real)('the policy "given"', () => {
  let system: FaceSystem;
  let samples: ExtractionSample[];
  let crop: Picture;

  beforeAll(async () => {
    const card = await templateCard('mobilefacenet-y1');
    const model = { card, path: realFile(card.file.name) ?? '', companions: [] };
    system = { name: 'given', model, policy: 'given', flipSum: false };
    crop = (await londonCrops(1))[0] as Picture;
    const file = await png('crop.png', crop);
    const face = { points: ALIGNED_112, score: 0.75 };
    const moved = { points: ALIGNED_112.map(([x, y]) => [x + 9, y - 4] as const) };
    samples = [
      { ...file, face },
      { ...file, id: 'moved', face: moved },
      { ...file, id: 'unmarked' },
      {
        ...file,
        id: 'small',
        face,
        condition: { steps: [{ step: 'recapture', scale: 0.5, jpegQuality: 90 }], seed: 1 },
      },
    ];
  });

  it('takes the template of the picture as it is, without a detector', async () => {
    const { bySystem } = await extract(samples, [system], { home: folder, workers: 1 });
    const [plain, moved, unmarked, small] = bySystem.get('given') ?? [];
    if (plain?.state !== 'ok' || moved?.state !== 'ok' || small?.state !== 'ok') throw new Error('all are marked');
    const { card } = system.model;
    const model = await openTemplateModel(card, opening(card, realBytes(card.file.name)));
    const { values } = await model.template(crop);
    await model.release();
    expect(plain.faces).toHaveLength(1);
    expect(plain.faces[0]?.template).toEqual(values);
    expect([plain.faces[0]?.score, moved.faces[0]?.score]).toEqual([0.75, 1]);
    // One content, three templates: what is marked is a part of the key.
    expect(moved.faces[0]?.template).not.toEqual(values);
    expect(unmarked).toEqual({
      state: 'failed',
      reason: 'no-face',
      detail: 'the dataset marks no face in this picture',
    });
    // Half the size, the points too: nearly the same template.
    const cosine = small.faces[0]?.template.reduce((sum, value, k) => sum + value * (values[k] ?? 0), 0) ?? 0;
    expect(cosine).toBeGreaterThan(0.7);
    expect(small.faces[0]?.points[0]?.[0]).toBeCloseTo(38.2946 / 2, 4);
    const again = await extract(samples, [system], { home: folder, workers: 1 });
    expect([again.extracted, again.cached]).toEqual([0, 4]);
  });
});
