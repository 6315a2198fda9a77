import { describe, expect, it } from 'vitest';
import { labelContradictions, readingContradictions } from '../../../src/results/plates/plate-contradictions.js';
import { PLATE_LABELS, PLATES_TASK, plateReadings, reading } from '../../support/plates-run.js';
import { TASK } from '../../support/run.js';

describe('labelContradictions', () => {
  it('finds none in an honest run, nor in one of faces', () => {
    expect(labelContradictions(PLATES_TASK, PLATE_LABELS)).toEqual([]);
    expect(labelContradictions(TASK, undefined)).toEqual([]);
  });

  it('sees counts and groups that are not those of the table, and a table that is missing or too much', () => {
    expect(labelContradictions(PLATES_TASK, undefined)).toEqual([expect.stringContaining('no table of labels')]);
    expect(labelContradictions(TASK, PLATE_LABELS)).toEqual([expect.stringContaining('says nothing of plates')]);
    const fewer = { attributes: [], pictures: PLATE_LABELS.pictures.slice(0, 17) };
    expect(labelContradictions(PLATES_TASK, fewer)).toEqual([
      'run.json announces 18 plates, and the table of labels has 17',
      'run.json announces 19 pictures, and the table of labels has 17',
      'run.json groups by light, and the table of labels has ',
    ]);
  });
});

describe('readingContradictions', () => {
  it('finds none in an honest table', () => {
    expect(readingContradictions(plateReadings())).toEqual([]);
  });

  it('sees plates out of order, and a text that is not the first of its ranked texts', () => {
    const [first] = plateReadings();
    if (!first) throw new Error('there are pictures');
    const plate = (score: number, text: string) => ({ box: [0, 0, 1, 1] as const, score, reading: reading(text) });
    const [low, high] = [plate(0.2, 'A'), plate(0.3, 'B')];
    const changed = { ...high, reading: { ...high.reading, text: 'C' } };
    expect(readingContradictions([{ ...first, found: [low, changed] }])).toEqual([
      'p00.jpg: plates are not in the order of their scores',
      'p00.jpg: "C" is not the first of its ranked texts',
    ]);
  });
});
