import { beforeAll, describe, expect, it } from 'vitest';
import type { Figure } from '../../../src/report/figures/figure.js';
import { figuresOf } from '../../../src/report/figures/figures.js';
import { allPairsRun } from '../../support/measured-all-pairs.js';
import { GROUPED, peopleRun } from '../../support/people.js';
import { platesRun } from '../../support/plates-run.js';
import type { MadeUpRun } from '../../support/run.js';
import { seenPlatesRun, seenSearchRun } from '../../support/seen-run.js';
import { HOSTILE, hostile } from './support/hostile.js';
import { expectLaws } from './support/laws.js';
import { sizesRun } from './support/sizes-run.js';
import { elementsOf, textsOf } from './support/svg.js';
import { sweepRun } from './support/sweep-run.js';

const runs: MadeUpRun[] = [];
const figures: Figure[][] = [];
const evil: Figure[][] = [];

const drawn = (run: MadeUpRun): Figure[] => figuresOf(run);

beforeAll(async () => {
  runs.push(sweepRun(), seenPlatesRun(), platesRun(), peopleRun(GROUPED));
  runs.push(await seenSearchRun(), await sizesRun(), (await allPairsRun()).run);
  figures.push(...runs.map(drawn));
  evil.push(...runs.map((run) => drawn(hostile(run))));
});

describe('figures of made-up runs', () => {
  it('keep the laws of all figures', () => {
    for (const own of figures) {
      expectLaws(own);
      expect(own.length).toBeGreaterThan(0);
    }
  });

  it('are all there', () => {
    const kinds = new Set(figures.flat().map(({ id }) => id.replace(/-(people|search|plates|all).*/, '')));
    expect([...kinds].sort()).toEqual([
      'conditions',
      'cross-groups',
      'det',
      'groups',
      'list-size',
      'plate-confidence',
      'plate-confusions',
      'plate-errors',
      'ranks',
      'scores',
      'sweep',
      'systems',
    ]);
  });

  it('are the same each time', () => {
    expect(runs.map(drawn)).toEqual(figures);
  });

  it('are not there where nothing was measured', () => {
    for (const run of runs) expect(drawn({ ...run, rows: [], tables: new Map() })).toEqual([]);
  });

  it('mark what belongs to each system, so that a page can hide it', () => {
    const [first] = figures.flat();
    const systems = new Set(elementsOf(first?.svg ?? '').flatMap(({ system }) => system ?? []));
    expect([...systems].sort()).toEqual(['0', '1']);
  });
});

describe('figures of hostile names', () => {
  it('keep the laws, and nothing of a name becomes markup or reaches beyond its place', () => {
    expect(evil.map(({ length }) => length)).toEqual(figures.map(({ length }) => length));
    for (const own of evil) {
      expectLaws(own);
      for (const { svg } of own) {
        expect(svg).not.toContain('<script');
        for (const text of textsOf(svg)) {
          expect(text).not.toMatch(/[\p{Cc}\u202e]/u);
          expect(text).toBe(text.toWellFormed());
          expect(text.length).toBeLessThan(110);
        }
      }
    }
  });

  it('have them whole in the numbers', () => {
    const whole = JSON.stringify(HOSTILE).slice(1, -1);
    for (const { table, data } of evil.flat()) {
      expect(JSON.stringify(table)).toContain(whole);
      expect(JSON.stringify(data)).toContain(whole);
    }
  });
});
