import { describe, expect, it } from 'vitest';
import { operatingPoints } from '../../../src/report/operating-points.js';
import { alarmFigures } from '../../../src/report/page/alarm-figures.js';
import { runDataOf } from '../../../src/report/page/run-data-of.js';
import { peopleRun } from '../../support/people.js';
import { platesRun } from '../../support/plates-run.js';
import { seenPairsRun } from '../../support/seen-run.js';
import { sizesRun } from '../figures/support/sizes-run.js';

describe('runDataOf', () => {
  it('carries every operating point of pairs, to the last digit', () => {
    const run = peopleRun();
    const data = runDataOf(run);
    expect(data.systems).toEqual(['good', 'bad']);
    expect(data.conditions).toEqual([]);
    expect(data.curves.map(({ points: _, ...curve }) => curve)).toEqual(
      ['good', 'bad'].map((name, system) => ({
        system,
        label: `Made-up people: ${name}`,
        falseName: 'FMR',
        missName: 'FNMR',
        listSize: null,
      })),
    );
    for (const [k, { points }] of operatingPoints(run).entries()) {
      const carried = data.curves[k]?.points ?? [];
      expect(carried.map(({ threshold }) => Math.fround(Number(threshold)))).toEqual(
        points.map(({ threshold }) => threshold),
      );
      for (const [p, { falseRate, missRate }] of points.entries()) {
        for (const [rate, own] of [
          [falseRate, carried[p]?.falseRate],
          [missRate, carried[p]?.missRate],
        ] as const) {
          const { errors, trials, value, interval } = rate;
          expect(own).toMatchObject({ errors, trials, value, low: interval?.low, high: interval?.high, level: 0.95 });
          expect(own?.resolvable).toMatch(rate.floor ? /^no: / : /^yes$/);
        }
      }
    }
  });

  it('carries the size of each list that was searched', async () => {
    const { curves } = runDataOf(await sizesRun());
    expect(curves.map(({ label, listSize, falseName, missName }) => [label, listSize, falseName, missName])).toEqual(
      [4, 8, 16].map((size) => [`Made-up searches, list of ${size}: model`, size, 'FPIR', 'FNIR']),
    );
  });

  it('names each condition once', () => {
    expect(runDataOf(seenPairsRun(['good', 'bad'])).conditions).toEqual(['dim', 'fog', 'jpeg-20']);
    expect(runDataOf(platesRun())).toEqual({ systems: ['mixed', 'right'], conditions: [], curves: [] });
  });

  it('survives the page: what is read back gives the same texts', () => {
    const data = runDataOf(peopleRun());
    const read = JSON.parse(JSON.stringify(data)) as typeof data;
    const place = { cameras: 3, passersBy: 200, listSize: 10, oneListedIn: 100 };
    for (const curve of read.curves) {
      for (const point of curve.points) {
        for (const text of Object.values(alarmFigures(curve, point, place)))
          expect(text).not.toMatch(/NaN|undefined|null/);
      }
    }
    expect(read).toEqual(data);
  });
});
