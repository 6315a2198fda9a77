import { expect, it } from 'vitest';
import type { ReadPlate } from '../../src/extraction/extraction.js';
import { resultsOf } from '../../src/speed/results-of.js';

const plate: ReadPlate = { box: [0, 0, 9, 3], score: 0.9, lines: 1 } as unknown as ReadPlate;
const read: ReadPlate = { ...plate, reading: { text: 'AB1', confidence: 1, characters: [] } } as unknown as ReadPlate;

it.each([
  ['no extraction', undefined, { results: 0, failure: 'missing' }],
  ['a failure', { state: 'failed', reason: 'unreadable', detail: '' } as const, { results: 0, failure: 'unreadable' }],
  ['two plates, one of them read', { state: 'ok', plates: [plate, read], given: [] } as const, { results: 1 }],
  [
    'a plate that was not read',
    { state: 'ok', plates: [plate], given: [null] } as const,
    { results: 0, failure: 'no-plate' },
  ],
  ['no plate', { state: 'ok', plates: [], given: [] } as const, { results: 0, failure: 'no-plate' }],
])('of %s', (_, extraction, expected) => {
  expect(resultsOf(extraction)).toEqual(expected);
});
