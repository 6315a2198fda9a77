import { describe, expect, it } from 'vitest';
import { preparePlates } from '../../../src/benchmark/protocols/plates.js';
import { toExtract } from '../../../src/benchmark/protocols/to-extract.js';
import type { PlateLabel, Sample } from '../../../src/datasets/sample.js';
import { madeUpDataset } from '../../support/made-up-dataset.js';
import { reading } from '../../support/plates-run.js';

const BOX = [1, 2, 30, 12] as const;
const sample = (id: string, plates?: PlateLabel[], attributes = {}): Sample => ({
  id,
  path: `/x/${id}`,
  sha256: id.padEnd(64, '0'),
  attributes,
  ...(plates ? { plates } : {}),
});
const corners = [
  [1, 2],
  [30, 2],
  [30, 12],
  [1, 12],
] as const;
const dataset = madeUpDataset('made-up', [
  sample('a.jpg', [{ box: BOX, corners, text: 'bg 123-žć' }, { box: BOX }], { light: 'day' }),
  sample('b.jpg', []),
  sample('c.jpg', [{ text: 'BG123ŽĆ' }, { text: 'X1', vehicle: 'lorry' }], { light: 'night' }),
  { id: 'd.jpg', attributes: {}, plates: [{ box: BOX, text: 'D4' }] },
]);

describe('preparePlates', () => {
  const prepared = preparePlates(dataset, { iou: 0.5, groups: ['light'], alphabet: 'ABC' });

  it('takes one text for one vehicle unless the dataset names vehicles, and no text for a vehicle of its own', () => {
    expect(prepared.tables.labels).toEqual({
      attributes: ['light'],
      pictures: [
        {
          sample: 'a.jpg',
          attributes: ['day'],
          plates: [
            { box: BOX, text: 'bg 123-žć', vehicle: 'BG123ŽĆ' },
            { box: BOX, vehicle: 'a.jpg#2' },
          ],
        },
        { sample: 'b.jpg', attributes: ['unknown'], plates: [] },
        {
          sample: 'c.jpg',
          attributes: ['night'],
          plates: [
            { text: 'BG123ŽĆ', vehicle: 'BG123ŽĆ' },
            { text: 'X1', vehicle: 'lorry' },
          ],
        },
        { sample: 'd.jpg', attributes: ['unknown'], plates: [{ box: BOX, text: 'D4', vehicle: 'D4' }] },
      ],
    });
    expect(prepared.record.plates).toEqual({
      labels: 5,
      pictures: 4,
      vehicles: 4,
      iou: 0.5,
      alphabet: 'ABC',
      groups: ['light'],
    });
  });

  it('asks for the plates at their labels, by the corners where the dataset has them, else the whole picture', () => {
    expect(prepared.samples.map(({ id, path, plates }) => [id, path, plates])).toEqual([
      ['a.jpg', '/x/a.jpg', { given: [{ box: BOX, corners }, { box: BOX }], alphabet: 'ABC' }],
      ['b.jpg', '/x/b.jpg', { given: [], alphabet: 'ABC' }],
      ['c.jpg', '/x/c.jpg', { given: [{}, {}], alphabet: 'ABC' }],
      ['d.jpg', undefined, { given: [{ box: BOX }], alphabet: 'ABC' }],
    ]);
  });

  it('sees every picture through a condition, and asks the same of it', () => {
    const condition = { steps: [{ step: 'jpeg', quality: 20 }], seed: 1 };
    const seen = preparePlates(dataset, { iou: 0.5, groups: ['light'], alphabet: 'ABC' }, (one) => ({
      ...toExtract(one),
      condition,
    }));
    expect(seen.samples).toEqual(prepared.samples.map((one) => ({ ...one, condition })));
    expect([seen.record, seen.tables]).toEqual([prepared.record, prepared.tables]);
  });

  it('keeps a picture that failed, with the reason, and a plate that could not be read', () => {
    const ok = { state: 'ok', plates: [{ box: BOX, score: 0.5, lines: 1 }], given: [reading('A'), null] } as const;
    const { readings } = prepared.readings([ok, { state: 'ok', plates: [], given: [] }, ok]);
    expect(readings).toEqual([
      { sample: 'a.jpg', failure: '', found: [{ box: BOX, score: 0.5 }], given: [reading('A'), null] },
      { sample: 'b.jpg', failure: '', found: [], given: [] },
      { sample: 'c.jpg', failure: '', found: [{ box: BOX, score: 0.5 }], given: [reading('A'), null] },
      { sample: 'd.jpg', failure: 'missing', found: [], given: [null] },
    ]);
  });

  it('refuses a dataset that says nothing of plates', () => {
    const faces = madeUpDataset('made-up', [sample('a.jpg')]);
    expect(() => preparePlates(faces, { iou: 0.5 })).toThrow('made-up does not say which plates are in a.jpg');
  });
});
