import fc from 'fast-check';
import { expect, it } from 'vitest';
import { confusionModel, readProbability } from '../../../../src/metrics/plates/watch-list/confusion-model.js';
import { measuredReads } from '../../../../src/metrics/plates/watch-list/measured-reads.js';
import { picture, readPicture, truePlate } from '../made-up-plates.js';
import { anyReads, everyRead } from './spelled-out.js';

const reads = [
  { truth: 'AB', read: 'AB', vehicle: 1 },
  { truth: 'AB', read: '8B', vehicle: 2 },
  { truth: 'BA', read: 'B', vehicle: 3 },
  { truth: 'BB', read: 'B1B', vehicle: 4 },
  { truth: 'AB', read: '', vehicle: 5 },
  { truth: 'AB', vehicle: 6 },
  { truth: 'AB', read: '12345', vehicle: 7 },
  { truth: 'BAA', read: 'AAB', vehicle: 8 },
];

it('measures the kinds of reads and, in those of the right length, each character', () => {
  const model = confusionModel(reads);
  // BAA read as AAB lacks a character and has an extra one: two errors, as many as by substituting.
  expect(model.kinds).toEqual({
    'no text': 2 / 8,
    'same length': 3 / 8,
    'one missing': 1 / 8,
    'one extra': 1 / 8,
    other: 1 / 8,
  });
  expect([...(model.characters.get('A') ?? [])]).toEqual([
    ['A', 2 / 4],
    ['8', 1 / 4],
    ['B', 1 / 4],
  ]);
  expect([...model.extra]).toEqual([['1', 1]]);
  expect(readProbability(model, ['A', 'A'], ['8', 'B'])).toBeCloseTo((3 / 8) * (1 / 4) * (1 / 4), 15);
  // Whichever of the two is missing.
  expect(readProbability(model, ['A', 'A'], ['A'])).toBeCloseTo(1 / 8, 15);
  expect(readProbability(model, ['A', 'A'], ['A', '1', 'A'])).toBeCloseTo(1 / 8 / 3, 15);
  // A character that was never measured is taken as read right.
  expect(readProbability(model, ['Z'], ['Z'])).toBe(3 / 8);
});

it('takes what is the same under the rule for right', () => {
  const folded = confusionModel([{ truth: 'BO', read: 'B0', vehicle: 1 }], 'O=0, I=1');
  expect([...(folded.characters.get('0') ?? [])]).toEqual([['0', 1]]);
  expect(() => confusionModel([{ truth: '-', read: 'B0', vehicle: 1 }])).toThrow(/letter or a digit, found "-"/);
});

it('counts plates that were not found among the measured ones', () => {
  const pictures = [readPicture('a', 'AB', 'A8', 0.9, 'v'), picture('b', [truePlate('CD', 'w')])];
  expect(measuredReads(pictures)).toEqual([
    { truth: 'AB', read: 'A8', vehicle: 'v' },
    { truth: 'CD', read: undefined, vehicle: 'w' },
  ]);
});

it('is a distribution, and gives each text the probability that spelling it out gives', () => {
  const plate = fc.string({ unit: fc.constantFrom(...'ABC0Z'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(anyReads, plate, (measured, truth) => {
      const model = confusionModel(measured);
      const every = everyRead(model, truth);
      const total = [...every.values()].reduce((sum, p) => sum + p, model.kinds['no text'] + model.kinds.other);
      expect(total).toBeCloseTo(1, 10);
      for (const [read, probability] of every) {
        expect(readProbability(model, [...truth], [...read])).toBeCloseTo(probability, 12);
      }
    }),
  );
});
