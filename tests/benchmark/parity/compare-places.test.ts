import { expect, it } from 'vitest';
import { comparePlaces } from '../../../src/benchmark/parity/compare-places.js';
import { compareReadings } from '../../../src/benchmark/parity/compare-readings.js';

const face = (left: number, score: number) => ({
  box: [left, 0, left + 100, 100] as const,
  score,
  points: [[left + 30, 40] as const],
});

it('passes the same places in another order, with how far they moved', () => {
  const found = comparePlaces([[face(200.1, 0.8), face(0, 0.905)]], [[face(0, 0.9), face(200, 0.8)]]);
  expect(found).toMatchObject({ state: 'passed', compared: 2, decisions: { changed: 0, of: 2 } });
  expect(found.largestMove).toBeCloseTo(0.1, 6);
  expect(found.largestShift).toBeCloseTo(0.005, 6);
});

it.each([
  ['a place that is missing', [[face(0, 0.9)]], 1],
  ['a place too many', [[face(0, 0.9), face(200, 0.8), face(400, 0.5)]], 1],
  ['a place that moved', [[face(0, 0.9), face(203, 0.8)]], 0],
  ['a score that moved', [[face(0, 0.9), face(200, 0.78)]], 0],
  ['a point that moved', [[face(0, 0.9), { ...face(200, 0.8), points: [[232, 40]] as const }]], 0],
  ['a point that is none', [[face(0, 0.9), { ...face(200, 0.8), points: [[Number.NaN, 40]] as const }]], 0],
  ['no picture', [], 2],
])('fails %s', (_, device, changed) => {
  const found = comparePlaces(device, [[face(0, 0.9), face(200, 0.8)]]);
  expect(found.state).toBe('failed');
  expect(found.decisions.changed).toBe(changed);
});

it('fails where nothing was found, which shows nothing', () => {
  expect(comparePlaces([[]], [[]]).state).toBe('failed');
});

it('holds readings by their text and their confidence', () => {
  const read = (text: string, confidence: number) => ({ text, confidence, characters: [] });
  const processor = [read('AB1', 0.9), read('CD2', 0.5)];
  expect(compareReadings([read('AB1', 0.9), read('CD2', 0.501)], processor)).toMatchObject({
    state: 'passed',
    compared: 2,
  });
  expect(compareReadings([read('AB1', 0.9), read('CD3', 0.5)], processor)).toMatchObject({
    state: 'failed',
    decisions: { changed: 1, of: 2 },
  });
  expect(compareReadings([read('AB1', 0.9)], processor).state).toBe('failed');
  expect(compareReadings([], []).state).toBe('failed');
});
