import { describe, expect, it } from 'vitest';
import type { Corners } from '../../src/images/box.js';
import { overlapOf } from '../../src/images/box.js';
import { cropAspect, cropPlate } from '../../src/plates/crop-plate.js';
import { openPlateDetector } from '../../src/plates/detectors/detectors.js';
import { readPlate } from '../../src/plates/read-plate.js';
import { openPlateReader } from '../../src/plates/readers/readers.js';
import { pictureOf } from '../images/fixtures.js';
import { opening } from '../runtimes/opening.js';
import { detectorCard, readerCard, realBytes, realFile } from './cards.js';
import { drawCar } from './drawn-plate.js';

const DETECTORS = ['hyperlpr3-y5fu-320', 'hyperlpr3-y5fu-640', 'ppocr-v4-det', 'fast-alpr-yolo-v9-t-384'];
const READERS = ['fast-plate-ocr-cct-xs-v1-global', 'ppocr-v4-rec', 'fast-plate-ocr-cct-s-v1-global'];
const TURNED: Corners = [
  [240, 290],
  [400, 312],
  [396, 350],
  [238, 326],
];
const TEXT = 'FK741TX';
const cards = await Promise.all(DETECTORS.map(detectorCard));
const readerCards = await Promise.all(READERS.map(readerCard));

const openReader = (card: (typeof readerCards)[number], alphabet?: string) =>
  openPlateReader(
    card,
    opening(card, realBytes(card.file.name)),
    new Map(card.companions.map(({ name }) => [name, realBytes(name)])),
    alphabet === undefined ? {} : { alphabet },
  );

describe.each(cards)('$name', (card) => {
  it.skipIf(!realFile(card.file.name))(
    'finds a drawn plate, its corners in order, and none where none is',
    async () => {
      const { picture, box } = await drawCar('FK 741 TX', TURNED);
      const detector = await openPlateDetector(card, opening(card, realBytes(card.file.name)));
      const [plate, ...others] = await detector.detect(picture);
      expect(others).toEqual([]);
      expect(overlapOf(plate!.box, box)).toBeGreaterThan(0.6);
      plate!.corners?.forEach(([x, y], k) => {
        expect(Math.hypot(x - TURNED[k]![0], y - TURNED[k]![1])).toBeLessThan(20);
      });
      for (const empty of [pictureOf(64, 48, (x, y) => (x * 3 + y * 5) % 256), pictureOf(1, 1, () => 9)]) {
        expect(await detector.detect(empty)).toEqual([]);
      }
      // Many waiting pictures change nothing.
      const again = await Promise.all([
        detector.detect(picture),
        detector.detect(pictureOf(9, 9, () => 0)),
        detector.detect(picture),
      ]);
      expect(again[0]).toEqual([plate]);
      expect(again[2]).toEqual([plate]);
      await detector.release();
    },
  );
});

describe.each(readerCards)('$name', (card) => {
  const names = [card.file.name, ...card.companions.map(({ name }) => name)];
  it.skipIf(!names.every(realFile))('reads a drawn plate, with the letters that it may write', async () => {
    const { picture, box } = await drawCar('FK 741 TX', TURNED);
    const place = { box, corners: TURNED };
    const reader = await openReader(card);
    const crop = cropPlate(picture, place, reader.margin, reader.cropSize(cropAspect(place, reader.margin)));
    const reading = await reader.read(crop);
    expect(reading.text).toBe(TEXT);
    expect(reading.characters).toHaveLength(TEXT.length);
    expect(reading.confidence).toBeGreaterThan(0.5);
    expect(reading.ranked?.[0] ?? reading).toMatchObject({ text: TEXT, confidence: reading.confidence });
    await reader.release();

    const digits = await openReader(card, '0123456789');
    expect((await digits.read(crop)).text).toMatch(/^\d*741\d*$/);
    await digits.release();
  });
});

describe('openPlateDetector and openPlateReader', () => {
  it('refuse a kind that they do not know, bytes that are no model, and missing companions', async () => {
    const [detector, reader] = [cards[0]!, readerCards[0]!];
    await expect(
      openPlateDetector({ ...detector, detector: 'y5fv' }, opening(detector, new Uint8Array())),
    ).rejects.toThrow('There is no plate detector named "y5fv"; did you mean "y5fu"?');
    await expect(openPlateReader({ ...reader, reader: 'ctd' }, opening(reader, new Uint8Array()))).rejects.toThrow(
      'There is no plate reader named "ctd"; did you mean "ctc"?',
    );
    await expect(openPlateDetector(detector, opening(detector, new Uint8Array([1])))).rejects.toThrow(
      /^y5fu_320x_sim\.onnx cannot be loaded/,
    );
    await expect(openPlateReader(readerCards[1]!, opening(readerCards[1]!, new Uint8Array([1])))).rejects.toThrow(
      'The model "ppocr-v4-rec" needs the file ppocr_keys_v1.txt, which was not given',
    );
    await expect(
      openPlateReader(reader, opening(reader, new Uint8Array([1])), new Map(), { alphabet: '' }),
    ).rejects.toThrow('The alphabet for the model "fast-plate-ocr-cct-xs-v1-global" is empty');
  });

  it.skipIf(!realFile('y5fu_640x_sim.onnx') || !realFile('cct_xs_v1_global.onnx'))(
    'read plates where they are found in a picture',
    async () => {
      const [detector, reader] = [
        await openPlateDetector(cards[1]!, opening(cards[1]!, realBytes('y5fu_640x_sim.onnx'))),
        await openReader(readerCards[0]!),
      ];
      for (const [dx, dy] of [
        [-60, -20],
        [60, 40],
        [0, 0],
      ] as const) {
        const corners = TURNED.map(([x, y]) => [x + dx, y + dy] as const) as unknown as Corners;
        const { picture } = await drawCar('FK 741 TX', corners);
        const [plate] = await detector.detect(picture);
        expect((await readPlate(picture, plate!, reader)).text).toBe(TEXT);
      }
      await detector.release();
      await reader.release();
    },
  );

  it.skipIf(!realFile('y5fu_320x_sim.onnx'))('refuse a file of another kind', async () => {
    const bytes = realBytes('y5fu_320x_sim.onnx');
    const detector = await openPlateDetector({ ...cards[0]!, detector: 'yolo-end2end' }, opening(cards[0]!, bytes));
    await expect(detector.detect(pictureOf(9, 9, () => 0))).rejects.toThrow('found output [1, 6300, 15]');
    await detector.release();
    await expect(openPlateReader(readerCards[0]!, opening(readerCards[0]!, bytes))).rejects.toThrow(
      /^y5fu_320x_sim|^cct_xs_v1_global\.onnx failed on its input/,
    );
  });
});
