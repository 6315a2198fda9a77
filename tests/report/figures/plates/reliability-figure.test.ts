import { describe, expect, it } from 'vitest';
import { reliabilityFigures } from '../../../../src/report/figures/plates/reliability-figure.js';
import { seenTask } from '../../../support/seen-run.js';
import { expectLaws } from '../support/laws.js';
import { reported, task } from '../support/reported.js';
import { rate, row } from '../support/rows.js';
import { elementsOf, markersOf, textsOf } from '../support/svg.js';

const own = task({ protocol: 'plates', at: [], plates: { labels: 20, pictures: 20, vehicles: 20, iou: 0.5 } });
const bin = (k: number, mean: number, right: number, cells: object = {}) => [
  row('plate-confidence', `strict, bin ${k}`, { value: mean, over: '', ...cells }),
  row('plate-right@confidence', `strict, bin ${k}`, { ...rate(right, 10, 0.1, 0.95), over: 'reads', ...cells }),
];
const NO = 'no: no error was seen';
const ROWS = [
  ...bin(1, 1, 10, { resolvable: NO }),
  ...bin(2, 0.5, 2),
  ...bin(1, 0.9, 9, { model: 'n' }),
  ...bin(2, 0.25, 5, { model: 'n' }),
  ...bin(1, 0.7, 1).map((one) => ({ ...one, at: 'O=0, I=1, bin 1' })),
];
const [figure, ...more] = reliabilityFigures(reported([own, seenTask(own, 'mud')], ROWS, true));

describe('reliabilityFigures', () => {
  it('has one figure a task as published, a line a bin', () => {
    expect(more).toEqual([]);
    expect(figure?.id).toBe('plate-confidence-t');
    expect(figure?.table).toEqual({
      columns: ['system', 'bin', 'mean confidence', 'right'],
      rows: [
        ['m', '1', '100%', '100% [10, 95] 10 of 10 *'],
        ['m', '2', '50%', '20% [10, 95] 2 of 10'],
        ['n', '1', '90%', '90% [10, 95] 9 of 10'],
        ['n', '2', '25%', '50% [10, 95] 5 of 10'],
      ],
    });
    expectLaws(figure ? [figure] : []);
  });

  it('has a panel a system, with markers where confidence and share meet, and a diagonal in each', () => {
    const svg = figure?.svg ?? '';
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['m', 'n', 'mean confidence →']));
    const [first, second] = markersOf(svg, 0);
    expect([first?.filled, second?.filled]).toEqual([false, true]);
    const others = markersOf(svg, 1);
    expect(others.map(({ filled }) => filled)).toEqual([true, true]);
    // Half of the confidence is half of the way, in panels of one size: 0.5 of one against 0.9 - 0.25 of the other.
    const span = ((first?.x ?? 0) - (second?.x ?? 0)) / 0.5;
    expect((others[0]?.x ?? 0) - (others[1]?.x ?? 0)).toBeCloseTo(0.65 * span, 0);
    expect((second?.y ?? 0) - (first?.y ?? 0)).toBeCloseTo(
      (((others[1]?.y ?? 0) - (others[0]?.y ?? 0)) * 0.8) / 0.4,
      0,
    );
    const diagonals = elementsOf(svg).filter(
      ({ name, attributes: { d = '' } }) => name === 'path' && /^M[\d.,]+L[\d.,]+$/.test(d),
    );
    expect(diagonals.length).toBeGreaterThanOrEqual(2);
  });

  it('draws nothing where no line has two bins', () => {
    expect(reliabilityFigures(reported([own], ROWS.slice(0, 2), true))).toEqual([]);
  });
});
