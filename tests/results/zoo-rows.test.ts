import { describe, expect, it } from 'vitest';
import { doddingtonZoo } from '../../src/metrics/zoo/zoo.js';
import { type JudgedTask, judging } from '../../src/results/judged.js';
import { metricRowSchema } from '../../src/results/metric-row.js';
import { scoreSpreadRows, zooRows } from '../../src/results/zoo-rows.js';
import { peopleTables } from '../support/people.js';

const PLACE = { task: 'people', model: 'good', dataset: 'made-up', protocol: 'pairs', group: 'all' };
const CONTEXT = { at: '1e-1', seed: 3, level: 0.9 };
const { comparisons } = peopleTables();
const judged = judging(comparisons)(0.1) as JudgedTask;
const zoo = doddingtonZoo(
  { subjects: judged.labels.length, mated: judged.mated, nonMated: judged.nonMated, directed: false },
  { seed: 3, level: 0.9 },
);
const { concentration, goats, falselyMatched } = zoo;
if (concentration.state === 'unavailable' || falselyMatched.directed) throw new Error('made-up people have errors');
const rows = [...zooRows(PLACE, judged, CONTEXT), ...scoreSpreadRows(PLACE, judged, CONTEXT)];
const find = (metric: string) => rows.find((row) => row.metric === metric);

describe('zooRows', () => {
  it('gives the share of false matches that the worst people carry, beside chance', () => {
    expect(concentration.worst.map(({ part }) => part)).toEqual([0.01, 0.1]);
    for (const { part, subjects, endpoints, share, chance } of concentration.worst) {
      const metric = `false-match-share-worst-${part === 0.01 ? 1 : 10}%`;
      expect(find(metric)).toMatchObject({
        value: share,
        errors: endpoints,
        trials: 2 * concentration.falseMatches,
        over: 'ends of false matches',
        subjects,
        threshold: judged.threshold,
        calibration: 'self',
        at: '1e-1',
      });
      const { median, low, high, pValue } = chance;
      expect(find(`${metric}-by-chance`)).toMatchObject({
        value: median,
        low,
        high,
        level: 0.9,
        method: 'permutation',
      });
      expect(find(`${metric}-p`)).toMatchObject({ value: pValue, method: 'permutation' });
    }
  });

  it('gives how far people differ in misses and in false matches, over comparisons, beside chance', () => {
    const animals = { goats, 'lambs-or-wolves': falselyMatched.lambsOrWolves };
    for (const [name, { byErrors, errors, trials, subjects }] of Object.entries(animals)) {
      if (byErrors.state === 'unavailable') throw new Error(name);
      expect(find(`${name}-spread`)).toMatchObject({
        value: byErrors.spread,
        errors,
        trials,
        subjects,
        over: 'comparisons',
        at: '1e-1',
      });
      expect(find(`${name}-spread-p`)).toMatchObject({ value: byErrors.chance.pValue, errors: null });
      expect(find(`${name}-spread-by-chance`)).toMatchObject({ value: byErrors.chance.median });
    }
    expect([goats.trials, falselyMatched.lambsOrWolves.trials]).toEqual([72, 276]);
  });

  it('gives how far they differ in scores without a threshold', () => {
    for (const [name, { byScores }] of [
      ['goats', goats],
      ['lambs-or-wolves', falselyMatched.lambsOrWolves],
    ] as const) {
      if (byScores.state === 'unavailable') throw new Error(name);
      expect(find(`${name}-score-spread`)).toMatchObject({ value: byScores.spread, at: '', threshold: null });
    }
  });

  it('fits the table, each row under a name of its own', () => {
    for (const row of rows) expect(metricRowSchema.parse(row)).toEqual(row);
    expect(new Set(rows.map(({ metric, method }) => `${metric} ${method}`)).size).toBe(rows.length);
  });

  it('says why there is nothing to rank, and nobody to tell from chance', () => {
    const right = { ...judged.nonMated, isError: new Uint8Array(judged.nonMated.isError.length) };
    const none = zooRows(PLACE, { ...judged, nonMated: right }, CONTEXT);
    expect(none.filter(({ metric }) => metric.startsWith('false-match-share'))).toEqual([
      expect.objectContaining({
        metric: 'false-match-share',
        value: null,
        resolvable: 'no: There is no false match whose subjects could be ranked.',
      }),
    ]);
    expect(none.find(({ metric }) => metric === 'lambs-or-wolves-spread')).toMatchObject({
      value: null,
      errors: 0,
      trials: 276,
      resolvable: 'no: There is no error.',
    });
  });
});
