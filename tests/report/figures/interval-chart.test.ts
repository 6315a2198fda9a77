import { describe, expect, it } from 'vitest';
import { intervalChart } from '../../../src/report/figures/interval-chart.js';
import { labelWidth } from '../../../src/report/figures/label-width.js';
import { rate, row } from './support/rows.js';
import { elementsOf, markersOf, textsOf } from './support/svg.js';

const systems = [
  { name: 'one', place: 0 },
  { name: 'other', place: 3 },
];
const lines = [
  { label: 'as published', rates: [row('FNMR', '1e-3', rate(1, 10, 0.05, 0.4)), undefined] },
  {
    label: 'fog',
    rates: [
      row('FNMR', '1e-3', rate(2, 10, 0.1, 0.5)),
      row('FNMR', '1e-3', rate(0, 10, 0, 0.25, 'no: no error was seen')),
    ],
  },
  { label: 'empty', rates: [row('FNMR', '1e-3', rate(0, 0, 0, 1, 'no: no trial')), undefined] },
];
const svg = intervalChart({ id: 'x', label: 'A chart', axis: 'missed', systems, lines, reference: 0.25 });

/** Where a rate stands: the axis ends a little above the highest bar. */
const left = 20 + labelWidth('as published');
const xOf = (value: number) => left + (value / 0.52) * (680 - 24 - left);

describe('intervalChart', () => {
  it('puts each marker where its rate is, on its own line', () => {
    const [published, fog] = markersOf(svg, 0);
    expect(published?.x).toBeCloseTo(xOf(0.1), 0);
    expect(fog?.x).toBeCloseTo(xOf(0.2), 0);
    // Two systems: lines are 32 high.
    expect((fog?.y ?? 0) - (published?.y ?? 0)).toBeCloseTo(32, 0);
  });

  it('draws a marker hollow, with a dashed bar, where the data cannot resolve the rate', () => {
    const [other, ...more] = markersOf(svg, 3);
    expect(more).toEqual([]);
    expect(other?.filled).toBe(false);
    expect(other?.x).toBeCloseTo(xOf(0), 0);
    expect(markersOf(svg, 0).map(({ filled }) => filled)).toEqual([true, true]);
    const bars = elementsOf(svg).filter(({ attributes }) => attributes['stroke-dasharray'] === '3 2');
    expect(bars).toHaveLength(1);
    expect(bars[0]?.system).toBe('3');
  });

  it('draws the bars from the low to the high end', () => {
    const bars = elementsOf(svg).filter(({ name, system }) => name === 'line' && system === '0');
    expect(bars.map(({ attributes: { x1, x2 } }) => [Number(x1), Number(x2)])).toEqual([
      [expect.closeTo(xOf(0.05), 0), expect.closeTo(xOf(0.4), 0)],
      [expect.closeTo(xOf(0.1), 0), expect.closeTo(xOf(0.5), 0)],
    ]);
  });

  it('sets the systems of a line beside each other', () => {
    const fog = markersOf(svg, 0)[1]?.y ?? 0;
    expect((markersOf(svg, 3)[0]?.y ?? 0) - fog).toBeCloseTo(11, 0);
  });

  it('says what there is nothing of, and has every label', () => {
    const texts = textsOf(svg);
    for (const text of ['as published', 'fog', 'empty', 'one', 'other', 'missed →', 'no trial']) {
      expect(texts).toContain(text);
    }
  });

  it('marks the reference', () => {
    const all = elementsOf(svg);
    const dashed = all.findIndex(({ attributes }) => attributes['stroke-dasharray'] === '4 3');
    expect(Number(all[dashed + 1]?.attributes.x1)).toBeCloseTo(xOf(0.25), 0);
  });

  it('ends the axis at 100%', () => {
    const whole = intervalChart({
      id: 'x',
      label: '',
      axis: 'a',
      systems,
      lines: [{ label: 'l', rates: [row('FNMR', '', rate(9, 10, 0.6, 1)), undefined] }],
    });
    expect(textsOf(whole)).toContain('100%');
    expect(textsOf(whole).some((text) => /^1[1-9]\d%/.test(text))).toBe(false);
  });
});
