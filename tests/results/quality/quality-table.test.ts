import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuality, parseQuality, type SampleQuality } from '../../../src/results/quality/quality-table.js';

const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const size = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => value + 0);
const quality: fc.Arbitrary<SampleQuality> = fc.oneof(
  fc
    .record({ size, sharpness: size, brightness: share, score: share, norm: size })
    .map((measures): SampleQuality => ({ measures, failure: '' })),
  fc.constantFrom('no-face', 'a, "b"').map((failure): SampleQuality => ({ measures: null, failure })),
);

const HEAD = 'size,sharpness,brightness,score,norm,failure\n';

describe('formatQuality and parseQuality', () => {
  it('write a line for each sample, numbers as short as they go, and nothing of a failed one but why', () => {
    const measures = { size: 41.25, sharpness: 1203, brightness: 0.1, score: 0.9, norm: 1e-7 };
    const text = formatQuality([
      { measures, failure: '' },
      { measures: null, failure: 'no-face' },
    ]);
    expect(text).toBe(`${HEAD}41.25,1203,0.1,0.9,1e-7,\n,,,,,no-face\n`);
  });

  it('give back what was written, to the bit', () => {
    fc.assert(
      fc.property(fc.array(quality, { maxLength: 12 }), (qualities) => {
        expect(parseQuality(formatQuality(qualities), 'q.csv', qualities.length)).toEqual(qualities);
      }),
    );
  });

  it.each([
    ['size,norm\n1,2\n', 'q.csv must have the columns size, sharpness'],
    [HEAD, "q.csv must have a line for each of the task's 1 samples, found 0"],
    [`${HEAD}1,2,0.5,0.9,3,\n1,2,0.5,0.9,3,\n`, "each of the task's 1 samples, found 2"],
    [`${HEAD}1,2,0.5,,3,\n`, 'q.csv, line 2: a sample has either all of size, sharpness'],
    [`${HEAD},,,,,\n`, 'q.csv, line 2: a sample has either all of'],
    [`${HEAD}1,2,0.5,0.9,3,no-face\n`, 'q.csv, line 2: a sample has either all of'],
    [`${HEAD},,,,3,no-face\n`, 'q.csv, line 2: a sample has either all of'],
    [`${HEAD}1,sharp,0.5,0.9,3,\n`, 'q.csv, line 2: "sharp" is no sharpness, which is a number from 0 in'],
    [`${HEAD}-1,2,0.5,0.9,3,\n`, 'q.csv, line 2: "-1" is no size'],
    [`${HEAD}1.0,2,0.5,0.9,3,\n`, 'q.csv, line 2: "1.0" is no size'],
    [`${HEAD}0x10,2,0.5,0.9,3,\n`, 'q.csv, line 2: "0x10" is no size'],
    [`${HEAD}1,2,1.5,0.9,3,\n`, 'q.csv, line 2: "1.5" is no brightness, which is a number from 0 to 1'],
    [`${HEAD}1,2,0.5,2,3,\n`, 'q.csv, line 2: "2" is no score'],
    [`${HEAD}1,2,0.5,0.9,Infinity,\n`, 'q.csv, line 2: "Infinity" is no norm'],
    [`${HEAD}1,2\n`, 'q.csv is not a CSV table'],
  ])('refuse %j', (text, message) => {
    expect(() => parseQuality(text, 'q.csv', 1)).toThrow(message);
  });
});
