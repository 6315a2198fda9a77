import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/report/figures/figure.js';
import { rankFigures } from '../../../src/report/figures/rank-figure.js';
import { madeUpDataset, unitTemplatesOf } from '../../support/made-up-dataset.js';
import { measuredSearch, searchTask } from '../../support/measured-search.js';
import type { MadeUpRun } from '../../support/run.js';
import { seenSearchRun } from '../../support/seen-run.js';
import { publishedSplits, SPLIT_FAILING, SPLIT_PEOPLE } from '../../support/splits.js';
import { expectLaws } from './support/laws.js';
import { sizesRun } from './support/sizes-run.js';
import { elementsOf, markersOf, textsOf } from './support/svg.js';

async function splitsRun(): Promise<MadeUpRun> {
  const dataset = madeUpDataset('made-up', SPLIT_PEOPLE);
  const needs = { readSplits: () => Promise.resolve(publishedSplits()) };
  const parts = { dataset, templates: unitTemplatesOf(SPLIT_PEOPLE), failing: SPLIT_FAILING, needs };
  return (await measuredSearch(searchTask({ search: 'splits' }), parts)).run;
}

/** The numbers of each line by rank. */
const column = ({ data }: Figure, name: string) => data.rows.map((cells) => cells[data.columns.indexOf(name)]);

describe('rankFigures', () => {
  let one: MadeUpRun;
  let sizes: MadeUpRun;
  let splits: MadeUpRun;
  beforeAll(async () => {
    [one, sizes, splits] = [await seenSearchRun(), await sizesRun(), await splitsRun()];
  });

  it('has one figure a task as published, with every rank up to the size of the list', () => {
    const figures = rankFigures(one);
    expect(figures.map(({ id }) => id)).toEqual(['ranks-search']);
    expect(column(figures[0] as Figure, 'rank')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expectLaws(figures);
  });

  it('counts as the rates of the run do, and never falls', () => {
    const [figure] = rankFigures(one) as [Figure];
    const hits = column(figure, 'hits') as number[];
    expect([...hits].sort((a, b) => a - b)).toEqual(hits);
    const rated = one.rows.filter(
      ({ task, metric, method, group }) =>
        task === 'search' && metric === 'TPIR@rank' && method === 'adjusted-wilson' && group === 'list of 9',
    );
    expect(rated.map(({ at }) => at)).toEqual(['1', '5']);
    for (const { at, errors, trials } of rated) {
      expect(hits[Number(at) - 1]).toBe(errors);
      expect(column(figure, 'matedSearches')[0]).toBe(trials);
    }
    expect(figure.table.rows.map(([name, rank]) => [name, rank])).toEqual([
      ['model', '1'],
      ['model', '5'],
    ]);
    expect(markersOf(figure.svg, 0)).toHaveLength(2);
    expect(figure.caption).toContain(`The share of ${rated[0]?.trials} searches`);
  });

  it('says where the axis begins', () => {
    const [figure] = rankFigures(one) as [Figure];
    const [, from = ''] = /begins at ([\d.]+)%/.exec(figure.caption) ?? [];
    const lows = one.rows.flatMap(({ metric, low, task }) =>
      metric === 'TPIR@rank' && task === 'search' && low !== null ? [low] : [],
    );
    expect(Number(from)).toBeLessThanOrEqual(Math.min(...lows) * 100);
    expect(Number(from)).toBeGreaterThan(0);
  });

  it('of lists of several sizes has one figure a system and one line a list', () => {
    const figures = rankFigures(sizes);
    expect(figures.map(({ id }) => id)).toEqual(['ranks-search--model']);
    expect([...new Set(column(figures[0] as Figure, 'list'))]).toEqual(['list of 4', 'list of 8', 'list of 16']);
    expect(textsOf(figures[0]?.svg ?? '')).toEqual(expect.arrayContaining(['list of 4', 'list of 8', 'list of 16']));
    expectLaws(figures);
  });

  it('of published divisions has all lines in one figure, without bars that would lie on each other', () => {
    const figures = rankFigures(splits);
    expect(figures.map(({ id }) => id)).toEqual(['ranks-search']);
    const [figure] = figures as [Figure];
    expect([...new Set(column(figure, 'list'))]).toHaveLength(2);
    expect(markersOf(figure.svg, 0)).toEqual([]);
    expect(textsOf(figure.svg).filter((text) => text === 'model')).toHaveLength(1);
    expect(elementsOf(figure.svg).filter(({ name, system }) => name === 'line' && system === '0')).toEqual([]);
  });
});
