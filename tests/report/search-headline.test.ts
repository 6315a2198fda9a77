import { beforeAll, describe, expect, it } from 'vitest';
import { headline } from '../../src/report/headline.js';
import type { HeadlineFigure } from '../../src/report/headline-figure.js';
import { isSearchHeadline, searchHeadline } from '../../src/report/search-headline.js';
import type { MetricRow } from '../../src/results/metric-row.js';
import { madeUpDataset, unitTemplatesOf } from '../support/made-up-dataset.js';
import { measuredSearch, searchTask } from '../support/measured-search.js';
import { publishedSplits, SPLIT_FAILING, SPLIT_PEOPLE } from '../support/splits.js';

const parts = {
  dataset: madeUpDataset('made-up', SPLIT_PEOPLE),
  templates: unitTemplatesOf(SPLIT_PEOPLE),
  failing: SPLIT_FAILING,
  needs: { readSplits: async () => publishedSplits() },
};

describe('lists that differ in size', () => {
  let figures: readonly HeadlineFigure[];
  beforeAll(async () => {
    const { run } = await measuredSearch(
      searchTask({ search: { gallery: { subjects: [4, 9] } }, at: ['3e-1'] }),
      parts,
    );
    figures = headline(run)[0]?.systems[0]?.figures ?? [];
  });

  it('show hits, misses and false alarms of each, the larger one at the threshold of the smallest too', () => {
    expect(figures.map(({ label }) => label)).toEqual([
      'list of 4: mate comes first (TPIR)',
      '  missed (FNIR), FPIR 3e-1',
      '  false alarms, target 3e-1',
      '    predicted from FMR',
      'list of 9: mate comes first (TPIR)',
      '  missed (FNIR), FPIR 3e-1',
      '  false alarms, target 3e-1',
      '    predicted from FMR',
      '  at T of the list of 4, 3e-1',
      '    predicted from FMR',
      'no template (FTE)',
    ]);
  });

  it('have a name for each figure that no other has, of several targets too', async () => {
    const task = searchTask({ search: { gallery: { subjects: [4, 9] } }, at: ['3e-1', '1e-1'] });
    const { run } = await measuredSearch(task, parts);
    const names = headline(run)[0]?.systems[0]?.figures.map(({ name }) => name) ?? [];
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
    expect(names).toEqual(
      expect.arrayContaining([
        'list of 4, mate comes first (TPIR)',
        'list of 4, missed (FNIR), FPIR 3e-1',
        'list of 4, predicted from FMR, target 1e-1',
        'list of 9, false alarms, target 3e-1, at the threshold of the list of 4',
        'list of 9, predicted from FMR, target 1e-1, at the threshold of the list of 4',
      ]),
    );
  });
});

describe('published splits', () => {
  it('show means with their spread, and the mean less one standard deviation', async () => {
    const task = searchTask({ search: 'splits', at: ['2e-1'], verificationAt: ['1e-1', '1e-3'] });
    const { run } = await measuredSearch(task, parts);
    const [shown] = headline(run);
    const figures = shown?.systems[0]?.figures ?? [];
    expect(figures.map(({ label }) => label)).toEqual([
      'accepted (TAR), FMR 1e-1',
      '  less one SD',
      'accepted (TAR), FMR 1e-3',
      '  less one SD',
      'mate first (TPIR)',
      '  less one SD',
      'mate first (DIR), FPIR 2e-1',
      '  less one SD',
      'no template (FTE)',
    ]);
    const row = (metric: string) =>
      run.rows.find(({ metric: own, group, at }) => own === metric && group === 'all' && at === '1e-3')?.value ?? 0;
    const points = (share: number) => String(Number((share * 100).toPrecision(3)));
    expect(figures[2]?.text).toMatch(/^\d[\d.]*% ± [\d.]+ SD \[[\d.]+, [\d.]+\] over 2 splits \*$/);
    expect(figures[2]?.text).toContain(`± ${points(row('TAR@FMR-sd'))} SD`);
    expect(figures[3]).toMatchObject({
      name: 'accepted (TAR), FMR 1e-3, less one SD',
      text: expect.stringContaining(points(row('TAR@FMR-mean-minus-sd'))),
    });
    // A star is explained once of the mean, and not again of what is made of it.
    const notes = shown?.notes.filter((note) => note.includes('TAR@FMR')) ?? [];
    expect(notes.some((note) => note.startsWith('* TAR@FMR at 1e-3 is not resolved: '))).toBe(true);
    expect(notes.some((note) => note.includes('-sd'))).toBe(false);
  });

  it('say so where a mean cannot be had', () => {
    const row = { ...ROW, metric: 'TAR@FMR', at: '1e-3', value: null, resolvable: 'no: a split has no threshold' };
    expect(searchHeadline([row])).toEqual([
      { label: 'accepted (TAR), FMR 1e-3', name: 'accepted (TAR), FMR 1e-3', text: 'not resolved *' },
    ]);
  });
});

const ROW: MetricRow = {
  task: 't',
  model: 'm',
  dataset: 'd',
  protocol: 'search',
  condition: '',
  group: 'all',
  metric: '',
  at: '',
  value: 0.5,
  errors: null,
  trials: 2,
  over: 'splits',
  subjects: 9,
  low: null,
  high: null,
  level: null,
  method: '',
  threshold: null,
  calibration: '',
  resolvable: 'yes',
};

it.each([
  [{ group: 'all', metric: 'TAR@FMR' }, true],
  [{ group: 'all', metric: 'TAR@FMR-sd' }, true],
  [{ group: 'all', metric: 'TPIR@FPIR-rank-1-mean-minus-sd' }, true],
  [{ group: 'all', metric: 'FTE' }, true],
  [{ group: 'failures-excluded', metric: 'TAR@FMR' }, false],
  [{ group: 'split 1', metric: 'TAR@FMR' }, false],
  [{ group: 'list of 9', metric: 'TPIR@rank', at: '1' }, true],
  [{ group: 'list of 9', metric: 'TPIR@rank', at: '5' }, false],
  [{ group: 'list of 9', metric: 'selectivity', at: '1e-1' }, false],
  [{ group: 'list of 9, failures-excluded', metric: 'FPIR', at: '1e-1' }, false],
  [{ group: 'list of 9, at the threshold of the list of 4', metric: 'FPIR', at: '1e-1' }, true],
  [{ group: 'list of 9, at the threshold of the list of 4', metric: 'FMR', at: '1e-1' }, false],
])('of %j it is %s that they are shown first', (change, shown) => {
  expect(isSearchHeadline({ ...ROW, ...change })).toBe(shown);
});
