import type { Uncertain } from '../../deployment/uncertain.js';
import { alarmText, chanceText, rangeText } from '../alarm-text.js';
import { rateText } from '../format.js';
import type { PageCurve } from './run-data.js';
import { type PagePoint, type Place, thresholdAlarms } from './threshold-alarms.js';

/** What the panel shows at a threshold, in words, by the name of its place in the page. */
export interface AlarmFigures {
  readonly threshold: string;
  readonly falseRate: string;
  readonly missRate: string;
  readonly fpir: string;
  readonly falseAlarms: string;
  readonly trueAlarms: string;
  readonly missed: string;
  readonly ppv: string;
}

/**
 * The texts of the panel. What follows from a rate that the data cannot resolve is given as a range alone, with a star.
 * Throws FalsematchError for numbers that no place has.
 */
export function alarmFigures(curve: PageCurve, point: PagePoint, place: Place): AlarmFigures {
  const { fpir, falseAlarms, trueAlarms, missed, ppv } = thresholdAlarms(point, curve.listSize, place);
  const [falsely, missing] = [point.falseRate, point.missRate].map(({ resolvable }) => resolvable === 'yes');
  const text = (number: Uncertain, resolved: boolean | undefined, form: (value: number) => string) =>
    resolved ? rangeText(number, form) : `${form(number.low)} to ${form(number.high)} *`;
  return {
    threshold: point.threshold,
    falseRate: rateText(point.falseRate),
    missRate: rateText(point.missRate),
    fpir: text(fpir, falsely, chanceText),
    falseAlarms: text(falseAlarms, falsely, alarmText),
    trueAlarms: text(trueAlarms, missing, alarmText),
    missed: text(missed, missing, alarmText),
    ppv: ppv === null ? 'no alarm is expected' : text(ppv, falsely && missing, chanceText),
  };
}
