import { beforeAll, describe, expect, it } from 'vitest';
import { listSizeFigures } from '../../../src/report/figures/list-size-figure.js';
import { rateText } from '../../../src/report/format.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import type { MadeUpRun } from '../../support/run.js';
import { expectLaws } from './support/laws.js';
import { sizesRun } from './support/sizes-run.js';
import { markersOf, textsOf } from './support/svg.js';

describe('listSizeFigures', () => {
  let run: MadeUpRun;
  beforeAll(async () => {
    run = await sizesRun();
  });
  const find = (metric: string, group: string): MetricRow => {
    const at = /FPIR (\S+)/.exec(listSizeFigures(run)[0]?.title ?? '')?.[1];
    const found = run.rows.find((row) => row.metric === metric && row.group === group && row.at === at);
    if (!found) throw new RangeError(`no ${metric} of ${group} at ${at}`);
    return found;
  };

  it('has false alarms at the threshold of the shortest list, measured beside predicted', () => {
    const [alarms] = listSizeFigures(run);
    const kept = ', at the threshold of the list of 4';
    const groups = ['list of 4', `list of 8${kept}`, `list of 16${kept}`];
    expect(alarms?.table).toEqual({
      columns: ['people on the list', 'model: measured', 'model: predicted'],
      rows: groups.map((group, k) => [
        String(4 * 2 ** k),
        rateText(find('FPIR', group)),
        rateText(find('FPIR-predicted', group)),
      ]),
    });
    // The longer the list the more false alarms at one threshold.
    const values = groups.map((group) => find('FPIR', group).value ?? 0);
    expect(values[2]).toBeGreaterThan(values[0] ?? 1);
  });

  it('has misses where each list sets its own threshold', () => {
    const [, misses] = listSizeFigures(run);
    expect(misses?.table.rows.map(([, cell]) => cell)).toEqual(
      ['list of 4', 'list of 8', 'list of 16'].map((group) => rateText(find('FNIR@FPIR', group))),
    );
  });

  it('draws a marker a list for what was measured, and a cross for what was predicted', () => {
    const [alarms, misses] = listSizeFigures(run);
    expect(markersOf(misses?.svg ?? '', 0)).toHaveLength(3);
    expect(markersOf(alarms?.svg ?? '', 0)).toHaveLength(6);
    expect(textsOf(alarms?.svg ?? '')).toContain('predicted from single comparisons');
  });

  it('keeps the laws', () => {
    const figures = listSizeFigures(run);
    expect(figures.map(({ id }) => id)).toEqual(['list-size-search--alarms', 'list-size-search--misses']);
    expectLaws(figures);
  });

  it('stays with what sets the threshold when a suite names a longer list first', async () => {
    const [alarms] = listSizeFigures(await sizesRun([8, 4]));
    expect(alarms?.table.rows.map(([size]) => size)).toEqual(['4', '8']);
    for (const cell of alarms?.table.rows.flat().slice(1) ?? []) expect(cell).not.toBe('');
  });

  it('draws nothing of one list', async () => {
    expect(listSizeFigures(await sizesRun([8]))).toEqual([]);
  });
});
