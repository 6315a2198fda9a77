import { expect, it } from 'vitest';
import { decodeRecords, encodeRecord } from '../../src/extraction/cache-record.js';
import type { AnyExtraction, Extraction } from '../../src/extraction/extraction.js';

const KEYS = ['ab'.repeat(32), 'cd'.repeat(32), 'ef'.repeat(32)] as const;

const FOUND: Extraction = {
  state: 'ok',
  faces: [
    {
      box: [1.25, 2, 30.5, 40],
      score: 0.875,
      points: [
        [1, 2],
        [3, 4],
        [5, 6],
        [7, 8],
        [9, 10.125],
      ],
      quality: { size: 2.828, sharpness: 0, brightness: 0.25, norm: 12.5 },
      template: Float32Array.of(0.6, -0.8),
    },
    {
      box: [0, 0, 9, 9],
      score: 0.5,
      points: [
        [1, 1],
        [2, 2],
        [3, 1],
        [1, 3],
        [2, 4],
      ],
      quality: { size: 2.828, sharpness: 0, brightness: 0.25, norm: 12.5 },
      template: Float32Array.of(1, 0),
    },
  ],
};
const FAILED: Extraction = { state: 'failed', reason: 'no-face', detail: 'the detector found no face' };

function segment(): Buffer {
  return Buffer.concat([encodeRecord(KEYS[0], FOUND), encodeRecord(KEYS[1], FAILED), encodeRecord(KEYS[2], FOUND)]);
}

it('gives back what was written, templates to the bit', () => {
  expect([...decodeRecords(segment())]).toEqual([
    { key: KEYS[0], extraction: FOUND },
    { key: KEYS[1], extraction: FAILED },
    { key: KEYS[2], extraction: FOUND },
  ]);
});

const READ: AnyExtraction = {
  state: 'ok',
  plates: [
    {
      box: [1, 2, 3.25, 4],
      score: 0.5,
      corners: [
        [1, 2],
        [3, 2],
        [3, 4],
        [1, 4],
      ],
      lines: 2,
      reading: { text: 'ŽA', confidence: 0.25, characters: [0.5, 0.5], ranked: [{ text: 'ŽA', confidence: 0.25 }] },
    },
    { box: [0, 0, 1, 1], score: 0 },
  ],
  given: [null, { text: '', confidence: 1, characters: [] }],
};

it('gives back what was read of plates, and a picture without any', () => {
  const none: AnyExtraction = { state: 'ok', plates: [], given: [] };
  const bytes = Buffer.concat([encodeRecord(KEYS[0], READ), encodeRecord(KEYS[1], none)]);
  expect([...decodeRecords(bytes)]).toEqual([
    { key: KEYS[0], extraction: READ },
    { key: KEYS[1], extraction: none },
  ]);
});

it('gives every whole record of a segment that was cut anywhere, and nothing of the torn one', () => {
  const whole = segment();
  const ends = [encodeRecord(KEYS[0], FOUND), encodeRecord(KEYS[1], FAILED), encodeRecord(KEYS[2], FOUND)].map(
    (record, index, all) => all.slice(0, index).reduce((sum, { length }) => sum + length, record.length),
  );
  for (let cut = 0; cut <= whole.length; cut++) {
    const expected = ends.filter((end) => end <= cut).length;
    expect([...decodeRecords(whole.subarray(0, cut))]).toHaveLength(expected);
  }
});

it('stops at a damaged record rather than give a wrong template', () => {
  const bytes = segment();
  const at = encodeRecord(KEYS[0], FOUND).length - 6;
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
  expect([...decodeRecords(bytes)]).toEqual([]);
});

it('takes nothing from a record whose checksum is right and whose content is not that of an extraction', () => {
  const [face] = FOUND.state === 'ok' ? FOUND.faces : [];
  if (!face) throw new Error('the fixture has a face');
  const odd: unknown[] = [
    { state: 'ok', faces: [] },
    { state: 'ok', faces: [{ ...face, template: Float32Array.of(3, 4) }] },
    { state: 'ok', faces: [{ ...face, template: Float32Array.of(Number.NaN, 1) }] },
    { state: 'ok', faces: [{ ...face, points: [] }] },
    { state: 'ok', faces: [{ ...face, quality: { ...face.quality, brightness: 1.5 } }] },
    { state: 'ok', faces: [{ ...face, quality: { ...face.quality, norm: 0 } }] },
    { state: 'ok', faces: [{ ...face, quality: undefined }] },
    { state: 'failed', reason: 'tired', detail: '' },
    { state: 'another' },
    { state: 'ok', plates: [{ box: [0, 0, 1, 1], score: 2 }], given: [] },
    { state: 'ok', plates: [], given: [{ text: 'AB', confidence: 1, characters: [1] }] },
  ];
  for (const extraction of odd) {
    const records = Buffer.concat([encodeRecord(KEYS[0], extraction as Extraction), encodeRecord(KEYS[1], FAILED)]);
    expect([...decodeRecords(records)]).toEqual([{ key: KEYS[1], extraction: FAILED }]);
  }
});
