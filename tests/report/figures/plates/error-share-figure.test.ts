import { describe, expect, it } from 'vitest';
import { errorShareFigures } from '../../../../src/report/figures/plates/error-share-figure.js';
import { seenTask } from '../../../support/seen-run.js';
import { expectLaws } from '../support/laws.js';
import { reported, task } from '../support/reported.js';
import { rate, row } from '../support/rows.js';
import { elementsOf, textsOf } from '../support/svg.js';

const own = task({ protocol: 'plates', at: [], plates: { labels: 20, pictures: 20, vehicles: 20, iou: 0.5 } });
const source = (kind: string, errors: number, cells: object = {}) =>
  row('plate-source', `strict: ${kind}`, {
    ...rate(errors, 20, errors / 40, (errors + 2) / 22),
    over: 'plates',
    ...cells,
  });
const ROWS = [
  source('right', 14, { low: 0.5, high: 0.8 }),
  source('not found', 4),
  source('wrong box', 0, { resolvable: 'no: no error was seen' }),
  source('extra', 2),
  { ...source('right', 0), at: 'O=0, I=1: right' },
];
const [figure, ...more] = errorShareFigures(reported([own, seenTask(own, 'mud')], ROWS, true));

describe('errorShareFigures', () => {
  it('has one figure a task as published, and every kind in the numbers', () => {
    expect(more).toEqual([]);
    expect(figure?.table).toEqual({
      columns: ['kind', 'm', 'n'],
      rows: [
        ['right', '70% [50, 80] 14 of 20', ''],
        ['a: not found', '20% [10, 27.3] 4 of 20', ''],
        ['b: wrong box', '0% [0, 9.09] 0 of 20 *', ''],
        ['g: extra', '10% [5, 18.2] 2 of 20', ''],
      ],
    });
    expectLaws(figure ? [figure] : []);
  });

  it('draws pieces as long as their shares, one behind the other, with their letters', () => {
    const pieces = elementsOf(figure?.svg ?? '').filter(
      ({ name, attributes }) => name === 'rect' && ['1', '0.25'].includes(attributes['fill-opacity'] ?? ''),
    );
    const [first, second] = pieces.map(({ attributes: { x, width } }) => [Number(x), Number(width)]);
    expect(pieces).toHaveLength(2);
    expect(first?.[1]).toBeCloseTo((second?.[1] ?? 0) * 2, 0);
    expect((first?.[0] ?? 0) + (first?.[1] ?? 0)).toBeCloseTo(second?.[0] ?? 0, 0);
    const texts = textsOf(figure?.svg ?? '');
    for (const text of ['a', 'g', 'a: not found', 'g: extra', '30% [20, 50] 6 of 20']) expect(texts).toContain(text);
  });

  it('draws nothing where nothing was read', () => {
    expect(errorShareFigures(reported([own], [], true))).toEqual([]);
  });
});
