import { describe, expect, it } from 'vitest';
import { byConditionFigures } from '../../../src/report/figures/condition-figure.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { conditionRecord, seenTask } from '../../support/seen-run.js';
import { expectLaws } from './support/laws.js';
import { reported, task } from './support/reported.js';
import { rate, row } from './support/rows.js';
import { markersOf } from './support/svg.js';

const own = task();
const NO = 'no: fewer than five false matches';
const fog = seenTask(own, 'fog');
const tasks = [own, fog, seenTask(own, 'jpeg-20', { sweep: { of: 'jpeg', value: 20, unit: '' } })];
const seen = (id: string, at: string, errors: number, cells: Partial<MetricRow> = {}) =>
  row('FNMR', at, { task: id, ...rate(errors, 100, errors / 200, errors / 50), ...cells });
const setter = (at: string, model: string, resolvable: string) =>
  row('FNMR@FMR', at, { model, value: 0.1, resolvable });
const ROWS = [
  setter('1e-2', 'm', 'yes'),
  setter('1e-2', 'n', 'yes'),
  setter('1e-3', 'm', 'yes'),
  setter('1e-3', 'n', NO),
  seen('t', '1e-2', 2),
  seen('t', '1e-2', 2, { low: 0, high: 1, method: 'jackknife' }),
  seen('t', '1e-3', 9),
  seen('t.fog', '1e-2', 20),
  seen('t.fog', '1e-2', 30, { model: 'n', resolvable: 'no: few' }),
  seen('t.fog', '1e-2', 1, { group: 'failures-excluded' }),
  seen('t.jpeg-20', '1e-2', 40),
];
const [figure, ...more] = byConditionFigures(reported(tasks, ROWS));

describe('byConditionFigures', () => {
  it('has one figure a task, at the strictest target that all systems resolve as published', () => {
    expect(more).toEqual([]);
    expect(figure?.id).toBe('conditions-t');
    expect(figure?.title).toBe('By condition, missed (FNMR), FMR 1e-2 as published: A task');
    const strict = ROWS.map((one) => ({ ...one, resolvable: 'yes' }));
    expect(byConditionFigures(reported(tasks, strict))[0]?.title).toContain('FMR 1e-3');
    const none = ROWS.map((one) => ({ ...one, resolvable: NO }));
    expect(byConditionFigures(reported(tasks, none))[0]?.title).toContain('FMR 1e-2');
  });

  it('has as published first, then the conditions, and no sweep', () => {
    expect(figure?.table).toEqual({
      columns: ['missed (FNMR), FMR 1e-2 as published', 'm', 'n'],
      rows: [
        ['as published', '2% [1, 4] 2 of 100', ''],
        ['fog: Through fog', '20% [10, 40] 20 of 100', '30% [15, 60] 30 of 100 *'],
      ],
    });
    expect(figure?.data.rows.map((cells) => cells.slice(0, 9))).toEqual([
      ['as published', 'm', 'FNMR', '1e-2', 0.02, 0.01, 0.04, 2, 100],
      ['fog', 'm', 'FNMR', '1e-2', 0.2, 0.1, 0.4, 20, 100],
      ['fog', 'n', 'FNMR', '1e-2', 0.3, 0.15, 0.6, 30, 100],
    ]);
  });

  it('draws a marker for each, hollow where it is not resolved', () => {
    expect(markersOf(figure?.svg ?? '', 0).map(({ filled }) => filled)).toEqual([true, true]);
    expect(markersOf(figure?.svg ?? '', 1).map(({ filled }) => filled)).toEqual([false]);
    expectLaws(figure ? [figure] : []);
  });

  it('takes a condition without steps for as published', () => {
    const published = seenTask(own, 'published', { does: [], thresholdsFrom: 'other' });
    const others = [own, { ...fog, condition: conditionRecord('t', 'fog', { thresholdsFrom: 'other' }) }, published];
    const rows = [...ROWS, seen('t.published', '1e-2', 5)];
    const labels = (of: typeof others) => byConditionFigures(reported(of, rows))[0]?.table.rows.map(([name]) => name);
    expect(labels(others)).toEqual(['as published', 'fog: Through fog']);
    // The task itself has a threshold of its own then, so it stands for nothing.
    expect(labels(others.slice(0, 2))).toEqual(['fog: Through fog']);
  });

  it('of searches has the row that sets the threshold, and says so', () => {
    const search = { lists: 'drawn', kind: 'sizes', consolidate: 'best', per: 'sample' } as const;
    const searched = task({ protocol: 'search', search });
    const group = 'list of 9';
    const rows = [
      row('FNIR@FPIR', '1e-2', { group, ...rate(5, 100, 0.01, 0.1), over: 'searches' }),
      row('FNIR', '1e-2', { task: 't.fog', group, ...rate(50, 100, 0.4, 0.6), over: 'searches' }),
    ];
    const [made] = byConditionFigures(reported([searched, seenTask(searched, 'fog')], rows));
    expect(made?.table.rows).toEqual([
      ['as published', '5% [1, 10] 5 of 100', ''],
      ['fog: Through fog', '50% [40, 60] 50 of 100', ''],
    ]);
    expect(made?.caption).toContain('Searches are in the list of 9.');
    expect(made?.caption).toContain('set the threshold anew');
  });

  it('of plates shows what is read right, where further right is better', () => {
    const plates = task({ protocol: 'plates', at: [], plates: { labels: 10, pictures: 10, vehicles: 10, iou: 0.5 } });
    const read = (id: string) => row('plate-exact', 'strict', { task: id, ...rate(8, 10, 0.5, 0.9), over: 'plates' });
    const [made] = byConditionFigures(reported([plates, seenTask(plates, 'mud')], [read('t'), read('t.mud')], true));
    expect(made?.table.columns[0]).toBe('read right, strict');
    expect(made?.caption).toContain('Further right is better');
    expect(made?.caption).not.toContain('threshold');
  });

  it('draws nothing of a task that has no condition', () => {
    expect(byConditionFigures(reported([own], ROWS))).toEqual([]);
  });
});
