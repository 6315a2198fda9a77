import { describe, expect, it } from 'vitest';
import { lineChart, roomyTicks } from '../../../src/report/figures/line-chart.js';
import { rate, row } from './support/rows.js';
import { elementsOf, markersOf, textsOf } from './support/svg.js';

const x = { label: 'px/m', scale: 'log', domain: [10, 1000], ticks: [10, 100, 1000], tickText: String } as const;
const points = [
  { x: 10, row: row('FNMR', '', rate(8, 10, 0.5, 0.9)) },
  { x: 100, row: row('FNMR', '', rate(0, 10, 0, 0.3, 'no: no error was seen')) },
  { x: 1000, row: row('FNMR', '', { ...rate(0, 0, 0, 1, 'no: no trial') }) },
];
const chart = (change: object = {}) =>
  lineChart({
    id: 'l',
    label: 'Lines',
    x,
    y: { label: 'missed', domain: [0, 1] },
    lines: [{ name: 'one', place: 2, points, ...change }],
  });
const [left, right, top, bottom] = [66, 680 - 22, 48, 400 - 44];
const at = (share: number, value: number) => [left + share * (right - left), bottom - value * (bottom - top)] as const;

describe('lineChart', () => {
  it('puts markers where the rates are, hollow where they are not resolved, none where there is none', () => {
    const markers = markersOf(chart(), 2);
    expect(markers.map(({ filled }) => filled)).toEqual([true, false]);
    const wanted = [at(0, 0.8), at(0.5, 0)];
    for (const [k, marker] of markers.entries()) {
      expect(marker.x).toBeCloseTo(wanted[k]?.[0] ?? -1, 0);
      expect(marker.y).toBeCloseTo(wanted[k]?.[1] ?? -1, 0);
    }
  });

  it('draws bars from the low to the high end, dashed where a rate is not resolved', () => {
    const bars = elementsOf(chart()).filter(({ name, system }) => name === 'line' && system === '2');
    expect(bars.map(({ attributes: { y1, y2 } }) => [Number(y1), Number(y2)])).toEqual([
      [expect.closeTo(at(0, 0.5)[1], 0), expect.closeTo(at(0, 0.9)[1], 0)],
      [expect.closeTo(at(0, 0)[1], 0), expect.closeTo(at(0, 0.3)[1], 0)],
    ]);
    expect(elementsOf(chart()).some(({ attributes }) => attributes['stroke-dasharray'] === '3 2')).toBe(true);
  });

  it('draws a finer path in its place, in steps', () => {
    const path = [
      { x: 10, y: 0 },
      { x: 1000, y: 1 },
    ];
    const lineOf = (svg: string) =>
      elementsOf(svg)
        .filter(({ name, system, attributes }) => name === 'path' && system === '2' && attributes.d?.includes('L'))
        .map(({ attributes: { d = '' } }) => d)
        .find((d) => !d.endsWith('Z'));
    expect(lineOf(chart({ path }))).toBe(`M${left},${bottom}L${right},${top}`);
    expect(lineOf(chart({ path, steps: true }))).toBe(`M${left},${bottom}L${right},${bottom}L${right},${top}`);
  });

  it('has its axes and a legend', () => {
    expect(textsOf(chart())).toEqual(
      expect.arrayContaining(['px/m →', '↑ missed', 'one', '10', '100', '1000', '100%']),
    );
  });
});

describe('roomyTicks', () => {
  it('keeps ticks that stand apart, the last one first', () => {
    expect(roomyTicks([62, 75, 90, 105, 500], [60, 520], 'log')).toEqual([62, 75, 90, 105, 500]);
    expect(roomyTicks([1, 2, 3, 50, 100], [0, 100], 'linear')).toEqual([3, 50, 100]);
    expect(roomyTicks([10, 10], [9, 11], 'linear')).toEqual([10]);
  });
});
