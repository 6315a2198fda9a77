import { describe, expect, it } from 'vitest';
import { missedFigures } from '../../../src/report/figures/missed-figure.js';
import { rateText } from '../../../src/report/format.js';
import { peopleRun } from '../../support/people.js';
import { platesRun } from '../../support/plates-run.js';
import { seenPairsRun } from '../../support/seen-run.js';
import { reported, task } from './support/reported.js';
import { rate, row } from './support/rows.js';
import { sizesRun } from './support/sizes-run.js';

describe('missedFigures', () => {
  it('of pairs have a line for each target, and a column for each system', () => {
    const [figure] = missedFigures(peopleRun());
    expect([figure?.id, figure?.title]).toEqual(['systems-people', 'People missed, by system: Made-up people']);
    expect(figure?.table).toEqual({
      columns: ['missed (FNMR)', 'good', 'bad'],
      rows: [['FMR 1e-1', '6.94% [1.39, 19.4] 5 of 72', '31.9% [13.9, 55.6] 23 of 72']],
    });
    expect(figure?.data.rows.map(([system, , at, , , , errors, trials]) => [system, at, errors, trials])).toEqual([
      ['good', '1e-1', 5, 72],
      ['bad', '1e-1', 23, 72],
    ]);
    expect(figure?.caption).toMatch(/^Further left is better\. .* the 95% interval/);
  });

  it('of searches have a line for each list and target, failures counted', async () => {
    const run = await sizesRun();
    const [figure] = missedFigures(run);
    expect(figure?.table.rows.map(([label]) => label)).toEqual(
      [4, 8, 16].flatMap((size) => ['2e-1', '1e-1'].map((at) => `list of ${size}, FPIR ${at}`)),
    );
    for (const [label, text] of figure?.table.rows ?? []) {
      const own = run.rows.find(({ metric, group, at }) => metric === 'FNIR@FPIR' && `${group}, FPIR ${at}` === label);
      expect(own && rateText(own)).toBe(text);
    }
  });

  it('of plates say that further right is better', () => {
    const [figure] = missedFigures(platesRun());
    expect(figure?.caption).toMatch(/^Further right is better/);
    expect(figure?.table.rows.map(([label]) => label)).toEqual(['strict', 'O=0, I=1']);
  });

  it('are of pictures as published, and keep a place for a system without a rate', () => {
    expect(missedFigures(seenPairsRun()).map(({ id }) => id)).toEqual(['systems-people']);
    const rows = [row('FNMR@FMR', '1e-2', { model: 'n', ...rate(1, 10, 0, 0.4) })];
    expect(missedFigures(reported([task()], rows))[0]?.table.rows).toEqual([['FMR 1e-2', '', '10% [0, 40] 1 of 10']]);
    expect(missedFigures(reported([task()], []))).toEqual([]);
    expect(missedFigures(reported([task()], [row('FNMR@FMR', '1e-2', rate(0, 0, 0, 1))]))).toEqual([]);
  });
});
