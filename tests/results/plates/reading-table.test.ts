import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlateLabels } from '../../../src/results/plates/label-table.js';
import { formatReadings, type PictureReadings, parseReadings } from '../../../src/results/plates/reading-table.js';

const LABELS: PlateLabels = {
  attributes: [],
  pictures: [
    { sample: 'a.jpg', attributes: [], plates: [{ vehicle: 'x' }, { vehicle: 'y' }] },
    { sample: 'b.jpg', attributes: [], plates: [] },
    { sample: 'c.jpg', attributes: [], plates: [{ vehicle: 'z' }] },
  ],
};

const READINGS: PictureReadings[] = [
  {
    sample: 'a.jpg',
    failure: '',
    found: [
      {
        box: [1, 2, 3, 4],
        score: 0.9,
        reading: {
          text: 'AB',
          confidence: 0.75,
          characters: [1, 0.75],
          ranked: [
            { text: 'AB', confidence: 0.75 },
            { text: 'A8', confidence: 0.25 },
          ],
        },
      },
      { box: [1.5, 2, 3, 4], score: 0.5, reading: { text: '', confidence: 0.25, characters: [] } },
      { box: [-1, 2, 3, 4], score: 0.5 },
    ],
    given: [null, { text: 'Ć,"', confidence: 0.5, characters: [0.5, 1, 1] }],
  },
  { sample: 'b.jpg', failure: '', found: [], given: [] },
  { sample: 'c.jpg', failure: 'unreadable', found: [], given: [null] },
];

describe('the table of readings', () => {
  it('has a line for each plate found, each label read, each picture that failed', () => {
    expect(formatReadings(READINGS)).toBe(
      [
        'sample,kind,plate,left,top,right,bottom,score,text,confidence,characters,ranked',
        'a.jpg,found,1,1,2,3,4,0.9,AB,0.75,1 0.75,"[[""AB"",0.75],[""A8"",0.25]]"',
        'a.jpg,found,2,1.5,2,3,4,0.5,,0.25,,',
        'a.jpg,found,3,-1,2,3,4,0.5,,,,',
        'a.jpg,label,2,,,,,,"Ć,""",0.5,0.5 1 1,',
        'c.jpg,failed,,,,,,,unreadable,,,',
        '',
      ].join('\n'),
    );
  });

  it('gives back what was written', () => {
    expect(parseReadings(formatReadings(READINGS), 'r.csv', LABELS)).toEqual(READINGS);
    const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
    const reading = fc
      .array(fc.tuple(fc.constantFrom('A', '0', 'Ž', ' ', '"', '𝔸'), share), { maxLength: 8 })
      .chain((parts) => {
        const text = parts.map(([character]) => character).join('');
        const base = { text, characters: parts.map(([, one]) => one) };
        return fc.record({ confidence: share }).map((rest) => ({ ...base, ...rest }));
      });
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 4 }), reading, (found, given) => {
        const pictures: PictureReadings[] = [
          {
            sample: 'c.jpg',
            failure: '',
            found: found.map((one) => ({ box: [0, 0, 1, 1], score: 1, reading: one })),
            given: [given],
          },
        ];
        const labels = { attributes: [], pictures: LABELS.pictures.slice(2) };
        expect(parseReadings(formatReadings(pictures), 'r.csv', labels)).toEqual(pictures);
      }),
    );
  });

  const header = 'sample,kind,plate,left,top,right,bottom,score,text,confidence,characters,ranked';
  it.each([
    ['x.jpg,found,1,1,2,3,4,0.9,A,1,1,', 'line 2: x.jpg is no picture of the task'],
    ['a.jpg,found,2,1,2,3,4,0.9,A,1,1,', 'line 2: a line is of a plate found'],
    ['a.jpg,found,1,,,,,0.9,A,1,1,', 'line 2: a line is of a plate found'],
    ['a.jpg,found,1,1,2,3,4,2,A,1,1,', 'line 2: "2" is not a confidence'],
    ['a.jpg,found,1,1,2,3,4,0.9,A,,1,', 'line 2: "" is not a confidence'],
    ['a.jpg,found,1,1,2,3,4,0.9,AB,1,1,', 'line 2: every character of "AB" has a confidence'],
    ['a.jpg,found,1,1,2,3,4,0.9,A,1,1,[3]', 'line 2: "[3]" is not a list of ranked texts'],
    ['a.jpg,label,3,,,,,,A,1,1,', 'line 2: a line is of a plate found'],
    ['a.jpg,label,1,,,,,,A,1,1,\na.jpg,label,1,,,,,,A,1,1,', 'line 3: a line is of a plate found'],
    ['a.jpg,seen,1,1,2,3,4,1,A,1,1,', 'line 2: a line is of a plate found'],
    ['a.jpg,failed,,,,,,,missing,,,\na.jpg,label,1,,,,,,A,1,1,', 'line 3: a line is of a plate found'],
    ['a.jpg,failed,,,,,,,,,,', 'line 2: a line is of a plate found'],
  ])('refuses what is none: %s', (lines, problem) => {
    expect(() => parseReadings(`${header}\n${lines}\n`, 'r.csv', LABELS)).toThrow(problem);
  });
});
