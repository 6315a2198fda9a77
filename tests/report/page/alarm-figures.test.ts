import { expect, it } from 'vitest';
import { alarmFigures } from '../../../src/report/page/alarm-figures.js';
import type { PageCurve } from '../../../src/report/page/run-data.js';
import type { PageRate } from '../../../src/report/page/threshold-alarms.js';

const rate = (errors: number, trials: number, low: number, high: number, resolvable = 'yes'): PageRate => ({
  errors,
  trials,
  value: errors / trials,
  low,
  high,
  level: 0.95,
  resolvable,
});
const CURVE: PageCurve = { system: 0, label: 'x', falseName: 'FPIR', missName: 'FNIR', listSize: 1000, points: [] };
const PLACE = { cameras: 10, passersBy: 1000, listSize: 1000, oneListedIn: 1000 };

it('says each figure with its range, and marks what the data cannot resolve', () => {
  const point = {
    threshold: '0.25',
    falseRate: rate(10, 1000, 0.005, 0.02),
    missRate: rate(2, 40, 0.01, 0.2, 'no: few errors'),
  };
  expect(alarmFigures(CURVE, point, PLACE)).toEqual({
    threshold: '0.25',
    falseRate: '1% [0.5, 2] 10 of 1,000',
    missRate: '5% [1, 20] 2 of 40 *',
    fpir: '1.0% [0.50%, 2.0%]',
    falseAlarms: '100 [50, 200]',
    trueAlarms: '8 to 9.9 *',
    missed: '0.1 to 2 *',
    ppv: '3.8% to 16.5% *',
  });
});

it('says that no alarm is expected where none is', () => {
  const never = { threshold: '2', falseRate: rate(0, 10, 0, 0), missRate: rate(10, 10, 1, 1) };
  const figures = alarmFigures(CURVE, never, PLACE);
  expect([figures.falseAlarms, figures.trueAlarms, figures.missed, figures.ppv]).toEqual([
    '0',
    '0',
    '10',
    'no alarm is expected',
  ]);
});

it('throws for numbers that no place has', () => {
  const point = { threshold: '0', falseRate: rate(1, 10, 0, 1), missRate: rate(1, 10, 0, 1) };
  expect(() => alarmFigures(CURVE, point, { ...PLACE, cameras: -1 })).toThrow('The number of cameras');
});
