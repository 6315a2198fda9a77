import { describe, expect, it } from 'vitest';
import { groupDifferentials } from '../../src/metrics/differential/differentials.js';
import { groupRows } from '../../src/results/group-rows.js';
import { type JudgedTask, judging } from '../../src/results/judged.js';
import { metricRowSchema } from '../../src/results/metric-row.js';
import { groupOf } from '../../src/results/subject-table.js';
import { peopleAttributes, peopleTables } from '../support/people.js';

const PLACE = { task: 'people', model: 'good', dataset: 'made-up', protocol: 'pairs' };
const CONTEXT = { at: '1e-1', seed: 3, level: 0.95 };
const { comparisons } = peopleTables();
const table = peopleAttributes();
const judged = judging(comparisons)(0.1) as JudgedTask;
const rowsBy = (...names: string[]) => groupRows(PLACE, judged, table, names, CONTEXT);

describe('groupRows', () => {
  const rows = rowsBy('ethnicity');
  const find = (group: string, metric: string, method?: string) =>
    rows.find((row) => row.group === group && row.metric === metric && (method ?? row.method) === row.method);

  it('counts errors of the people of each group at the one threshold for all', () => {
    const wrong = (mated: boolean, first: string, second: string) => {
      const mine = comparisons.filter(
        ({ mated: is, subjectA, subjectB }) =>
          is === mated &&
          [groupOf(table, subjectA, ['ethnicity']), groupOf(table, subjectB, ['ethnicity'])].sort().join() ===
            [first, second].sort().join(),
      );
      const isError = ({ score }: (typeof mine)[number]) =>
        (score !== undefined && score >= judged.threshold) !== mated;
      return { errors: mine.filter(isError).length, trials: mine.length };
    };
    expect(find('ethnicity: black', 'FNMR')).toMatchObject({
      ...wrong(true, 'black', 'black'),
      trials: 12,
      subjects: 4,
    });
    expect(find('ethnicity: white', 'FNMR')).toMatchObject({
      ...wrong(true, 'white', 'white'),
      trials: 57,
      subjects: 19,
    });
    expect(find('ethnicity: black', 'FMR')).toMatchObject({ ...wrong(false, 'black', 'black'), trials: 6 });
    expect(find('ethnicity: white', 'FMR')).toMatchObject({ ...wrong(false, 'white', 'white'), trials: 171 });
    expect(find('ethnicity: black / white', 'FMR')).toMatchObject({ ...wrong(false, 'black', 'white'), trials: 76 });
  });

  it('leaves out whom nobody knows, and gives the intervals that know of shared people', () => {
    expect(rows.filter(({ group }) => group.includes('unknown'))).toEqual([]);
    expect(
      rows.filter(({ group, metric }) => group === 'ethnicity: white' && metric === 'FMR').map(({ method }) => method),
    ).toEqual(['adjusted-wilson', 'jackknife']);
    // Between groups one interval is enough.
    expect(rows.filter(({ group }) => group === 'ethnicity: black / white')).toHaveLength(1);
  });

  it('carries the operating point, the threshold and where it was set, and fits the table', () => {
    for (const row of rows) {
      expect(row).toMatchObject({ ...PLACE, at: '1e-1', threshold: judged.threshold, calibration: 'self' });
      expect(metricRowSchema.parse(row)).toEqual(row);
    }
    const names = rows.map(({ group, metric, method }) => [group, metric, method].join());
    expect(new Set(names).size).toBe(rows.length);
  });

  it('refuses ratios of few people with the reason, without a number', () => {
    const row = find('ethnicity', 'FNMR-max/min');
    expect(row).toMatchObject({ value: null, low: null, high: null });
    expect(row?.resolvable).toMatch(
      /^no: FNMR-max\/min is not given\. .*FNMR rests on fewer than 10 subjects in "black"/,
    );
    expect(find('ethnicity', 'FNMR-max/min-if-equal')).toBeUndefined();
    expect(find('ethnicity', 'FNMR-max/min-p')).toBeUndefined();
  });

  it('gives each measure with its interval, what equal groups show, and how often they differ as much', () => {
    const gender = rowsBy('gender');
    const labels = judged.labels.map((label) => groupOf(table, label, ['gender']));
    const { measures } = groupDifferentials(
      {
        subjects: labels.length,
        groupOf: Int32Array.from(labels, (label) => ['female', 'male'].indexOf(label)),
        groups: ['female', 'male'],
        mated: judged.mated,
        nonMated: judged.nonMated,
      },
      { seed: 3, level: 0.95 },
    );
    for (const measure of measures) {
      const { name } = measure;
      const [main, equal, p] = [name, `${name}-if-equal`, `${name}-p`].map((metric) =>
        gender.find((row) => row.group === 'gender' && row.metric === metric),
      );
      if (measure.state === 'unavailable' || measure.reference.state === 'unavailable') throw new Error(name);
      const { median, extreme, pValue } = measure.reference;
      expect(main).toMatchObject({
        value: measure.value,
        low: measure.interval.low,
        high: measure.interval.high,
        method: 'subject-bootstrap',
        resolvable: measure.state === 'resolved' ? 'yes' : `no: ${measure.reason}`,
      });
      // FDR says that groups differ when it is low, the others when they are high.
      const ends = name === 'FDR' ? { low: extreme, high: null } : { low: null, high: extreme };
      expect(equal).toMatchObject({ value: median, ...ends, level: 0.95, method: 'equal-groups' });
      expect(p).toMatchObject({ value: pValue, method: 'equal-groups' });
    }
  });

  it('crosses attributes, and a person of whom one is not known is in no cross', () => {
    const groups = [...new Set(rowsBy('gender', 'ethnicity').map(({ group }) => group))];
    expect(groups.slice(0, 4)).toEqual(
      ['female x black', 'female x white', 'male x black', 'male x white'].map((name) => `gender x ethnicity: ${name}`),
    );
    expect(groups).toHaveLength(4 + 6 + 1);
  });

  it('compares nothing where all people are of one group, or of none', () => {
    const all = (value: string) => ({
      attributes: ['gender'],
      subjects: new Map([...table.subjects.keys()].map((subject) => [subject, [value]])),
    });
    const one = groupRows(PLACE, judged, all('female'), ['gender'], CONTEXT);
    expect(one.find(({ metric }) => metric === 'FNMR')).toMatchObject({ group: 'gender: female', trials: 72 });
    expect(one.find(({ metric }) => metric === 'GARBE')?.resolvable).toBe(
      'no: Fewer than two groups have comparisons, so there is nothing to compare.',
    );
    const none = groupRows(PLACE, judged, all('unknown'), ['gender'], CONTEXT);
    expect(none.every(({ group, value }) => group === 'gender' && value === null)).toBe(true);
  });
});
