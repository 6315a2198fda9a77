import { describe, expect, it } from 'vitest';
import { densityFigures } from '../../../src/report/figures/density-figure.js';
import { seenTask } from '../../support/seen-run.js';
import { expectLaws } from './support/laws.js';
import { reported, task } from './support/reported.js';
import { rate, row } from './support/rows.js';
import { markersOf, textsOf } from './support/svg.js';

const own = task();
const step = (of: string, value: number, unit: string) =>
  seenTask(own, `${of}-${value}`, { sweep: { of, value, unit } });
const tasks = [
  own,
  step('density', 200, 'px/m'),
  step('density', 50, 'px/m'),
  step('jpeg', 20, ''),
  step('jpeg', 30, ''),
];
const seen = (id: string, errors: number) =>
  row('FNMR', '1e-2', { task: id, ...rate(errors, 10, errors / 20, Math.min(1, errors / 8)) });
const ROWS = [seen('t.density-200', 1), seen('t.density-50', 8), seen('t.jpeg-20', 4), seen('t.jpeg-30', 3)];
const figures = densityFigures(reported(tasks, ROWS));

describe('densityFigures', () => {
  it('has one figure a task and sweep, by rising value', () => {
    expect(figures.map(({ id }) => id)).toEqual(['sweep-t--density', 'sweep-t--jpeg']);
    expect(figures[0]?.title).toBe('By density, px/m, missed (FNMR), FMR 1e-2 as published: A task');
    expect(figures[0]?.table).toEqual({
      columns: ['density, px/m', 'm', 'n'],
      rows: [
        ['50', '80% [40, 100] 8 of 10', ''],
        ['200', '10% [5, 12.5] 1 of 10', ''],
      ],
    });
    expect(figures[1]?.data.columns[0]).toBe('jpeg');
    expectLaws(figures);
  });

  it('stands on a logarithmic axis where the range is more than threefold', () => {
    const [wide, narrow] = figures;
    expect(textsOf(wide?.svg ?? '')).toEqual(expect.arrayContaining(['50', '200', 'density, px/m →']));
    const xs = (svg = '') => markersOf(svg, 0).map(({ x }) => x);
    // From 50 / 1.06 to 200 * 1.06, on 592 units.
    const share = Math.log(1.06) / Math.log(4 * 1.06 ** 2);
    expect(xs(wide?.svg)[0]).toBeCloseTo(66 + share * 592, 0);
    // 20 to 30 with three hundredths on either side.
    expect(xs(narrow?.svg)[0]).toBeCloseTo(66 + (0.03 / 1.06) * 592, 0);
  });

  it('draws no line through one step', () => {
    expect(densityFigures(reported(tasks.slice(0, 2), ROWS))).toEqual([]);
    expect(densityFigures(reported(tasks, ROWS.slice(0, 1)))).toEqual([]);
  });
});
