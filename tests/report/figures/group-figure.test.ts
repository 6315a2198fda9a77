import { describe, expect, it } from 'vitest';
import { groupFigures } from '../../../src/report/figures/group-figure.js';
import { expectLaws } from './support/laws.js';
import { reported, task } from './support/reported.js';
import { rate, row } from './support/rows.js';
import { markersOf } from './support/svg.js';

const NO = 'no: no error was seen';
const own = task({ groups: [['gender'], ['gender', 'age']] });
const group = (name: string, metric: string, at: string, cells: object) =>
  row(metric, at, { group: `gender: ${name}`, ...cells });
const ROWS = ['1e-2', '1e-3'].flatMap((at, k) => [
  group('female', 'FMR', at, rate(2 - k, 10, 0.01, 0.5)),
  group('female', 'FMR', at, { ...rate(2 - k, 10, 0, 1), method: 'jackknife' }),
  group('female', 'FNMR', at, rate(4, 10, 0.1, 0.8)),
  group('male', 'FMR', at, rate(0, 20, 0, 0.25, NO)),
  group('male', 'FNMR', at, rate(0, 0, 0, 1, 'no: no trial')),
  group('female / male', 'FMR', at, rate(1, 40, 0.001, 0.1)),
]);
const figures = groupFigures(reported([own], ROWS));

describe('groupFigures', () => {
  it('has false matches and misses of the groups, by their first intervals', () => {
    expect(figures.map(({ id }) => id)).toEqual(['groups-t--gender--FMR', 'groups-t--gender--FNMR']);
    expect(figures[0]?.table).toEqual({
      columns: ['gender', 'm'],
      rows: [
        ['female', '20% [1, 50] 2 of 10'],
        ['male', '0% [0, 25] 0 of 20 *'],
      ],
    });
    expect(figures[1]?.table.rows).toEqual([
      ['female', '40% [10, 80] 4 of 10'],
      ['male', 'not resolved *'],
    ]);
    expectLaws(figures);
  });

  it('is at the first target at which more than half of the rates are resolved, or the one with most', () => {
    // Of four rates two are resolved at each target: the first of them.
    expect(figures[0]?.title).toBe('False matches by gender, at FMR 1e-2: A task');
    const better = ROWS.map((one) => (one.at === '1e-3' ? { ...one, resolvable: 'yes' } : one));
    expect(groupFigures(reported([own], better))[0]?.title).toContain('at FMR 1e-3');
  });

  it('draws markers, hollow ones where a rate is not resolved, and the target of false matches', () => {
    expect(markersOf(figures[0]?.svg ?? '', 0).map(({ filled }) => filled)).toEqual([true, false]);
    expect(markersOf(figures[1]?.svg ?? '', 0)).toHaveLength(1);
    expect(figures[0]?.svg).toContain('stroke-dasharray="4 3"');
    expect(figures[1]?.svg).not.toContain('stroke-dasharray="4 3"');
  });

  it('shows the groups with most trials where they are too many, and all of them in the numbers', () => {
    const many = Array.from({ length: 30 }, (_, k) => [
      group(`g${k}`, 'FMR', '1e-2', rate(1, 100 + k, 0.001, 0.1)),
      group(`g${k}`, 'FNMR', '1e-2', rate(1, 100 + k, 0.001, 0.1)),
    ]).flat();
    const [made] = groupFigures(reported([own], many));
    expect(made?.table.rows).toHaveLength(30);
    expect(markersOf(made?.svg ?? '', 0)).toHaveLength(24);
    expect(made?.caption).toContain('6 groups with fewer comparisons are left out');
    expect(made?.svg).not.toContain('>g5<');
    expect(made?.svg).toContain('>g6<');
  });

  it('draws nothing of a task without groups', () => {
    expect(groupFigures(reported([task()], ROWS))).toEqual([]);
  });
});
