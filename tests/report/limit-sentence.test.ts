import { expect, it } from 'vitest';
import { limitSentence } from '../../src/report/limit-sentence.js';
import { PLATES_TASK } from '../support/plates-run.js';
import { task } from './figures/support/reported.js';
import { rate, row } from './figures/support/rows.js';

const search = { kind: 'sizes' } as NonNullable<ReturnType<typeof task>['search']>;

it('takes the trials of the list that was found, not of another one', () => {
  const rows = [
    row('FNIR@FPIR', '1e-1', { group: 'list of 9', subjects: 1, ...rate(1, 5, 0, 1) }),
    row('FPIR', '1e-1', { group: 'list of 9', ...rate(1, 40, 0, 1) }),
    row('FPIR', '1e-1', { group: 'list of 4', ...rate(1, 400, 0, 1) }),
    row('FPIR', '1e-1', { group: 'list of 9', task: 'other', ...rate(1, 4000, 0, 1) }),
  ];
  expect(
    limitSentence(
      { rows },
      { task: task({ search }), isOf: ({ metric, group }) => metric === 'FNIR@FPIR' && group === 'list of 9' },
    ),
  ).toBe(
    'The data cannot tell everything: with 40 searches for people who are not on the list no false-alarm rate below 1 in 40 can be told from none, and a figure with a star is not resolved; the interval of the misses is that of 1 person.',
  );
});

it('counts one plate as one', () => {
  const plates = { labels: 1, pictures: 1, vehicles: 1, iou: 0.5 };
  expect(limitSentence({ rows: [] }, { task: { ...PLATES_TASK, plates }, isOf: () => false })).toBe(
    'With 1 plate of 1 vehicle in 1 picture, each plate is 100% of them: a difference of a few plates may be chance, and pictures of other cameras may give other rates.',
  );
});
