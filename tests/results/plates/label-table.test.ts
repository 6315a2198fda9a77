import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatLabels, type PlateLabels, parseLabels } from '../../../src/results/plates/label-table.js';

const LABELS: PlateLabels = {
  attributes: ['country', 'condition'],
  pictures: [
    {
      sample: 'a.jpg',
      attributes: ['rs', 'night, rain'],
      plates: [
        { box: [1, 2, 30.5, 12], text: 'BG 123-ŽĆ', vehicle: 'BG123ŽĆ' },
        { box: [40, 2, 60, 9], vehicle: 'a.jpg#2' },
      ],
    },
    { sample: 'b.jpg', attributes: ['eu', 'unknown'], plates: [] },
    { sample: 'c.jpg', attributes: ['eu', 'clean'], plates: [{ text: 'B0O1', vehicle: 'the "blue" one' }] },
  ],
};

const cell = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !text.includes('\0') && !text.includes('\r'));
const box = fc
  .tuple(fc.integer(), fc.integer(), fc.integer({ min: 1 }), fc.integer({ min: 1 }))
  .map(([x, y, w, h]) => [x / 100, y / 100, (x + w) / 100, (y + h) / 100] as const);
const plate = fc.record({ box, text: cell, vehicle: cell }, { requiredKeys: ['vehicle'] });
const labels = fc.uniqueArray(cell, { maxLength: 5 }).chain((samples) =>
  fc.record({
    attributes: fc.constant(['light']),
    pictures: fc.tuple(
      ...samples.map((sample) =>
        fc.record({
          sample: fc.constant(sample),
          attributes: fc.tuple(cell),
          plates: fc.array(plate, { maxLength: 3 }),
        }),
      ),
    ),
  }),
);

describe('the table of labels', () => {
  it('has a line a plate, and one for a picture without a plate', () => {
    expect(formatLabels(LABELS)).toBe(
      [
        'sample,plate,left,top,right,bottom,text,vehicle,country,condition',
        'a.jpg,1,1,2,30.5,12,BG 123-ŽĆ,BG123ŽĆ,rs,"night, rain"',
        'a.jpg,2,40,2,60,9,,a.jpg#2,rs,"night, rain"',
        'b.jpg,,,,,,,,eu,unknown',
        'c.jpg,1,,,,,B0O1,"the ""blue"" one",eu,clean',
        '',
      ].join('\n'),
    );
  });

  it('gives back what was written', () => {
    expect(parseLabels(formatLabels(LABELS), 'labels.csv')).toEqual(LABELS);
    fc.assert(
      fc.property(labels, (any) => {
        expect(parseLabels(formatLabels(any), 'labels.csv')).toEqual(any);
      }),
    );
  });

  it.each([
    ['sample,plate\na,1\n', 'must have the columns'],
    ['sample,plate,left,top,right,bottom,text,vehicle\na,2,,,,,X,v\n', 'line 2: plates are numbered from 1'],
    ['sample,plate,left,top,right,bottom,text,vehicle\na,1,,,,,X,\n', 'line 2: plates are numbered from 1'],
    ['sample,plate,left,top,right,bottom,text,vehicle\na,1,3,0,2,1,X,v\n', 'line 2: 3, 0, 2, 1 is not a box'],
    ['sample,plate,left,top,right,bottom,text,vehicle\na,1,x,0,2,1,X,v\n', 'line 2: x, 0, 2, 1 is not a box'],
    [
      'sample,plate,left,top,right,bottom,text,vehicle,light\na,1,,,,,X,v,day\na,2,,,,,X,v,night\n',
      'line 3: the lines',
    ],
    ['sample,plate,left,top,right,bottom,text,vehicle\na,1,,,,,X,v\na,,,,,,,\n', 'line 3: the lines of a picture'],
  ])('refuses what is none: %j', (text, problem) => {
    expect(() => parseLabels(text, 'labels.csv')).toThrow(problem);
  });
});
