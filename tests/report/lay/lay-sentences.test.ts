import { describe, expect, it } from 'vitest';
import { laySentences } from '../../../src/report/lay/lay-sentences.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { madeUpDataset, unitTemplatesOf } from '../../support/made-up-dataset.js';
import { allPairsRun } from '../../support/measured-all-pairs.js';
import { measuredSearch, searchTask } from '../../support/measured-search.js';
import { peopleRun } from '../../support/people.js';
import { platesRun } from '../../support/plates-run.js';
import { madeUpRun } from '../../support/run.js';
import { conditionRecord, seenPairsRun, seenPlatesRun, seenSearchRun } from '../../support/seen-run.js';
import { publishedSplits, SPLIT_FAILING, SPLIT_PEOPLE } from '../../support/splits.js';
import { reported, task } from '../figures/support/reported.js';
import { rate, row } from '../figures/support/rows.js';
import { sizesRun } from '../figures/support/sizes-run.js';

const SCOPE =
  'This is about these models on these pictures ("Made up"), and says nothing of a vendor\'s system that outsiders cannot test, of other people or of another place.';

/** A miss rate of a system at a target, with its false matches. */
const missed = (model: string, at: string, cells: Partial<MetricRow>) =>
  row('FNMR@FMR', at, { model, level: 0.95, subjects: 50, ...cells });

describe('laySentences', () => {
  it('of one system on pairs', () => {
    expect(laySentences(madeUpRun())).toEqual([
      '"Made-up view": at a threshold where at most 1 in 10 comparisons of two different people matched in these data, made-model missed 10.0% (2 of 20; 95% interval 0% to 91.9%; not resolved by these data) of the comparisons of one person.',
      'The comparisons of one person come from 20 people, and intervals allow for people who stand in several; where none of 20 comparisons of two people was a false match, a rate up to 16.8% (1 in 6) is still not excluded; a figure with a star is not resolved: its interval counts, not its value.',
      SCOPE,
    ]);
  });

  it('of two systems name both ends', () => {
    expect(laySentences(peopleRun())[0]).toBe(
      '"Made-up people": at a threshold where at most 1 in 10 comparisons of two different people matched in these data, the 2 systems missed between 6.94% (good; 5 of 72; 95% interval 1.39% to 19.4%) and 31.9% (bad; 23 of 72; 95% interval 13.9% to 55.6%) of the comparisons of one person; their order was not tested and may be chance.',
    );
  });

  it('of all pairs take the strictest target that is resolved', async () => {
    const [found] = laySentences((await allPairsRun()).run);
    expect(found).toContain('at most 1 in 50 comparisons of two different people matched in these data, model missed');
  });

  it('of searches by size are of searches, and of the list that they name', async () => {
    const [found, limit] = laySentences(await sizesRun());
    expect(found).toBe(
      '"Made-up searches", list of 4: at a threshold where at most 1 in 5 searches for people who are not on it raised an alarm, model missed 57.1% (4 of 7; 95% interval 0% to 91.9%; not resolved by these data) of the searches for people who are on it.',
    );
    expect(limit).toBe(
      'The searches for people who are on the list come from 4 people, and intervals allow for people who stand in several; a figure with a star is not resolved: its interval counts, not its value.',
    );
  });

  it('of divisions of the same pictures say that a mean over them is one, and speak of no searches that are not counted', async () => {
    const { run } = await measuredSearch(searchTask({ search: 'splits' }), {
      dataset: madeUpDataset('made-up', SPLIT_PEOPLE),
      templates: unitTemplatesOf(SPLIT_PEOPLE),
      failing: SPLIT_FAILING,
      needs: { readSplits: async () => publishedSplits() },
    });
    expect(laySentences(run)).toEqual([
      '"Made-up searches": at thresholds where at most 1 in 10 searches for people who are not on the list raised an alarm, model found the right person first in 35.4% (mean over 2 splits; 95% interval 11.8% to 60.4%; not resolved by these data) of the searches for people who are on it.',
      'The data cannot tell everything: 2 divisions of the same pictures, with 17 people on the list of one or another, are not 2 experiments, and a figure with a star is not resolved.',
      SCOPE,
    ]);
  });

  it('of plates', () => {
    expect(laySentences(platesRun())).toEqual([
      '"Made-up plates": the 2 systems read between 50.0% (mixed; 9 of 18; 95% interval 26.0% to 74.0%) and 100% (right; 18 of 18; 95% interval 80.5% to 100%; not resolved by these data) of the plates right from end to end; their order was not tested and may be chance.',
      'With 18 plates of 17 vehicles in 19 pictures, each plate is 5.56% of them: a difference of a few plates may be chance, and pictures of other cameras may give other rates.',
      SCOPE,
    ]);
  });

  it('of groups say whom errors hit, and whether that was tested', async () => {
    expect(laySentences((await allPairsRun()).run)[1]).toMatch(
      /^By gender, with one threshold for everybody \(false-match rate .*\): model missed, of comparisons of one person, .* for "\w+" and .* for "\w+"; (whether groups differ was not tested here|groups that are alike would differ as much with probability [\d.e-]+, one of several looks at these data)\.$/,
    );
  });

  it('of drawings say so', () => {
    const run = madeUpRun((record) => ({
      ...record,
      datasets: record.datasets.map((dataset) => ({ ...dataset, drawn: true })),
    }));
    expect(laySentences(run)[2]).toMatch(/or of another place; drawings are not photographs\.$/);
  });
});

describe('laySentences through conditions', () => {
  it('name the hardest for the best system, sweeps left out', async () => {
    expect(laySentences(seenPairsRun(['bad', 'good']))[1]).toBe(
      'Software imitated 2 conditions: through the hardest of them for bad, picked after seeing all, "Through fog", it missed 47.2% (34 of 72; 95% interval 36.1% to 58.6%) of the comparisons of one person at the same threshold, at which 21 of 276 comparisons of two people matched.',
    );
    expect(laySentences(seenPlatesRun())[1]).toBe(
      'Software imitated one condition: through "Through mud" right read 50.0% (9 of 18; 95% interval 26.0% to 74.0%) of the plates right from end to end.',
    );
    expect(laySentences(await seenSearchRun())[1]).toContain('missed 68.8% (11 of 16;');
  });

  const dim = task({ id: 't.dim', condition: conditionRecord('t', 'dim') });
  const fog = task({ id: 't.fog', condition: conditionRecord('t', 'fog') });
  const through = (id: string, errors: number) =>
    row('FNMR', '1e-2', { task: id, level: 0.95, ...rate(errors, 100, 0, 0.5) });

  it('claim no change where none is harder', () => {
    const rows = [missed('m', '1e-2', rate(9, 100, 0.05, 0.2)), through('t.dim', 9), through('t.fog', 3)];
    expect(laySentences(reported([task(), dim, fog], rows))[1]).toMatch(
      /^Software imitated 2 conditions: through the hardest of them for m, picked after seeing all, "Through dim", it missed 9\.00% \(9 of 100; .*, which is no more than as published\.$/,
    );
    expect(laySentences(reported([task(), dim], rows.slice(0, 2)))[1]).toMatch(
      /^Software imitated one condition: through "Through dim" m missed .*, which is no more than as published\.$/,
    );
  });

  it('keep three sentences where nothing came of the conditions', () => {
    const rows = [missed('m', '1e-2', rate(9, 100, 0.05, 0.2)), through('t.dim', 0)].map((one) =>
      one.task === 't.dim' ? { ...one, value: null } : one,
    );
    const sentences = laySentences(reported([task(), dim], rows));
    expect(sentences).toHaveLength(3);
    expect(sentences[1]).toMatch(/^The comparisons of one person come from 50 people/);
  });
});

describe('laySentences of rates that are missing or equal', () => {
  const of = (rows: readonly MetricRow[]) => laySentences(reported([task()], rows))[0];
  const null1 = missed('n', '1e-2', { ...rate(0, 0, 0, 1), resolvable: 'no: nothing' });

  it('say that several systems are alike, instead of naming one of them', () => {
    const rows = ['m', 'n'].map((model) => missed(model, '1e-2', rate(1, 10, 0, 0.4)));
    expect(of(rows)).toMatch(
      /in these data, the 2 systems missed 10\.0% \(each; 1 of 10; 95% interval 0% to 40\.0%\) of the/,
    );
  });

  it('count only systems that have the figure, and tell of the others', () => {
    expect(of([missed('m', '1e-2', rate(1, 10, 0, 0.4)), null1])).toMatch(
      /in these data, m, of 2 systems the only one with a figure, missed 10\.0% \(1 of 10;/,
    );
  });

  it('call no target resolved at which a system has no rate', () => {
    const rows = [
      missed('m', '1e-2', rate(1, 10, 0, 0.4)),
      missed('m', '1e-3', rate(2, 10, 0, 0.5)),
      missed('n', '1e-2', rate(3, 10, 0, 0.6)),
      { ...null1, at: '1e-3' },
    ];
    expect(of(rows)).toMatch(/at most 1 in 100 .* 2 systems missed between 10\.0% \(m; .* and 30\.0% \(n; /);
  });

  it('say a target that is not one in a whole number as a share', () => {
    const rows = [missed('m', '4e-1', rate(1, 10, 0, 0.4)), missed('n', '4e-1', rate(2, 10, 0, 0.4))];
    expect(laySentences(reported([task({ at: ['4e-1'] })], rows))[0]).toContain(
      'at most 40.0% of the comparisons of two different people matched in these data',
    );
  });

  it('tell nothing measured from no such rate', () => {
    expect(of([null1])).toBe('Nothing was measured in this run: what was missing stands below.');
    expect(of([null1, row('EER', '', rate(1, 10, 0, 1))])).toBe(
      'How often anybody is missed cannot be given: why, and what was measured, stands below.',
    );
    expect(laySentences(reported([], []))).toHaveLength(1);
  });

  it('speak of no people where nobody knows who is on the pictures', () => {
    const rows = ['m', 'n'].map((model) => missed(model, '1e-2', { ...rate(1, 10, 0, 0.4), subjects: null }));
    expect(laySentences(reported([task()], rows))[1]).toMatch(
      /^Nobody knows who is on the pictures, so intervals take every picture for a person; /,
    );
  });
});
