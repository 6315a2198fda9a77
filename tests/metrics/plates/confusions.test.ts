import fc from 'fast-check';
import { expect, it } from 'vitest';
import { confusionMatrix, positionErrors } from '../../../src/metrics/plates/confusions.js';
import { judgePictures } from '../../../src/metrics/plates/judge-pictures.js';
import { textsUnder } from '../../../src/metrics/plates/read-texts.js';
import { anyPictures, readPicture } from './made-up-plates.js';

const texts = textsUnder(
  judgePictures([
    readPicture('a', 'AB0', 'A80'),
    readPicture('b', 'AB0', 'AB0'),
    readPicture('c', 'AB', 'B'),
    readPicture('d', 'B0', 'B01'),
    readPicture('e', 'B0', ''),
  ]).plates,
  'strict',
);

it('counts each character as what it was read, with missing and extra ones', () => {
  const cells = confusionMatrix(texts).map(({ truth, read, rate }) => [truth, read, rate.errors, rate.trials]);
  expect(cells).toEqual([
    ['0', '0', 3, 3],
    ['A', 'A', 2, 3],
    ['A', null, 1, 3],
    ['B', '8', 1, 4],
    ['B', 'B', 3, 4],
    // Of the 10 characters that were read.
    [null, '1', 1, 10],
  ]);
});

it('counts errors at each place of the true text', () => {
  expect(positionErrors(texts).map(({ position, rate }) => [position, rate.errors, rate.trials])).toEqual([
    [1, 1, 4],
    [2, 1, 4],
    [3, 0, 2],
  ]);
});

it('accounts for every character of plates that were read', () => {
  fc.assert(
    fc.property(anyPictures, (pictures) => {
      const any = textsUnder(judgePictures(pictures).plates, 'strict');
      const read = any.filter((plate) => plate.read.text !== '');
      const cells = confusionMatrix(any);
      const total = (kept: typeof cells) => kept.reduce((sum, { rate }) => sum + (rate.errors ?? 0), 0);
      expect(total(cells.filter(({ truth }) => truth !== null))).toBe(
        read.reduce((n, { truth }) => n + truth.length, 0),
      );
      expect(total(cells.filter((cell) => cell.truth !== cell.read))).toBe(
        read.reduce((n, plate) => n + plate.read.alignment.edits, 0),
      );
    }),
  );
});
