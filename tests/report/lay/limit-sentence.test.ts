import { expect, it } from 'vitest';
import { limitSentence } from '../../../src/report/lay/limit-sentence.js';
import { PLATES_TASK } from '../../support/plates-run.js';
import { task } from '../figures/support/reported.js';
import { rate, row } from '../figures/support/rows.js';

const search = { kind: 'sizes' } as NonNullable<ReturnType<typeof task>['search']>;

it('takes the trials of the list that was found, not of another one', () => {
  const rows = [
    row('FNIR@FPIR', '1e-1', { group: 'list of 9', subjects: 1, ...rate(1, 5, 0, 1) }),
    row('FPIR', '1e-1', { group: 'list of 9', ...rate(0, 40, 0, 0.1) }),
    row('FPIR', '1e-1', { group: 'list of 4', ...rate(0, 400, 0, 0.01) }),
    row('FPIR', '1e-1', { group: 'list of 9', task: 'other', ...rate(0, 4000, 0, 0.001) }),
  ];
  expect(limitSentence({ rows }, { task: task({ search }), own: rows.slice(0, 1) })).toBe(
    'The searches for people who are on the list come from 1 person, and intervals allow for people who stand in several; where none of 40 searches for people who are not on the list was a false alarm, a rate up to 10.0% (1 in 10) is still not excluded; a figure with a star is not resolved: its interval counts, not its value.',
  );
});

it('counts one plate as one', () => {
  const plates = { labels: 1, pictures: 1, vehicles: 1, iou: 0.5 };
  expect(limitSentence({ rows: [] }, { task: { ...PLATES_TASK, plates }, own: [] })).toBe(
    'With 1 plate of 1 vehicle in 1 picture, each plate is 100% of them: a difference of a few plates may be chance, and pictures of other cameras may give other rates.',
  );
});
