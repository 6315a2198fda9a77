import { expect, it } from 'vitest';
import { plateWatchList } from '../../../src/metrics/plates/watch-list/plate-watch-list.js';
import { SERBIA } from '../../../src/plates/synthetic/formats/serbia.js';
import { watchListOfRun } from '../../../src/results/plates/watch-list-of-run.js';
import { misreadRun, READS, TEXTS } from '../../support/misread-run.js';
import { madeUpRun } from '../../support/run.js';

const run = misreadRun({ texts: TEXTS, reads: READS, seed: 7 });
const asked = { list: ['BG100A8', 'bg 105-a8', 'NS123XY'], platesADay: 1000 };

it('gives for every system and rule what its measured reads give, with the seed and the level of the run', () => {
  const found = watchListOfRun(run, asked);
  expect(found).toMatchObject({
    task: { id: 'drawn', level: 0.95 },
    dataset: { name: 'made-up', title: 'Made up' },
    platesADay: 1000,
    ownTraffic: { passages: 60, texts: 60 },
  });
  expect(found.hits.map(({ system, rule }) => [system, rule])).toEqual(
    ['poor', 'perfect', 'blind'].flatMap((system) => [
      [system, 'strict'],
      [system, 'O=0, I=1'],
    ]),
  );
  const reads = TEXTS.map((truth, index) => ({ truth, read: READS.poor?.(truth, index) ?? '', vehicle: truth }));
  const traffic = { plates: TEXTS.map((text) => ({ text, count: 1 })) };
  const { model: _, ...expected } = plateWatchList(reads, { ...asked, traffic, bootstrap: { seed: 7 } });
  expect(found.hits[0]).toEqual({ system: 'poor', ...expected });
});

it('works the chance out: two of sixty plates become listed ones when their last B, one of ten, is read as 8', () => {
  const [hits] = watchListOfRun(run, { ...asked, systems: ['poor'], rules: ['strict'] }).hits;
  // Twelve of 120 measured B are read as 8; the first B of the plate must be read right.
  expect(hits?.perPlate.value).toBeCloseTo((2 / 60) * 0.1 * 0.9, 12);
  expect(hits?.expectedADay.value).toBeCloseTo(3, 10);
  expect(hits?.misread).toMatchObject({ errors: 12, trials: 60 });
  expect(hits?.misreadsOnList).toMatchObject({ errors: 2, trials: 12 });
});

it('leaves an upper bound where no plate was misread, found or not', () => {
  for (const { perPlate } of watchListOfRun(run, { ...asked, systems: ['perfect', 'blind'] }).hits) {
    expect(perPlate).toMatchObject({ state: 'unresolved', value: 0, floor: { reason: 'zero-errors' } });
    expect(perPlate.interval?.high).toBeGreaterThan(0.04);
  }
});

it('takes the plates of a format that the synthetic ones have, and those that are given', () => {
  const serbian = watchListOfRun(run, { ...asked, systems: ['poor'], rules: ['strict'], traffic: SERBIA });
  const [areas = [], , , , letters = []] = SERBIA.patterns[0]?.parts ?? [];
  const share = (SERBIA.patterns[0]?.weight ?? 0) / SERBIA.patterns.reduce((sum, { weight }) => sum + weight, 0);
  // A8 ends no text of the format: both listed plates are reached from A-B only; NS123XY is itself one.
  const one = (share / (areas.length * 1000 * letters.length ** 2)) * 0.1 * 0.9;
  expect(serbian.hits[0]?.perPlate.value).toBeCloseTo(2 * one, 15);
  expect(serbian.ownTraffic).toBeUndefined();
  const given = watchListOfRun(run, { ...asked, traffic: { plates: [{ text: 'XX1', count: 4 }] } });
  expect(given.hits[0]?.perPlate).toMatchObject({ state: 'unresolved', value: 0 });
});

it('refuses what the run has not', () => {
  const two = misreadRun({ texts: TEXTS, reads: READS, tasks: ['day', 'night'] });
  expect(() => watchListOfRun(two, asked)).toThrow(/several tasks of plates: day, night; name one with --task/);
  expect(watchListOfRun(two, { ...asked, task: 'night', systems: ['poor'] }).task.id).toBe('night');
  expect(() => watchListOfRun(two, { ...asked, task: 'nigth' })).toThrow(/named "nigth"; did you mean "night"/);
  expect(() => watchListOfRun(run, { ...asked, systems: ['poot'] })).toThrow(/did you mean "poor"/);
  expect(() => watchListOfRun(run, { ...asked, list: [] })).toThrow(/at least one plate/);
  expect(() => watchListOfRun(madeUpRun(), asked)).toThrow(/no task of plates/);
});

it('refuses a task without texts', () => {
  const tables = new Map(
    [...run.tables].map(([id, own]) => {
      const pictures = (own.labels?.pictures ?? []).map((picture) => ({
        ...picture,
        plates: picture.plates.map(({ text: _, ...plate }) => plate),
      }));
      return [id, { ...own, labels: { attributes: [], pictures } }];
    }),
  );
  expect(() => watchListOfRun({ ...run, tables }, asked)).toThrow(/no plate whose text is known/);
});
