import { describe, expect, it } from 'vitest';
import { splitBySubject } from '../../src/results/held-out.js';
import type { MetricRow } from '../../src/results/metric-row.js';
import { runRows } from '../../src/results/run-rows.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { GROUPED, peopleRun, peopleTables, peopleTask } from '../support/people.js';

const { comparisons } = peopleTables();
const good = (rows: readonly MetricRow[], task = 'people') =>
  rows.filter((row) => row.model === 'good' && row.task === task);
const find = (rows: readonly MetricRow[], group: string, metric: string, at = '1e-1') =>
  good(rows).find((row) => row.group === group && row.metric === metric && row.at === at);
/** The threshold at which at most `allowed` of these scores match. */
const thresholdOf = (list: typeof comparisons, allowed: number) =>
  nextFloat32Up(
    list
      .filter(({ mated }) => !mated)
      .map(({ score = -9 }) => score)
      .sort((p, q) => q - p)[allowed] ?? Number.NaN,
  );
const missed = (list: typeof comparisons, threshold: number) =>
  list.filter(({ mated, score = -9 }) => mated && score < threshold).length;

describe('errata', () => {
  const errata = [
    { kind: 'wrong-label' as const, a: 'p01/2.jpg', b: '', source: 'https://example.org' },
    { kind: 'same-person' as const, a: 'p03', b: 'p02', source: 'https://example.org' },
    { kind: 'duplicate' as const, a: 'p05/1.jpg', b: 'p09/1.jpg', source: 'https://example.org' },
  ];
  const { rows } = peopleRun({ task: { errata: 3 }, tables: { errata } });
  // p01/2.jpg stands in two mated comparisons, p05/1.jpg and p09/1.jpg in two each and in 23 non-mated, once together.
  const kept = comparisons.filter(
    ({ a, b, subjectA, subjectB }) =>
      ![a, b].some((id) => ['p01/2.jpg', 'p05/1.jpg', 'p09/1.jpg'].includes(id)) &&
      [subjectA, subjectB].join() !== 'p02,p03',
  );

  it('leaves disputed comparisons out of a second set of figures, with a threshold of its own', () => {
    expect(kept.filter(({ mated }) => mated)).toHaveLength(66);
    expect(kept.filter(({ mated }) => !mated)).toHaveLength(276 - 1 - 45);
    const threshold = thresholdOf(kept, 23);
    expect(find(rows, 'errata-excluded', 'FNMR@FMR')).toMatchObject({
      trials: 66,
      errors: missed(kept, threshold),
      threshold,
      calibration: 'self',
    });
    expect(find(rows, 'errata-excluded', 'FMR')).toMatchObject({ trials: 230, errors: 23 });
    expect(find(rows, 'errata-excluded', 'accuracy-10fold', '')).toMatchObject({ trials: 296 });
  });

  it('keeps them in all other figures', () => {
    expect(good(rows).filter(({ group }) => group !== 'errata-excluded')).toEqual(good(peopleRun().rows));
  });

  it('does not count samples again', () => {
    expect(
      good(rows)
        .filter(({ metric }) => metric === 'FTE')
        .map(({ group }) => group),
    ).not.toContain('errata-excluded');
  });
});

describe('thresholds that other people set', () => {
  it('divide the people by share, and report on the others at their threshold', () => {
    const { rows } = peopleRun({ task: { calibrate: { share: 0.25 } } });
    const { calibration, report } = splitBySubject(comparisons, 0.25, 1);
    // Six people make 15 non-mated comparisons: one of them may match.
    const threshold = thresholdOf(calibration, 1);
    expect(find(rows, 'held-out', 'FNMR@FMR')).toMatchObject({
      trials: 54,
      errors: missed(report, threshold),
      threshold,
      calibration: '25% of the subjects',
    });
    expect(find(rows, 'held-out', 'FMR')).toMatchObject({
      trials: (18 * 17) / 2,
      errors: report.filter(({ mated, score = -9 }) => !mated && score >= threshold).length,
      subjects: 18,
    });
    expect(new Set(good(rows).flatMap(({ group, metric }) => (group === 'held-out' ? [metric] : [])))).toEqual(
      new Set(['FNMR@FMR', 'FMR', 'FNMR']),
    );
    expect(good(rows).filter(({ group }) => group !== 'held-out')).toEqual(good(peopleRun().rows));
  });

  it('come from the same system on another task', () => {
    const others = { good: peopleTables({ seed: 5, prefix: 'q' }), bad: peopleTables({ seed: 6, prefix: 'q' }) };
    const own = peopleRun().tables.get('people')?.systems ?? new Map();
    const tasks = [peopleTask({ id: 'elsewhere' }), peopleTask({ calibrate: { task: 'elsewhere' } })];
    const tables = new Map([
      ['elsewhere', { systems: new Map(Object.entries(others)) }],
      ['people', { systems: own }],
    ]);
    const rows = runRows({ tasks, datasets: [], seed: 1 }, tables);
    const threshold = thresholdOf(others.good.comparisons, 27);
    expect(find(rows, 'held-out', 'FNMR@FMR')).toMatchObject({
      trials: 72,
      errors: missed(comparisons, threshold),
      threshold,
      calibration: 'elsewhere',
    });
    expect(find(rows, 'all', 'FNMR@FMR')?.calibration).toBe('self');
    expect(good(rows, 'elsewhere').filter(({ group }) => group === 'held-out')).toEqual([]);
    // A system that was not measured there has no threshold, and says so.
    const without = new Map([...tables, ['elsewhere', { systems: new Map([['bad', others.bad]]) }]]);
    expect(find(runRows({ tasks, datasets: [], seed: 1 }, without), 'held-out', 'FNMR@FMR')).toMatchObject({
      value: null,
      errors: null,
      resolvable: 'no: There are no non-mated comparisons.',
    });
  });

  it('are not there where a share is of nobody', () => {
    const { rows } = peopleRun({ task: { calibrate: { share: 0.001 } } });
    expect(find(rows, 'held-out', 'FMR')).toMatchObject({ value: null, calibration: '0.1% of the subjects' });
  });
});

describe('groups', () => {
  it('stand beside the figures of everybody, for every operating point, and only where there is a table', () => {
    const { rows } = peopleRun({ ...GROUPED, task: { ...GROUPED.task, at: ['1e-1', '1e-2'] } });
    for (const at of ['1e-1', '1e-2']) {
      expect(find(rows, 'gender: female', 'FNMR', at)).toMatchObject({ trials: 36, subjects: 12 });
      expect(find(rows, 'gender x ethnicity: male x black', 'FMR', at)).toMatchObject({ trials: 1 });
    }
    expect(find(rows, 'gender: female', 'FNMR', '1e-1')?.threshold).toBe(find(rows, 'all', 'FMR', '1e-1')?.threshold);
    const without = peopleRun({ task: GROUPED.task });
    expect(without.rows.some(({ group }) => group.startsWith('gender'))).toBe(false);
  });

  it('the order of the comparisons does not matter to any figure but permutations', () => {
    const turned = ({ comparisons: list, samples }: ReturnType<typeof peopleTables>) => ({
      comparisons: [...list].reverse(),
      samples: [...samples].reverse(),
    });
    const permuted = /^(goats|lambs|false-match-share).*(spread|chance|-p)$/;
    const rowsOf = (change: typeof turned | undefined) => {
      const own = peopleTables();
      const systems = new Map([['good', change ? change(own) : own]]);
      return runRows(
        { tasks: [peopleTask({ ...GROUPED.task, calibrate: { share: 0.5 } })], datasets: [], seed: 1 },
        new Map([['people', { systems, ...GROUPED.tables }]]),
      ).filter(({ metric }) => !permuted.test(metric));
    };
    expect(rowsOf(turned)).toEqual(rowsOf(undefined));
  });
});

it('rates below the floor of the labels are marked in every view, and the others are not', () => {
  const { record } = peopleRun();
  const datasets = record.datasets.map((one) => ({
    ...one,
    labelFloor: { fmr: 0.05, note: 'Some labels are wrong.' },
  }));
  const { rows } = peopleRun({
    datasets,
    ...GROUPED,
    task: { ...GROUPED.task, at: ['1e-1', '1e-2'], calibrate: { share: 0.5 } },
  });
  const marked = rows.filter(({ resolvable }) =>
    resolvable.includes('measures the labels here: Some labels are wrong.'),
  );
  expect(new Set(marked.map(({ at }) => at))).toEqual(new Set(['1e-2']));
  for (const group of ['all', 'failures-excluded', 'held-out', 'gender: male']) {
    expect(marked.some((row) => row.group === group)).toBe(true);
  }
});

it('another seed draws other replicates, and changes no count', () => {
  const { tasks } = peopleRun().record;
  const { tables } = peopleRun();
  const [one, other] = [1, 2].map((seed) => runRows({ tasks, datasets: [], seed }, tables));
  expect(one?.map(({ errors, trials }) => [errors, trials])).toEqual(
    other?.map(({ errors, trials }) => [errors, trials]),
  );
  expect(one).not.toEqual(other);
});
