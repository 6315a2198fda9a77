import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatTail, parseTail, storedTail } from '../../../src/results/all-pairs/tail-table.js';
import { cellText, float32 } from '../../support/table-cells.js';

const outcomesOf = (names: readonly string[]) =>
  names.map((sample) => ({ sample, subject: sample, faces: 1, failure: '' }));

it('comes back as it was, whatever the samples are called', () => {
  const tails = fc.uniqueArray(cellText, { minLength: 1, maxLength: 6 }).chain((names) => {
    const place = fc.nat({ max: names.length - 1 });
    return fc.record({ names: fc.constant(names), rows: fc.array(fc.tuple(float32, place, place), { maxLength: 15 }) });
  });
  fc.assert(
    fc.property(tails, ({ names, rows }) => {
      const tail = {
        scores: Float32Array.from(rows, ([score]) => score),
        first: Int32Array.from(rows, ([, a]) => a),
        second: Int32Array.from(rows, ([, , b]) => b),
      };
      const samples = outcomesOf(names);
      expect(parseTail(formatTail(tail, samples), 't.csv', samples)).toEqual(tail);
    }),
  );
});

/** A tail of so many comparisons; equal scores stand in blocks of four. */
function tailOf(length: number) {
  const places = Int32Array.from({ length }, (_, k) => k);
  return { scores: Float32Array.from(places, (k) => 1 - Math.floor(k / 4) / 2 ** 14), first: places, second: places };
}

it('keeps ten thousand comparisons, or a ten-thousandth and the one that sets its threshold, blocks as a whole', () => {
  const tail = tailOf(12_010);
  // The block of the ten-thousandth comparison ends with it.
  expect(storedTail(tail, 12_010).scores.length).toBe(10_000);
  // 10,001 are wanted, the last of them the first of a block of four.
  const stored = storedTail(tail, 100_000_000);
  expect(stored.scores.length).toBe(10_004);
  expect(stored).toEqual({
    scores: tail.scores.slice(0, 10_004),
    first: tail.first.slice(0, 10_004),
    second: tail.second.slice(0, 10_004),
  });
  expect(storedTail(tailOf(30), 30)).toEqual(tailOf(30));
  expect(storedTail(tailOf(0), 0)).toEqual(tailOf(0));
});

it.each([
  ['a,b\nx,y\n', 't.csv must have the columns a, b, score; it has a, b.'],
  ['a,b,score\nx,y,0.5\nx,z,0.4\n', 't.csv, line 3: the table of samples has no "z"'],
  ['a,b,score\nx,y,high\n', 't.csv, line 2: "high" is not a score'],
  ['a,b,score\nx,y\n', 't.csv is not a CSV table'],
])('refuses %j', (text, message) => {
  expect(() => parseTail(text, 't.csv', outcomesOf(['x', 'y']))).toThrow(message);
});
