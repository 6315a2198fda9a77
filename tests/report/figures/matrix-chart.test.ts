import { describe, expect, it } from 'vitest';
import { matrixChart } from '../../../src/report/figures/matrix-chart.js';
import { elementsOf, textsOf } from './support/svg.js';

const cells = [
  { row: 0, column: 0, shade: 1, text: ['5%', 'of 20'], unresolved: false },
  { row: 1, column: 0, shade: 0, text: ['0% *', 'of 10'], unresolved: true },
];
const size = { least: 36, most: 110 };
const matrix = (names: readonly string[]) =>
  matrixChart({ id: 'm', label: 'A matrix', rows: names, columns: names, cells, place: 1, size });

describe('matrixChart', () => {
  const svg = matrix(['a', 'b']);
  const rects = elementsOf(svg).filter(({ name }) => name === 'rect');

  it('draws each cell in its place, once filled and once outlined, dashed where it is not resolved', () => {
    expect(rects).toHaveLength(4);
    const [first, second] = rects;
    expect(first?.attributes.x).toBe(second?.attributes.x);
    expect(Number(second?.attributes.y) - Number(first?.attributes.y)).toBeCloseTo(46, 0);
    expect(rects.map(({ attributes }) => attributes['fill-opacity'])).toEqual(['0.55', '0', undefined, undefined]);
    const dashed = elementsOf(svg).filter(({ attributes }) => attributes['stroke-dasharray'] === '3 2');
    expect(dashed).toHaveLength(1);
    expect(rects.every(({ system }) => system === '1')).toBe(true);
  });

  it('has both lines of text in every cell, so that it can be read without shades', () => {
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['5%', 'of 20', '0% *', 'of 10']));
  });

  it('names the columns where there is room, and numbers them where there is none', () => {
    expect(textsOf(svg).filter((text) => text === 'a')).toHaveLength(2);
    const long = matrix(['female x east_asian', 'male x west_asian']);
    expect(textsOf(long)).toEqual(expect.arrayContaining(['1', '2', 'female x east_asian  1', 'male x west_asian  2']));
  });
});
