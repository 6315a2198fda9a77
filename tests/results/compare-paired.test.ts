import { describe, expect, it } from 'vitest';
import { compareSystems } from '../../src/metrics/compare-systems.js';
import { comparePaired } from '../../src/results/compare-paired.js';
import type { RunRecord } from '../../src/results/run-record.js';
import { holmAdjusted } from '../../src/statistics/holm.js';
import { peopleRun, peopleTables, peopleTask } from '../support/people.js';
import { runOf, signed } from '../support/run.js';

const run = peopleRun();
const again = peopleRun();
/** A run of other systems on the same list. */
const runWith = (systems: Readonly<Record<string, ReturnType<typeof peopleTables>>>, task = peopleTask()) =>
  runOf(new Map([[task.id, { systems: new Map(Object.entries(systems)) }]]), {
    tasks: [task],
    systems: Object.keys(systems),
  });

describe('comparePaired', () => {
  const rows = comparePaired(run, run);

  it('with one run compares every two of its systems', () => {
    expect(
      rows.map(({ task, dataset, firstSystem, secondSystem, metric, at }) => [
        [task, dataset, firstSystem, secondSystem].join(),
        metric,
        at,
      ]),
    ).toEqual([
      ['people,made-up,good,bad', 'FNMR@FMR', '1e-1'],
      ['people,made-up,good,bad', 'accuracy-10fold', null],
    ]);
    const three = runWith({ a: peopleTables(), b: peopleTables({ seed: 2 }), c: peopleTables({ seed: 3 }) });
    const couples = comparePaired(three, three).map(({ firstSystem, secondSystem }) => firstSystem + secondSystem);
    expect(couples).toEqual(['ab', 'ab', 'ac', 'ac', 'bc', 'bc']);
    const some = comparePaired(three, three, ['a', 'c']);
    expect(some.map(({ firstSystem, secondSystem }) => firstSystem + secondSystem)).toEqual(['ac', 'ac']);
  });

  it('says what the metric says of the two lists of scores', () => {
    const [first, second] = [peopleTables(), peopleTables({ seed: 2, apart: 2 })].map(({ comparisons }) => comparisons);
    const list = first ?? [];
    const expected = compareSystems(
      {
        mated: list.map(({ mated }) => mated),
        first: list.map(({ subjectA }) => subjectA),
        second: list.map(({ subjectB }) => subjectB),
        folds: list.map(({ fold = -1 }) => fold),
        scores: [list.map(({ score }) => score), (second ?? []).map(({ score }) => score)],
      },
      { operatingPoints: [0.1], level: 0.95, bootstrap: { seed: 1 } },
    );
    expect(rows).toMatchObject(expected);
  });

  it('corrects the p-values of all rows together', () => {
    expect(rows.map(({ adjustedPValue }) => adjustedPValue)).toEqual(holmAdjusted(rows.map(({ pValue }) => pValue)));
    expect(rows[0]?.adjustedPValue).toBeGreaterThan(rows[0]?.pValue ?? 1);
  });

  it('with two runs compares namesakes, which do not differ when the runs are the same', () => {
    const same = comparePaired(run, again);
    expect(same.map(({ firstSystem, secondSystem }) => [firstSystem, secondSystem].join())).toEqual([
      'good,good',
      'good,good',
      'bad,bad',
      'bad,bad',
    ]);
    for (const row of same) {
      expect(row).toMatchObject({
        difference: 0,
        pValue: 1,
        adjustedPValue: 1,
        interval: { low: 0, high: 0 },
        mcNemar: { pValue: 1 },
      });
    }
  });

  it('without a namesake compares each with each', () => {
    const others = runWith({ other: peopleTables({ seed: 2, apart: 2 }) });
    const found = comparePaired(run, others, ['good', 'other']);
    expect(found.map(({ firstSystem, secondSystem }) => [firstSystem, secondSystem].join())).toEqual([
      'good,other',
      'good,other',
    ]);
    expect(found.map(({ difference }) => difference)).toEqual(rows.map(({ difference }) => difference));
  });

  it('pairs by the names of the samples, whatever their order and side', () => {
    const { comparisons, samples } = peopleTables({ seed: 2, apart: 2 });
    const turned = [...comparisons].reverse().map(({ a, b, subjectA, subjectB, ...rest }) => ({
      a: b,
      b: a,
      subjectA: subjectB,
      subjectB: subjectA,
      ...rest,
    }));
    const found = comparePaired(run, runWith({ other: { comparisons: turned, samples } }), ['good', 'other']);
    expect(found.map(({ difference, interval, pValue }) => [difference, interval, pValue])).toEqual(
      rows.map(({ difference, interval, pValue }) => [difference, interval, pValue]),
    );
  });

  it('refuses a task of the same name that is another measurement', () => {
    const other = runWith({ good: peopleTables() }, peopleTask({ at: ['1e-2'] }));
    expect(() => comparePaired(run, other)).toThrow(
      'The task people of the two runs is not the same measurement: its data, list or operating points differ',
    );
  });

  it('refuses tables that do not list the same comparisons', () => {
    const { comparisons, samples } = peopleTables();
    const fewer = runWith({ good: { comparisons: comparisons.slice(1), samples } });
    const message = 'The two tables of people do not list the same comparisons, so they cannot be paired.';
    expect(() => comparePaired(run, fewer)).toThrow(message);
    expect(() => comparePaired(fewer, run)).toThrow(message);
    const [first] = comparisons;
    const changed = first ? [{ ...first, b: 'p01/9.jpg' }, ...comparisons.slice(1)] : [];
    expect(() => comparePaired(run, runWith({ good: { comparisons: changed, samples } }))).toThrow(message);
  });

  it('says that there is nothing to compare', () => {
    const message =
      'There is nothing to compare between made-up and made-up: it needs two systems and a task of pairs or of plates that both runs measured.';
    expect(() => comparePaired(run, run, ['good'])).toThrow(message);
    expect(() => comparePaired(run, runWith({ good: peopleTables() }, peopleTask({ id: 'other' })))).toThrow(message);
    const change = (record: RunRecord) => ({
      ...record,
      tasks: record.tasks.map(({ digest: _, ...task }) => signed({ ...task, protocol: 'co-occurrence' as const })),
    });
    const unlabelled = peopleRun({ change });
    expect(() => comparePaired(unlabelled, unlabelled)).toThrow(message);
  });
});
