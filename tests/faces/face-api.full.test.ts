import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openFaceDetector } from '../../src/faces/detectors/detectors.js';
import { openTemplateModel } from '../../src/faces/template-model.js';
import { overlapOf } from '../../src/images/box.js';
import { decodePicture } from '../../src/images/decode.js';
import { opening } from '../runtimes/opening.js';
import { npmFile } from '../support/npm-file.js';
import { detectorCard, landmarksCard, realBytes, realFile, templateCard } from './cards.js';
import { LONDON, londonPictures } from './london.js';

type WithFiles = Parameters<typeof opening>[0] & { readonly companions: readonly { readonly name: string }[] };
const openingReal = (card: WithFiles) =>
  opening(card, realBytes(card.file.name), new Map(card.companions.map(({ name }) => [name, realBytes(name)])));
const ready = ['ssd_mobilenetv1_model.bin', 'face_landmark_68_model.bin', 'sample1.jpg'].every(npmFile);

async function openDetector(name: string) {
  const [card, landmarks] = [await detectorCard(name), await landmarksCard('face-api-landmarks-68')];
  return openFaceDetector(card, openingReal(card), { card: landmarks, open: openingReal(landmarks) });
}

// Of 3, 3, 3, 4, 5 and 4 faces; the small detector misses three and puts one box between two people.
describe.each([
  ['face-api-ssd-mobilenet', [3, 3, 3, 4, 5, 4]],
  ['face-api-tiny-face-detector', [3, 1, 3, 3, 5, 5]],
] as const)('%s', (name, counts) => {
  it.skipIf(!ready)('finds the faces of six group photos, and their eyes and mouths', async () => {
    const detector = await openDetector(name);
    const found: number[] = [];
    for (const i of counts.keys()) {
      const seen = await detector.detect(await decodePicture(readFileSync(npmFile(`sample${i + 1}.jpg`)!)));
      found.push(seen.length);
      for (const { box, points } of seen) {
        const [right, left, nose, mouthRight, mouthLeft] = points!;
        // Upright people: eyes above nose above mouth, right before left; one looks down, her nose at her mouth.
        const slack = (box[3] - box[1]) / 20;
        expect(right![0]).toBeLessThan(left![0]);
        expect(mouthRight![0]).toBeLessThan(mouthLeft![0]);
        expect(Math.max(right![1], left![1])).toBeLessThan(nose![1]);
        expect(nose![1]).toBeLessThan(Math.min(mouthRight![1], mouthLeft![1]) + slack);
      }
    }
    await detector.release();
    expect(found).toEqual(counts);
  });
});

describe('face-api-recognition', () => {
  it.skipIf(!ready || !realFile(LONDON) || !realFile('det_500m.onnx'))(
    'tells six subjects apart, neutral from smiling, with the points of its own detector and of another',
    async () => {
      const other = await detectorCard('scrfd-500m');
      const card = await templateCard('face-api-recognition');
      const model = await openTemplateModel(card, openingReal(card));
      const pictures = [...(await londonPictures(12)).values()];
      const detectors = [
        await openDetector('face-api-ssd-mobilenet'),
        await openFaceDetector(other, openingReal(other)),
      ];
      const boxes = [];
      for (const detector of detectors) {
        const templates: Float32Array[] = [];
        for (const picture of pictures) {
          const [face] = await detector.detect(picture);
          boxes.push(face!.box);
          templates.push(
            (await model.template(model.crop.cut(picture, { box: face!.box, points: face!.points! }))).values,
          );
        }
        const score = (a: number, b: number) => templates[a]!.reduce((sum, v, i) => sum + v * templates[b]![i]!, 0);
        for (let a = 0; a < 12; a += 2) {
          for (let b = 0; b < 12; b += 2) if (a !== b) expect(score(a, b + 1)).toBeLessThan(score(a, a + 1));
        }
        await detector.release();
      }
      for (let i = 0; i < 12; i++) expect(overlapOf(boxes[i]!, boxes[i + 12]!)).toBeGreaterThan(0.4);
      await model.release();
    },
  );
});
