import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../../src/report/figures/draw.js';
import { figureFiles, standaloneSvg } from '../../../src/report/figures/figure-files.js';
import { figuresOf } from '../../../src/report/figures/figures.js';
import { seriesStyle } from '../../../src/report/figures/system-style.js';
import { peopleRun } from '../../support/people.js';
import { elementsOf, textsOf } from './support/svg.js';

describe('figureFiles', () => {
  const figures = figuresOf(peopleRun());
  const files = figureFiles(figures);

  it('are two of each figure, by its id', () => {
    expect([...files.keys()]).toEqual(figures.flatMap(({ id }) => [`figures/${id}.svg`, `figures/${id}.csv`]));
  });

  it('have every number of it, to the last digit', () => {
    for (const { id, data } of figures) {
      const [head, ...rows] = parse(files.get(`figures/${id}.csv`) ?? '') as string[][];
      expect(head).toEqual(data.columns);
      expect(rows).toEqual(data.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))));
    }
  });

  it('stand alone: well-formed, of a size, on white, without the properties of a page or a script', () => {
    for (const { id, svg } of figures) {
      const text = files.get(`figures/${id}.svg`) ?? '';
      const [root, title, ground] = elementsOf(text);
      expect([root?.name, title?.name, ground?.name]).toEqual(['svg', 'title', 'rect']);
      const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
      expect(root?.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', width, height });
      expect(ground?.attributes).toEqual({ width, height, fill: '#ffffff' });
      expect(text).not.toMatch(/var\(|<script|<style|href|url\(/);
      expect(textsOf(text)).toEqual(textsOf(svg));
    }
  });
});

it('standaloneSvg leaves names as they are, whatever they look like', () => {
  const name = 'a fill="var(--page, red)" & $1 $&';
  const svg = drawSvg({ marks: [] }, { id: 'x', label: name, legend: [{ name, system: 0, style: seriesStyle(0) }] });
  const alone = standaloneSvg(svg);
  expect(textsOf(alone)).toEqual([name]);
  expect(elementsOf(alone).find(({ name: element }) => element === 'title')?.text).toBe(name);
  expect(
    elementsOf(alone)
      .flatMap(({ attributes }) => Object.values(attributes))
      .join(),
  ).not.toContain('var(');
});
