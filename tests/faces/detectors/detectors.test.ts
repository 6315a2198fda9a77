import { describe, expect, it } from 'vitest';
import { openFaceDetector } from '../../../src/faces/detectors/detectors.js';
import { overlapOf } from '../../../src/images/box.js';
import { decodePicture } from '../../../src/images/decode.js';
import { createLetterbox } from '../../../src/images/letterbox.js';
import { pictureOf } from '../../images/fixtures.js';
import { opening } from '../../runtimes/opening.js';
import { detectorCard, landmarksCard, realBytes, realFile } from '../cards.js';
import { LONDON, londonPictures } from '../london.js';

const DETECTORS = [
  ['scrfd-500m', 'det_500m.onnx'],
  ['scrfd-2.5g', 'det_2.5g.onnx'],
  ['yunet-2026may', 'face_detection_yunet_2026may.onnx'],
  ['ultra-light-rfb-320', 'version-RFB-320.onnx'],
  ['faceplugin-detect', 'fr_detect.onnx'],
] as const;
const PHOTOS = [3, 3, 3, 4, 5, 4];
const photo = (i: number): string => `sample${i + 1}.jpg`;

async function open(name: string) {
  const card = await detectorCard(name);
  const landmarks = card.landmarks && realFile('fr_landmark.onnx') ? await landmarksCard(card.landmarks) : undefined;
  return openFaceDetector(
    card,
    opening(card, realBytes(card.file.name)),
    landmarks && { card: landmarks, open: opening(landmarks, realBytes(landmarks.file.name)) },
  );
}

describe.each(DETECTORS)('%s', (name, file) => {
  it.skipIf(!realFile(file) || !realFile(photo(0)))('finds the 22 faces of six group photos', async () => {
    const detector = await open(name);
    const found: number[] = [];
    for (const i of PHOTOS.keys()) found.push((await detector.detect(await decodePicture(realBytes(photo(i))))).length);
    expect(found).toEqual(PHOTOS);
    await detector.release();
  });

  it.skipIf(!realFile(file) || !realFile(LONDON) || !realFile('det_2.5g.onnx'))(
    'finds one face where another detector does, with its points when it can give any',
    async () => {
      const [detector, reference] = [await open(name), await open('scrfd-2.5g')];
      for (const picture of (await londonPictures(12)).values()) {
        const [expected] = await reference.detect(picture);
        const [face, ...others] = await detector.detect(picture);
        expect(others).toEqual([]);
        expect(overlapOf(face!.box, expected!.box)).toBeGreaterThan(0.75);
        const eyes = Math.hypot(
          expected!.points![1]![0] - expected!.points![0]![0],
          expected!.points![1]![1] - expected!.points![0]![1],
        );
        face?.points?.forEach(([x, y], i) => {
          // A third of the distance between the eyes is what swapped or shifted points would exceed.
          expect(Math.hypot(x - expected!.points![i]![0], y - expected!.points![i]![1])).toBeLessThan(eyes / 3);
        });
      }
      await detector.release();
      await reference.release();
    },
  );

  it.skipIf(!realFile(file))('finds nothing in pictures without a face, of one pixel, and of 8000 x 50', async () => {
    const detector = await open(name);
    for (const picture of [
      pictureOf(64, 48, (x, y) => (x * 3 + y * 5) % 256),
      pictureOf(1, 1, () => 128),
      pictureOf(8000, 50, (x) => x % 256),
    ]) {
      expect(await detector.detect(picture)).toEqual([]);
    }
    await detector.release();
  });
});

describe('openFaceDetector', () => {
  const ready = realFile('det_500m.onnx') && realFile(LONDON);

  it.skipIf(!ready)('gives the same faces alone and when many pictures wait for it', async () => {
    const detector = await open('scrfd-500m');
    const pictures = [...(await londonPictures(6)).values()];
    const alone = [];
    for (const picture of pictures) alone.push(await detector.detect(picture));
    expect(await Promise.all(pictures.map((picture) => detector.detect(picture)))).toEqual(alone);
    await detector.release();
  });

  it.skipIf(!ready)('gives boxes and points in pixels of a picture that is not square', async () => {
    const detector = await open('scrfd-500m');
    const [picture] = [...(await londonPictures(1)).values()];
    const [square] = await detector.detect(picture!);
    // The same face on the left of a picture that is twice as wide.
    const wide = createLetterbox(640, 320)(picture!).picture;
    const [face] = await detector.detect(wide);
    expect(overlapOf(face!.box, square!.box)).toBeGreaterThan(0.85);
    await detector.release();
  });

  it('refuses a kind of detector that it does not know', async () => {
    const card = { ...(await detectorCard('scrfd-500m')), detector: 'scrfdd' };
    await expect(openFaceDetector(card, opening(card, new Uint8Array()))).rejects.toThrow(
      'There is no face detector named "scrfdd"; did you mean "scrfd"?',
    );
  });

  it.skipIf(!realFile('det_500m.onnx') || !realFile('version-RFB-320.onnx'))(
    'refuses a file of another kind of detector',
    async () => {
      const card = { ...(await detectorCard('ultra-light-rfb-320')), detector: 'scrfd' };
      const detector = await openFaceDetector(card, opening(card, realBytes('version-RFB-320.onnx')));
      await expect(detector.detect(pictureOf(9, 9, () => 0))).rejects.toThrow(
        /^The model "ultra-light-rfb-320" does not give what a scrfd detector gives \(.+\), found scores \[1, 4420, 2\], boxes \[1, 4420, 4\];/,
      );
      await detector.release();
    },
  );

  it('refuses bytes that are no model', async () => {
    const card = await detectorCard('scrfd-500m');
    await expect(openFaceDetector(card, opening(card, new Uint8Array([1, 2])))).rejects.toThrow(
      /^det_500m\.onnx cannot be loaded/,
    );
  });
});
