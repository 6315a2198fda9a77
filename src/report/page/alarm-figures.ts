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

/** The texts of the panel. Throws FalsematchError for numbers that no place has. */
export function alarmFigures(curve: PageCurve, point: PagePoint, place: Place): AlarmFigures {
  const { fpir, falseAlarms, trueAlarms, missed, ppv } = thresholdAlarms(point, curve.listSize, place);
  return {
    threshold: point.threshold,
    falseRate: rateText(point.falseRate),
    missRate: rateText(point.missRate),
    fpir: rangeText(fpir, chanceText),
    falseAlarms: rangeText(falseAlarms, alarmText),
    trueAlarms: rangeText(trueAlarms, alarmText),
    missed: rangeText(missed, alarmText),
    ppv: ppv === null ? 'no alarm is expected' : rangeText(ppv, chanceText),
  };
}
