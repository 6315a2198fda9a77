import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { expect, it } from 'vitest';
import { errorSources } from '../../../src/metrics/plates/error-sources.js';
import { judgePictures } from '../../../src/metrics/plates/judge-pictures.js';
import { emittedReads, falseReads, readRates } from '../../../src/metrics/plates/read-rates.js';
import { rulesFor, textsUnder } from '../../../src/metrics/plates/read-texts.js';
import { normaliseText, TEXT_RULES } from '../../../src/plates/normalise.js';
import { anyPictures, boxAt, foundPlate, picture, reading, readPicture, truePlate } from './made-up-plates.js';

const FAR = boxAt(1000);

/** One plate of every fate. */
const fates = [
  readPicture('a', 'AB-12', 'ab12'),
  picture('b', [truePlate('AB12', 'b')], [foundPlate(FAR, 0.9, reading('AB12'))]),
  picture('c', [truePlate('AB12', 'c')], [foundPlate(boxAt(60), 0.9, reading('AB12'))]),
  picture('d', [truePlate('AB12', 'd', { given: reading('AB12') })], [foundPlate(boxAt(10), 0.9, reading('AB1'))]),
  picture('e', [truePlate('AB12', 'e', { given: reading('') })], [foundPlate(boxAt(0), 0.9, reading('-'))]),
  readPicture('f', 'B0O1I8S5', 'B001I8S5'),
  readPicture('g', 'AB12', 'A812'),
  readPicture('h', 'AB12', 'AB112'),
  readPicture('i', 'AB12', 'B12'),
  readPicture('j', 'AB12', '8123'),
  picture('k', [{ text: 'AB12', vehicle: 'k', given: reading('AB12') }]),
  picture('l', [truePlate('AB12', 'l')], [foundPlate(boxAt(0), 0.9)]),
];
const judged = judgePictures(fates);
const texts = textsUnder(judged.plates, 'strict');

it('puts every plate in one class', () => {
  const shares = errorSources(texts, 'strict').map(({ source, rate }) => [source, rate.errors]);
  expect(Object.fromEntries(shares)).toEqual({
    right: 2,
    'not found': 1,
    'wrong box': 1,
    'loose box': 1,
    'no text': 2,
    'O/0 or I/1': 1,
    substitution: 1,
    extra: 1,
    missing: 1,
    'several kinds': 1,
  });
});

it('has nothing to forgive O for 0 under the rule that takes them for the same', () => {
  const rule = 'O=0, I=1';
  const shares = errorSources(textsUnder(judged.plates, rule), rule);
  expect(shares.find(({ source }) => source === 'O/0 or I/1')?.rate.errors).toBe(0);
  expect(shares.find(({ source }) => source === 'right')?.rate).toMatchObject({ errors: 3, trials: 12, subjects: 12 });
});

it('counts exact reads, wrong texts and no reads over all true plates with a text', () => {
  expect(readRates(texts, 'strict')).toMatchObject({
    exact: { errors: 2, trials: 12, over: 'plates' },
    // d, e and k were read on their given boxes.
    exactOnGiven: { errors: 2, trials: 3 },
    wrongText: { errors: 6, trials: 12 },
    noRead: { errors: 4, trials: 12 },
    // a, f, g, j, k.
    lengthRight: { errors: 5, trials: 12 },
    topK: [],
  });
});

it('counts a read of a false plate as false whatever it says, and tells how many say a plate of the picture', () => {
  const reads = emittedReads(texts, judged.strays, 'strict');
  expect(falseReads(reads)).toMatchObject({
    // 6 wrong texts and b's and c's, of those and two right ones.
    rate: { errors: 8, trials: 10, over: 'reads' },
    misread: { errors: 6, trials: 10 },
    ofNoPlate: { errors: 0, trials: 10 },
    ofPlateInPicture: { errors: 2, trials: 10 },
  });
});

it('finds the right text among the first k', () => {
  const ranked = ['AB13', 'AB-12', 'AB14'];
  const pictures = [
    picture('a', [truePlate('AB12', 'a')], [foundPlate(boxAt(0), 0.9, reading('AB13', 0.9, ranked))]),
    readPicture('b', 'AB12', 'AB12'),
    picture('c', [truePlate('AB12', 'c')]),
  ];
  const { topK, exact } = readRates(textsUnder(judgePictures(pictures).plates, 'strict'), 'strict');
  expect(topK.map(({ k, rate }) => [k, rate.errors, rate.trials])).toEqual([
    [1, 1, 3],
    [2, 2, 3],
    [3, 2, 3],
    [4, 2, 3],
    [5, 2, 3],
  ]);
  expect(topK[0]?.rate.value).toBe(exact.value);
});

it('judges by the latin rules only where a text needs them', () => {
  expect(rulesFor(judged)).toEqual(['strict', 'O=0, I=1']);
  expect(rulesFor(judgePictures([readPicture('a', 'BGŠ1', 'BGS1')]))).toEqual([...TEXT_RULES]);
  expect(rulesFor(judgePictures([readPicture('a', 'AB1', 'АB1')]))).toEqual([...TEXT_RULES]);
});

it('keeps the laws of shares for any pictures and rule', () => {
  fc.assert(
    fc.property(anyPictures, fc.constantFrom(...TEXT_RULES), (pictures, rule) => {
      const all = judgePictures(pictures);
      const read = textsUnder(all.plates, rule);
      const { exact, wrongText, noRead, lengthRight } = readRates(read, rule);
      const n = pictures.flatMap(({ truth }) => truth.filter(({ text }) => text !== undefined)).length;
      expect(exact.trials).toBe(n);
      if (n === 0) return;
      expect((exact.errors ?? 0) + (wrongText.errors ?? 0) + (noRead.errors ?? 0)).toBe(n);
      expect(lengthRight.errors).toBeGreaterThanOrEqual(exact.errors ?? 0);
      const sources = errorSources(read, rule);
      expect(sources.reduce((total, { rate }) => total + (rate.errors ?? 0), 0)).toBe(n);
      expect(sources[0]?.rate.errors).toBe(exact.errors);
      for (const { plate, truth, read: own } of read) {
        const text = plate.reading ? normaliseText(plate.reading.text, rule).join('') : '';
        expect(own.alignment.edits).toBe(distance(truth.join(''), text));
      }
      const reads = emittedReads(read, all.strays, rule);
      const { rate, misread, ofPlateInPicture, ofNoPlate } = falseReads(reads);
      expect(misread.errors ?? 0).toBe(wrongText.errors ?? 0);
      const parts = [misread, ofPlateInPicture, ofNoPlate].map(({ errors }) => errors ?? 0);
      expect(rate.errors ?? 0).toBe(parts.reduce((sum, errors) => sum + errors, 0));
    }),
  );
});
