import { expect, it } from 'vitest';
import { prepareCoOccurrence } from '../../../src/benchmark/protocols/co-occurrence.js';
import { numberFaces } from '../../../src/benchmark/protocols/face-numbering.js';
import { preparePairs } from '../../../src/benchmark/protocols/pairs.js';
import { prepareRecapture } from '../../../src/benchmark/protocols/recapture.js';
import { type DatasetCard, datasetCardSchema } from '../../../src/catalog/dataset-card.js';
import type { Dataset } from '../../../src/datasets/open-dataset.js';
import type { Sample } from '../../../src/datasets/sample.js';
import type { ExtractedFace, Extraction } from '../../../src/extraction/extraction.js';

const card: DatasetCard = datasetCardSchema.parse({
  name: 'made-up',
  title: 'Made up',
  kind: 'faces',
  licence: { name: 'MIT', use: 'any' },
  consent: 'none needed',
  content: { files: 0 },
  layout: { reader: 'pictures' },
});

const sample = (id: string, subject?: string): Sample => ({
  id,
  path: `/x/${id}`,
  sha256: id.padEnd(64, '0'),
  ...(subject ? { subject } : {}),
  attributes: {},
});
const dataset = (...samples: Sample[]): Dataset => ({ card, digest: '0'.repeat(64), folder: '/x', samples });
const face = (left: number, top = 0, size = 10): ExtractedFace => ({
  box: [left, top, left + size, top + size],
  score: 1,
  points: [],
  quality: { size: 4, sharpness: 100, brightness: 0.2, norm: 1 },
  template: Float32Array.of(left),
});
const ok = (...faces: ExtractedFace[]): Extraction => ({ state: 'ok', faces });
const failed: Extraction = { state: 'failed', reason: 'no-face', detail: '' };

it('pairs: each picture is extracted once, and a failure or a missing picture stays in the table', () => {
  const prepared = preparePairs(
    dataset(sample('a/1.jpg', 'a'), sample('a/2.jpg', 'a'), sample('b/1.jpg', 'b')),
    [
      { a: 'a/1.jpg', b: 'a/2.jpg', mated: true, fold: 0 },
      { a: 'a/1.jpg', b: 'b/1.jpg', mated: false, fold: 0 },
      { a: 'a/1.jpg', b: 'c/9.jpg', mated: false, fold: 1 },
    ],
    { pairs: 'made-up/pairs' },
  );
  expect(prepared.samples.map(({ id, path }) => [id, path])).toEqual([
    ['a/1.jpg', '/x/a/1.jpg'],
    ['a/2.jpg', '/x/a/2.jpg'],
    ['b/1.jpg', '/x/b/1.jpg'],
    ['c/9.jpg', undefined],
  ]);
  const missing: Extraction = { state: 'failed', reason: 'missing', detail: '' };
  const { comparisons, samples } = prepared.compare([ok(face(1)), ok(face(2)), failed, missing]);
  expect(comparisons).toHaveLength(3);
  expect(comparisons.map(({ failure }) => failure)).toEqual(['', 'b:no-face', 'b:missing']);
  expect(comparisons[0]?.templates).toEqual([Float32Array.of(1), Float32Array.of(2)]);
  expect(samples.map(({ faces, failure }) => [faces, failure])).toEqual([
    [1, ''],
    [1, ''],
    [0, 'no-face'],
    [0, 'missing'],
  ]);
});

it('pairs: a list that contradicts the labels, or belongs to another dataset, is refused', () => {
  const data = dataset(sample('a/1.jpg', 'a'), sample('b/1.jpg', 'b'));
  const list = { pairs: 'made-up/pairs' };
  expect(() => preparePairs(data, [{ a: 'a/1.jpg', b: 'b/1.jpg', mated: true }], list)).toThrow(
    'calls a/1.jpg and b/1.jpg mated, and the dataset gives them the subjects a and b',
  );
  expect(() => preparePairs(data, [{ a: 'x.jpg', b: 'y.jpg', mated: true }], list)).toThrow(
    'None of the 2 pictures that made-up/pairs names is in made-up',
  );
});

it('co-occurrence: every two faces of one photo, never of two photos', () => {
  const prepared = prepareCoOccurrence(dataset(sample('p.jpg'), sample('q.jpg'), sample('r.jpg')));
  const { comparisons, samples } = prepared.compare([ok(face(50), face(10), face(90)), ok(face(1)), failed]);
  expect(comparisons.map(({ a, b, mated }) => [a, b, mated])).toEqual([
    ['p.jpg#1', 'p.jpg#2', false],
    ['p.jpg#1', 'p.jpg#3', false],
    ['p.jpg#2', 'p.jpg#3', false],
  ]);
  expect(comparisons[0]?.templates?.[0]).toEqual(Float32Array.of(10));
  expect(samples.map(({ faces, failure }) => [faces, failure])).toEqual([
    [3, ''],
    [1, ''],
    [0, 'no-face'],
  ]);
});

it('recapture: a face is compared with the one at its place, and one that is not found again is a miss', () => {
  const prepared = prepareRecapture(dataset(sample('p.jpg'), sample('q.jpg')), { scale: 0.5, jpegQuality: 40 });
  expect(prepared.samples.map(({ id, condition }) => [id, condition])).toEqual([
    ['p.jpg', undefined],
    ['q.jpg', undefined],
    ['p.jpg@recapture', { steps: [{ step: 'recapture', scale: 0.5, jpegQuality: 40 }], seed: 0 }],
    ['q.jpg@recapture', { steps: [{ step: 'recapture', scale: 0.5, jpegQuality: 40 }], seed: 0 }],
  ]);
  const copy = ok(face(45, 0, 5), face(5, 0, 5));
  const { comparisons } = prepared.compare([ok(face(10), face(90), face(300)), ok(face(7)), copy, failed]);
  expect(comparisons.map(({ a, b, mated, failure }) => [a, b, mated, failure])).toEqual([
    ['p.jpg#1', 'p.jpg#1@recapture', true, ''],
    ['p.jpg#2', 'p.jpg#2@recapture', true, ''],
    ['p.jpg#3', 'p.jpg#3@recapture', true, 'b:no-face'],
    ['q.jpg#1', 'q.jpg#1@recapture', true, 'b:no-face'],
  ]);
  expect(comparisons[0]?.templates).toEqual([Float32Array.of(10), Float32Array.of(5)]);
});

it('names faces by their place, whatever the order in which they were found', () => {
  const faces = [face(30), face(10, 5), face(10, 2)];
  const names = (list: ExtractedFace[]) => numberFaces('p', list).map(({ id, face: { box } }) => [id, box[0], box[1]]);
  expect(names(faces)).toEqual([
    ['p#1', 10, 2],
    ['p#2', 10, 5],
    ['p#3', 30, 0],
  ]);
  expect(names([...faces].reverse())).toEqual(names(faces));
});
