import { expect } from 'vitest';
import type { Figure } from '../../../../src/report/figures/figure.js';
import { standaloneSvg } from '../../../../src/report/figures/figure-files.js';
import { rateText } from '../../../../src/report/format.js';
import { elementsOf } from './svg.js';

/** What holds of every figure that is drawn from rates. */
export function expectLaws(figures: readonly Figure[]): void {
  expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
  for (const figure of figures) {
    const { id, title, caption, svg } = figure;
    expect(id).toMatch(/^[a-zA-Z0-9._-]+$/);
    expect(title).not.toBe('');
    expect(caption).not.toMatch(/undefined|NaN|Infinity|null/);
    expectWhole(figure);
    for (const text of [svg, standaloneSvg(svg)]) {
      const ids = elementsOf(text).flatMap(({ attributes }) => attributes.id ?? []);
      expect(ids).toEqual([`label-of-${id}`]);
      expect(text).not.toMatch(/NaN|Infinity|undefined|clip-?path|<style|aria-label=/i);
    }
    expect(standaloneSvg(svg)).not.toContain('var(');
    expectInside(svg);
  }
}

/**
 * Rows have as many cells as columns, and every rate of the table stands in the data with its interval and denominator,
 * but where the data are the points of curves or the bins of scores.
 */
export function expectWhole({ table, data }: Pick<Figure, 'table' | 'data'>): void {
  expect(table.rows.length).toBeGreaterThan(0);
  for (const { columns, rows } of [table, data]) {
    for (const row of rows) expect(row).toHaveLength(columns.length);
  }
  const at = (name: string) => data.columns.indexOf(name);
  if (at('resolvable') === -1) return;
  const texts = data.rows.map((row) => {
    const number = (name: string) => {
      const value = row[at(name)];
      return typeof value === 'number' ? value : null;
    };
    return rateText({
      value: number('value'),
      low: number('low'),
      high: number('high'),
      errors: number('errors'),
      trials: number('trials'),
      resolvable: String(row[at('resolvable')]),
    });
  });
  for (const cell of table.rows.flat()) if (/%.*( of |\[)|not resolved/.test(cell)) expect(texts).toContain(cell);
}

/** Nothing is drawn outside of the chart. */
function expectInside(svg: string): void {
  const [, width = '0', height = '0'] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  for (const { name, at, attributes } of elementsOf(svg)) {
    if (name !== 'text' && name !== 'path' && name !== 'rect') continue;
    const x = at[0] + Number.parseFloat(attributes.x ?? '0');
    const y = at[1] + Number.parseFloat(attributes.y ?? '0');
    expect(x).toBeGreaterThanOrEqual(-1);
    expect(x).toBeLessThanOrEqual(Number(width) + 1);
    expect(y).toBeGreaterThanOrEqual(-1);
    expect(y).toBeLessThanOrEqual(Number(height) + 1);
  }
}
