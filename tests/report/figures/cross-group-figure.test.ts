import { describe, expect, it } from 'vitest';
import { crossGroupFigures } from '../../../src/report/figures/cross-group-figure.js';
import { expectLaws } from './support/laws.js';
import { reported, task } from './support/reported.js';
import { rate, row } from './support/rows.js';
import { elementsOf, textsOf } from './support/svg.js';

const own = task({ groups: [['origin']] });
const fmr = (group: string, errors: number, trials: number, resolvable = 'yes', model = 'm') =>
  row('FMR', '1e-2', { model, group: `origin: ${group}`, ...rate(errors, trials, 0, 0.5, resolvable) });
const missed = (group: string, model = 'm') =>
  row('FNMR', '1e-2', { model, group: `origin: ${group}`, ...rate(1, 10, 0.01, 0.5) });
const ROWS = [
  missed('a'),
  fmr('a', 5, 50),
  missed('b / c'),
  fmr('b / c', 0, 0, 'no: no trial'),
  missed('d'),
  fmr('d', 1, 12_345),
  fmr('a / b / c', 1, 100),
  fmr('a / d', 0, 4_365_363, 'no: no error was seen'),
  fmr('b / c / d', 3, 300),
];
const figures = crossGroupFigures(reported([own], ROWS));
const [figure] = figures;

describe('crossGroupFigures', () => {
  it('has one matrix a system that has rates, each two groups once', () => {
    expect(figures.map(({ id }) => id)).toEqual(['cross-groups-t--origin--m']);
    expect(figure?.table).toEqual({
      columns: ['origin', 'and', 'false matches (FMR), m'],
      rows: [
        ['a', 'a', '10% [0, 50] 5 of 50'],
        ['b / c', 'a', '1% [0, 50] 1 of 100'],
        ['b / c', 'b / c', 'not resolved *'],
        ['d', 'a', '0% [0, 50] 0 of 4,365,363 *'],
        ['d', 'b / c', '1% [0, 50] 3 of 300'],
        ['d', 'd', '0.0081% [0, 50] 1 of 12,345'],
      ],
    });
    expectLaws(figures);
  });

  it('says rate and trials in each cell, shorter where they are many, with a star where they tell nothing', () => {
    const texts = textsOf(figure?.svg ?? '');
    for (const text of ['10%', 'of 50', '–', 'of 0', '0% *', 'of 4.4M', '0.0081%', 'of 12k']) {
      expect(texts).toContain(text);
    }
  });

  it('shades by the highest rate', () => {
    const shades = elementsOf(figure?.svg ?? '').flatMap(({ name, attributes }) =>
      name === 'rect' && attributes['fill-opacity'] !== undefined ? [Number(attributes['fill-opacity'])] : [],
    );
    expect(shades).toEqual([0.55, 0.06, 0, 0, 0.06, 0]);
  });

  it('shows the ten groups with most comparisons, and all couples in the numbers', () => {
    const names = Array.from({ length: 12 }, (_, k) => `g${k}`);
    const many = names.flatMap((a, k) => [
      missed(a),
      fmr(a, 1, 100 + k),
      ...names.slice(0, k).map((b) => fmr(`${b} / ${a}`, 1, 100 + k)),
    ]);
    const [made] = crossGroupFigures(reported([own], many));
    expect(made?.table.rows).toHaveLength(78);
    expect(textsOf(made?.svg ?? '').filter((text) => text.startsWith('of '))).toHaveLength(55);
    expect(made?.caption).toContain('2 groups with fewer comparisons are left out');
  });

  it('draws nothing where no two groups were compared', () => {
    expect(crossGroupFigures(reported([own], ROWS.slice(0, 6)))).toEqual([]);
  });
});
