import { beforeAll, describe, expect, it } from 'vitest';
import { verifyRun } from '../../src/report/verify-run.js';
import { readRun } from '../../src/results/read-run.js';
import { any, edit, having, put, removeLine, reseal } from '../support/edit-run.js';
import { platesRun } from '../support/plates-run.js';
import type { MadeUpRun } from '../support/run.js';
import { writeRun } from '../support/run-folder.js';

const [LABELS, MIXED] = ['readings/plates/labels.csv', 'readings/plates/mixed.csv'];

const EDITS: [what: string, change: (folder: string) => void][] = [
  ['a text that was read', put(MIXED, having(8, 'BG100AX'), 8, 'BG100AY')],
  ['a box', put(MIXED, having(1, 'found'), 3, '190')],
  ['the score of a plate', put(MIXED, having(8, 'TAXI'), 7, '0.95')],
  ['a confidence', put(MIXED, having(1, 'found'), 9, '0.1')],
  ['a plate that was taken out', (folder) => removeLine(folder, MIXED, having(8, 'TAXI'))],
  ['a reading at a label that was taken out', (folder) => removeLine(folder, MIXED, having(1, 'label'))],
  ['a failure that was taken out', (folder) => removeLine(folder, MIXED, having(1, 'failed'))],
  ['a reading of no picture', put(MIXED, any, 0, 'z.jpg')],
  ['the text of a label', put(LABELS, having(6, 'NS202KC'), 6, 'NS2O7KC')],
  ['the box of a label', put(LABELS, any, 2, '150')],
  ['the vehicle of a label', put(LABELS, having(7, 'NS202KC'), 7, 'NS201KB')],
  ['a label that was taken out', (folder) => removeLine(folder, LABELS, having(6, 'NS202KC'))],
  ['a picture without a plate that was taken out', (folder) => removeLine(folder, LABELS, having(0, 'q.jpg'))],
  ['the light of a picture', put(LABELS, any, 8, 'dusk')],
  ['the name of a group', (folder) => edit(folder, LABELS, (text) => text.replace('vehicle,light', 'vehicle,hour'))],
];

describe('a run of plates', () => {
  let run: MadeUpRun;
  beforeAll(() => {
    run = platesRun();
  });

  it('verifies, and gives back what it was made of', async () => {
    const folder = writeRun(run);
    expect(await verifyRun(folder)).toMatchObject({ wrong: [], altered: [] });
    const read = await readRun(folder);
    expect(read.tables).toEqual(run.tables);
    expect(read.rows).toEqual(run.rows);
  });

  it.each(EDITS)('does not verify with %s changed, though the digests fit', async (_, change) => {
    const folder = writeRun(run);
    change(folder);
    reseal(folder);
    const wrong = await verifyRun(folder).then(
      (verified) => verified.wrong,
      (thrown: unknown) => [thrown],
    );
    expect(wrong).not.toEqual([]);
  });
});
