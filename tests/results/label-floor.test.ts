import { expect, it } from 'vitest';
import { markLabelFloor } from '../../src/results/label-floor.js';
import { baseRow } from '../../src/results/metric-rows.js';

const PLACE = { task: 't', model: 'm', dataset: 'd', protocol: 'pairs', group: 'all' };
const row = (metric: string, at: string) => baseRow(PLACE, { metric, at });
const FLOOR = { fmr: 1e-5, note: 'Six labels are wrong.' };
const MARK = 'no: FMR below 1e-5 measures the labels here: Six labels are wrong.';

it.each(['FMR', 'FNMR@FMR', 'FNMR'])('marks %s below the floor, and not at it', (metric) => {
  const rows = [row(metric, '1e-4'), row(metric, '1e-5'), row(metric, '9e-6')];
  expect(markLabelFloor(rows, FLOOR).map(({ resolvable }) => resolvable)).toEqual(['yes', 'yes', MARK]);
});

it('leaves figures without an operating point, and everything where there is no floor', () => {
  const rows = [row('EER', ''), row('FMR', ''), row('minDCF', 'mated 0.01')];
  expect(markLabelFloor(rows, FLOOR)).toEqual(rows);
  const low = [row('FMR', '1e-9')];
  expect(markLabelFloor(low, undefined)).toEqual(low);
});

it('changes nothing else of a row', () => {
  const one = { ...row('FMR', '1e-6'), value: 0.5, errors: 1, trials: 2, resolvable: 'no: few people' };
  expect(markLabelFloor([one], FLOOR)).toEqual([{ ...one, resolvable: MARK }]);
});
