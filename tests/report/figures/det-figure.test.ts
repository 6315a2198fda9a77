import { describe, expect, it } from 'vitest';
import { fmrAt, fnmrAt } from '../../../src/metrics/error-rates.js';
import { curvesOf } from '../../../src/report/figures/curves.js';
import { detFigures } from '../../../src/report/figures/det-figure.js';
import { asPairs } from '../../support/as-pairs.js';
import { madeUpDataset, unitTemplatesOf } from '../../support/made-up-dataset.js';
import { allPairsRun } from '../../support/measured-all-pairs.js';
import { measuredSearch, searchTask } from '../../support/measured-search.js';
import { peopleRun, peopleTask } from '../../support/people.js';
import { platesRun } from '../../support/plates-run.js';
import { madeUpRun } from '../../support/run.js';
import { publishedSplits, SPLIT_FAILING, SPLIT_PEOPLE } from '../../support/splits.js';
import { sizesRun } from './support/sizes-run.js';
import { markersOf } from './support/svg.js';

describe('detFigures of pairs', () => {
  const run = peopleRun();
  const [figure, ...others] = detFigures(run);

  it('is one of each task, with the operating points of the run as its numbers', () => {
    expect(others).toEqual([]);
    expect(figure?.id).toBe('det-people');
    expect(figure?.title).toBe('False matches against misses: Made-up people');
    expect(figure?.table).toEqual({
      columns: ['system', 'target FMR', 'FMR there', 'FNMR', 'threshold'],
      rows: [
        ['good', '1e-1', '9.78% [6.81, 13.9] 27 of 276', '6.94% [1.39, 19.4] 5 of 72', '0.13213332'],
        ['bad', '1e-1', '9.78% [5.49, 16.8] 27 of 276', '31.9% [13.9, 55.6] 23 of 72', '0.15201215'],
      ],
    });
    for (const system of [0, 1]) expect(markersOf(figure?.svg ?? '', system)).toHaveLength(1);
  });

  it('has points of the curve as data, with exact counts', () => {
    const curves = curvesOf(run, peopleTask());
    expect(figure?.data.columns).toEqual([
      'system',
      'list',
      'threshold',
      'falseMatches',
      'nonMatedComparisons',
      'fmr',
      'falseNonMatches',
      'matedComparisons',
      'fnmr',
    ]);
    expect(figure?.data.rows.length).toBeGreaterThan(50);
    for (const [system, list, threshold, matches, nonMated, fmr, misses, mated, fnmr] of figure?.data.rows ?? []) {
      const curve = curves.find((one) => one.system === system)?.curve;
      const k = curve?.thresholds.indexOf(Math.fround(Number(threshold))) ?? -1;
      expect([list, matches, nonMated, misses, mated]).toEqual([
        '',
        curve?.falseMatches[k],
        276,
        curve?.falseNonMatches[k],
        72,
      ]);
      expect(fmr).toBeCloseTo(Number(matches) / 276, 5);
      expect(fnmr).toBeCloseTo(Number(misses) / 72, 5);
    }
  });

  it('says below how many trials nothing can be told', () => {
    expect(figure?.caption).toContain('fewer than one of 276 comparisons of two people, or of 72 of one person');
    expect(figure?.caption).toContain('95% intervals of FNMR');
  });
});

it('detFigures of all pairs counts what a list of the same comparisons counts', async () => {
  const { run, own } = await allPairsRun({ kept: 100 });
  const { mated, nonMated } = asPairs((await allPairsRun()).own);
  expect(own.allPairs?.tail.scores).toHaveLength(100);
  const [figure] = detFigures(run);
  expect(figure?.data.rows.length).toBeGreaterThan(50);
  for (const [, , at, matches, , , misses] of figure?.data.rows ?? []) {
    const threshold = Math.fround(Number(at));
    expect([matches, misses]).toEqual([fmrAt(nonMated, threshold).errors, fnmrAt(mated, threshold).errors]);
  }
});

describe('detFigures of searches', () => {
  it('are one of each system where there are several lists, with a line each', async () => {
    const [figure, ...others] = detFigures(await sizesRun());
    expect(others).toEqual([]);
    expect(figure?.id).toBe('det-search--model');
    expect([...new Set(figure?.data.rows.map(([, list]) => list))]).toEqual(['list of 4', 'list of 8', 'list of 16']);
    expect(figure?.table.rows).toHaveLength(6);
    expect(figure?.table.columns).toEqual(['system', 'target FPIR', 'FPIR there', 'FNIR', 'threshold']);
  });

  it('have one line for each of several divisions, and a few points of theirs as numbers', async () => {
    const { run } = await measuredSearch(searchTask({ search: 'splits' }), {
      dataset: madeUpDataset('made-up', SPLIT_PEOPLE),
      templates: unitTemplatesOf(SPLIT_PEOPLE),
      failing: SPLIT_FAILING,
      needs: { readSplits: async () => publishedSplits() },
    });
    const [figure] = detFigures(run);
    expect(figure?.caption).toContain('one line for each of the 2 divisions');
    expect(figure?.caption).not.toContain('Markers');
    expect(figure?.table.rows.length).toBeLessThanOrEqual(12);
    expect(figure?.table.columns).toEqual([
      'system',
      'target FPIR',
      'found first and above the threshold, mean over divisions',
    ]);
    for (const [, target, found] of figure?.table.rows ?? []) {
      expect(target).toMatch(/^\de-\d$/);
      expect(found).toMatch(/^[\d.]+% \[[\d.]+, [\d.]+\].* over 2 splits$/);
    }
  });
});

it('detFigures are not there for plates, and where every score is right', () => {
  expect(detFigures(platesRun())).toEqual([]);
  const run = madeUpRun();
  expect(detFigures({ ...run, tables: new Map() })).toEqual([]);
});
