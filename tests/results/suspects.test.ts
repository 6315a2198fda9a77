import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/results/comparison-table.js';
import { missConcentrations } from '../../src/results/miss-concentration.js';
import { suspects, suspectsOfRun } from '../../src/results/suspects.js';
import { peopleRun, peopleTables } from '../support/people.js';
import { madeUpTables, TASK } from '../support/run.js';

const one = (a: string, b: string, mated: boolean, score?: number): Comparison => ({
  a,
  b,
  subjectA: 's',
  subjectB: mated ? 's' : 't',
  mated,
  ...(score === undefined ? {} : { score }),
  failure: score === undefined ? 'a:no-face' : '',
});

describe('suspects', () => {
  it('lists the highest non-mated and the lowest mated, failed ones never, ties by name', () => {
    const list = [
      one('d', 'e', false, 0.5),
      one('b', 'z', false, 0.5),
      one('b', 'c', false, 0.5),
      one('a', 'b', false, 0.1),
      one('x', 'y', false, 0.9),
      one('f', 'g', false),
      one('k', 'l', true, 0.4),
      one('i', 'j', true, -0.2),
      one('g', 'h', true, 0.4),
      one('m', 'n', true),
    ];
    expect(suspects(list, 3)).toEqual({
      highestNonMated: [
        { a: 'x', b: 'y', score: 0.9 },
        { a: 'b', b: 'c', score: 0.5 },
        { a: 'b', b: 'z', score: 0.5 },
      ],
      lowestMated: [
        { a: 'i', b: 'j', score: -0.2 },
        { a: 'g', b: 'h', score: 0.4 },
        { a: 'k', b: 'l', score: 0.4 },
      ],
    });
    expect(suspects(list, 99).highestNonMated).toHaveLength(5);
    expect(suspects([...list].reverse(), 99)).toEqual(suspects(list, 99));
    expect(suspects(list, 0)).toEqual({ highestNonMated: [], lowestMated: [] });
    expect(suspects([], 5)).toEqual({ highestNonMated: [], lowestMated: [] });
  });

  it('leaves the list as it is', () => {
    const { comparisons } = madeUpTables();
    suspects(comparisons, 5);
    expect(comparisons).toEqual(madeUpTables().comparisons);
  });
});

describe('suspectsOfRun', () => {
  const run = peopleRun();

  it('goes through every system, or those that are named', () => {
    expect(suspectsOfRun(run, 2).map(({ task, system }) => [task, system])).toEqual([
      ['people', 'good'],
      ['people', 'bad'],
    ]);
    expect(suspectsOfRun(run, 2, ['bad'])).toEqual([
      {
        task: 'people',
        system: 'bad',
        ...suspects(peopleTables({ seed: 2, apart: 2 }).comparisons, 2),
        misses: missConcentrations(peopleTables({ seed: 2, apart: 2 }).comparisons, ['1e-1']),
      },
    ]);
    expect(suspectsOfRun(run, 2, [])).toEqual([]);
  });

  it('leaves out protocols whose labels nobody gave, and tasks without tables', () => {
    const tables = new Map([[TASK.id, { systems: new Map([['m', madeUpTables()]]) }]]);
    const tasks = [{ ...TASK, protocol: 'co-occurrence' as const }];
    expect(suspectsOfRun({ record: { ...run.record, tasks }, tables }, 5)).toEqual([]);
    expect(suspectsOfRun({ record: run.record, tables: new Map() }, 5)).toEqual([]);
  });
});
