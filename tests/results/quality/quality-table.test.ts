import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUALITY_MEASURES } from '../../../src/extraction/face-quality.js';
import { decodeNpy, encodeNpy } from '../../../src/files/npy.js';
import { decodeQuality, encodeQuality, type SampleQuality } from '../../../src/results/quality/quality-table.js';

/** Measures are kept to four digits. */
const digits = (value: number) => Number(value.toPrecision(4)) + 0;
const share = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1, noNaN: true }).map(digits));
const size = fc.oneof(fc.constant(0), fc.double({ min: 1e-9, max: 1e9, noNaN: true }).map(digits));
const quality: fc.Arbitrary<SampleQuality> = fc.oneof(
  fc
    .record({ size, sharpness: size, brightness: share, score: share, norm: size })
    .map((measures): SampleQuality => ({ measures, failure: '' })),
  fc.constantFrom('no-face', 'too-small').map((failure): SampleQuality => ({ measures: null, failure })),
);

const MEASURES = { size: 41.25, sharpness: 1203, brightness: 0.1, score: 0.9, norm: 1e-7 };
const OK: SampleQuality = { measures: MEASURES, failure: '' };
const FAILED: SampleQuality = { measures: null, failure: 'no-face' };

/** A file of rows of measures. */
const file = (...rows: readonly (readonly number[])[]) =>
  encodeNpy(Float32Array.from(rows.flat()), [rows.length, rows[0]?.length ?? 0]);
const NONE = new Array<number>(5).fill(Number.NaN);

describe('encodeQuality and decodeQuality', () => {
  it('keep a row for each sample, a column for each measure, and nothing of a failed one', () => {
    const { data, shape } = decodeNpy(encodeQuality([OK, FAILED]), 'q.npy');
    expect(QUALITY_MEASURES).toEqual(['size', 'sharpness', 'brightness', 'score', 'norm']);
    expect(shape).toEqual([2, 5]);
    expect(data).toEqual(Float32Array.of(41.25, 1203, 0.1, 0.9, 1e-7, ...NONE));
    expect(decodeQuality(encodeQuality([]), 'q.npy', [])).toEqual([]);
  });

  it('give back what was written, to its four digits', () => {
    fc.assert(
      fc.property(fc.array(quality, { maxLength: 12 }), (qualities) => {
        expect(decodeQuality(encodeQuality(qualities), 'q.npy', qualities)).toEqual(qualities);
      }),
    );
  });

  it.each([
    ['no array', Buffer.from('size,norm'), 'q.npy is not a .npy file'],
    ['fewer rows', file([1, 2, 0.5, 0.9, 3]), "each of the task's 2 samples, and holds an array of (1, 5)"],
    ['fewer columns', file([1, 2], NONE.slice(3)), 'q.npy must hold 5 float32 measures of each'],
    ['more columns', file([1, 2, 0.5, 0.9, 3, 4], [...NONE, Number.NaN]), 'and holds an array of (2, 6)'],
    ['one row of all', encodeNpy(new Float32Array(10), [10]), 'and holds an array of (10)'],
    ['three sides', encodeNpy(new Float32Array(10), [2, 5, 1]), 'and holds an array of (2, 5, 1)'],
    ['other numbers', encodeNpy(new Float64Array(10), [2, 5]), 'q.npy must hold 5 float32 measures'],
    [
      'a measure of a failed one',
      file([1, 2, 0.5, 0.9, 3], [...NONE.slice(1), 3]),
      'q.npy, row 2: a sample has either',
    ],
    ['all of a failed one', file([1, 2, 0.5, 0.9, 3], [1, 2, 0.5, 0.9, 3]), 'q.npy, row 2: a sample has either all of'],
    ['none of a good one', file(NONE, NONE), 'q.npy, row 1: a sample has either all of size, sharpness, brightness'],
    ['one less of a good one', file([1, 2, 0.5, 0.9, Number.NaN], NONE), 'q.npy, row 1: a sample has either all of'],
    ['a size below 0', file([-1, 2, 0.5, 0.9, 3], NONE), 'q.npy, row 1: -1 is no size, which is a number from 0;'],
    [
      'too bright',
      file([1, 2, 1.5, 0.9, 3], NONE),
      'q.npy, row 1: 1.5 is no brightness, which is a number from 0 to 1',
    ],
    ['too sure', file([1, 2, 0.5, 2, 3], NONE), 'q.npy, row 1: 2 is no score, which is a number from 0 to 1;'],
    ['no number', file([1, 2, 0.5, 0.9, Number.POSITIVE_INFINITY], NONE), 'q.npy, row 1: Infinity is no norm'],
  ])('refuse %s', (_, bytes, message) => {
    expect(() => decodeQuality(bytes, 'q.npy', [OK, FAILED])).toThrow(message);
  });
});
