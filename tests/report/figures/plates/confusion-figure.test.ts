import { describe, expect, it } from 'vitest';
import { confusionFigures } from '../../../../src/report/figures/plates/confusion-figure.js';
import { seenTask } from '../../../support/seen-run.js';
import { expectLaws } from '../support/laws.js';
import { reported, task } from '../support/reported.js';
import { rate, row } from '../support/rows.js';
import { elementsOf, textsOf } from '../support/svg.js';

const own = task({ protocol: 'plates', at: [], plates: { labels: 20, pictures: 20, vehicles: 20, iou: 0.5 } });
const confusion = (what: string, errors: number, trials: number, cells: object = {}) =>
  row('plate-confusion', `strict: ${what}`, { ...rate(errors, trials, 0.01, 0.6), over: 'characters', ...cells });
const ROWS = [
  confusion('O as 0', 8, 22),
  confusion('O as Q', 2, 22, { resolvable: 'no: few' }),
  confusion('B as nothing', 1, 60),
  confusion('nothing as 8', 4, 500),
  confusion('Z as 2', 0, 9),
  confusion('O as 0', 3, 22, { model: 'n' }),
  { ...confusion('R as A', 1, 60), at: 'O=0, I=1: R as A' },
];
const figures = confusionFigures(reported([own, seenTask(own, 'mud')], ROWS, true));
const [figure] = figures;

describe('confusionFigures', () => {
  it('has one figure a system and task as published', () => {
    expect(figures.map(({ id }) => id)).toEqual(['plate-confusions-t--m', 'plate-confusions-t--n']);
    expect(figure?.table).toEqual({
      columns: ['character', 'read as', 'm'],
      rows: [
        ['O', '0', '36.4% [1, 60] 8 of 22'],
        ['O', 'Q', '9.09% [1, 60] 2 of 22 *'],
        ['B', 'nothing', '1.67% [1, 60] 1 of 60'],
        ['nothing', '8', '0.8% [1, 60] 4 of 500'],
      ],
    });
    expectLaws(figures);
  });

  it('has rows for the characters that were there, with how often, and columns for what was read', () => {
    const texts = textsOf(figure?.svg ?? '');
    for (const text of ['B (60)', 'O (22)', '∅, of 500 read', '0', '8', 'Q', '∅', '4']) expect(texts).toContain(text);
    const shades = elementsOf(figure?.svg ?? '').flatMap(({ name, attributes }) =>
      name === 'rect' && attributes['fill-opacity'] !== undefined ? [Number(attributes['fill-opacity'])] : [],
    );
    expect(shades).toEqual([0.55, 0.14, 0.07, 0.28]);
    expect(figure?.caption).toContain('The most frequent: O read as 0, 8 of the 22 times, 36.4%');
  });

  it('shows the most frequent characters, and says how much is left out', () => {
    const many = Array.from({ length: 30 }, (_, k) =>
      confusion(`${String.fromCharCode(192 + k)} as 0`, 1 + (k % 3), 9),
    );
    const [made] = confusionFigures(reported([own], many, true));
    expect(made?.table.rows).toHaveLength(30);
    expect(textsOf(made?.svg ?? '').filter((text) => text.endsWith('(9)'))).toHaveLength(24);
    expect(made?.caption).toContain('6 confusions of rarer characters are left out');
  });
});
