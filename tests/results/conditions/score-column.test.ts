import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeNpy, encodeNpy } from '../../../src/files/npy.js';
import type { Comparison } from '../../../src/results/comparison-table.js';
import { decodeScores, encodeScores, sidesText } from '../../../src/results/conditions/score-column.js';

const NAMED: Comparison[] = [
  { a: 'a/1', b: 'a/2', subjectA: 'a', subjectB: 'a', mated: true, fold: 3, score: 0.75, failure: '' },
  { a: 'a/1', b: 'b/1', subjectA: 'a', subjectB: 'b', mated: false, failure: 'a:unreadable' },
  { a: 'c/1', b: 'b/1', subjectA: 'c', subjectB: 'b', mated: false, score: 0.25, failure: '' },
];
const nobody = () => '';
const failing = (reasons: Readonly<Record<string, string>>) => (sample: string) => reasons[sample] ?? '';

describe('encodeScores and decodeScores', () => {
  it('keep the scores alone, NaN where there is none', () => {
    const { data, shape } = decodeNpy(encodeScores(NAMED), 'scores.npy');
    expect([data, shape]).toEqual([Float32Array.of(0.75, Number.NaN, 0.25), [3]]);
  });

  it('give back the comparisons that another table names, with the failures of either side', () => {
    const [first, second, third] = NAMED.map(({ score: _, failure: __, ...named }) => named);
    const seen = [
      { ...first, failure: 'a:missing;b:no-face' },
      { ...second, failure: 'a:missing' },
      { ...third, score: 0.5, failure: '' },
    ] as Comparison[];
    const sides = { a: failing({ 'a/1': 'missing' }), b: failing({ 'a/2': 'no-face', 'c/1': 'no-face' }) };
    expect(decodeScores(encodeScores(seen), 'scores.npy', NAMED, sides)).toEqual(seen);
  });

  it('refuse a score of a sample that failed, and a gap of two that did not', () => {
    const scores = encodeNpy(Float32Array.of(0.5, Number.NaN, 0.5), [3]);
    const decode = (b: string) => () =>
      decodeScores(scores, 'scores.npy', NAMED, { a: failing({ 'a/1': b }), b: nobody });
    expect(decode('missing')).toThrow(
      'scores.npy, comparison 1: a comparison has either a score or a sample that failed',
    );
    expect(decode('')).toThrow('scores.npy, comparison 2: a comparison has either a score or a sample that failed');
  });

  it('give every float32 back', () => {
    const scores = fc.array(fc.option(fc.float({ noNaN: true, noDefaultInfinity: true }), { nil: undefined }));
    fc.assert(
      fc.property(scores, (list) => {
        const comparisons = list.map(
          (score, k): Comparison => ({
            a: `a${k}`,
            b: `b${k}`,
            subjectA: '',
            subjectB: '',
            mated: k % 2 === 0,
            ...(score === undefined ? {} : { score }),
            failure: score === undefined ? 'b:no-face' : '',
          }),
        );
        const b = (sample: string) => comparisons.find((one) => one.b === sample)?.failure.slice(2) ?? '';
        expect(decodeScores(encodeScores(comparisons), 's', comparisons, { a: nobody, b })).toEqual(comparisons);
      }),
    );
  });

  it.each([
    ['no array', Buffer.from('0.5,0.25'), 'scores.npy is not a .npy file'],
    [
      'too few',
      encodeNpy(new Float32Array(2), [2]),
      'scores.npy must hold 3 float32 scores, and holds an array of (2)',
    ],
    ['too many', encodeNpy(new Float32Array(4), [4]), 'and holds an array of (4)'],
    ['two sides', encodeNpy(new Float32Array(3), [3, 1]), 'and holds an array of (3, 1)'],
    ['other numbers', encodeNpy(new Float64Array(3), [3]), 'scores.npy must hold 3 float32 scores'],
    ['a gap', encodeNpy(Float32Array.of(1, Number.NaN, 0), [3]), 'scores.npy, comparison 2: a comparison has either'],
    [
      'no end',
      encodeNpy(Float32Array.of(Number.POSITIVE_INFINITY, 0, 0), [3]),
      'scores.npy, comparison 1: a comparison',
    ],
  ])('refuse %s', (_, bytes, message) => {
    expect(() => decodeScores(bytes, 'scores.npy', NAMED, { a: nobody, b: nobody })).toThrow(message);
  });
});

it.each([
  ['', '', ''],
  ['no-face', '', 'a:no-face'],
  ['', 'missing', 'b:missing'],
  ['no-face', 'missing', 'a:no-face;b:missing'],
])('the failures %j and %j are %j', (a, b, text) => {
  expect(sidesText(a, b)).toBe(text);
});
