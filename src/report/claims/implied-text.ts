import type { Implied } from '../../claims/claim-result.js';
import { count } from '../../results/figure-text.js';
import { alarmText, chanceText, rangeText } from '../alarm-text.js';
import { rateText } from '../format.js';

/** What a claim on scale would mean in alarms, with whose rates they are reckoned and what is assumed. */
export function impliedText({ assumed, facts, measured }: Implied): string {
  const [scenario] = facts.scenarios;
  if (!scenario) return '';
  const { perDay, ppv } = scenario;
  const rates = measured
    ? `With FPIR ${rateText(measured.fpir)} and TPIR ${rateText(measured.tpir)}, as the open model ${measured.model} has them on "${measured.task.title}" at the threshold for FPIR ${measured.at} of pictures as published`
    : 'With the rates given';
  const value = ppv ? `; ${rangeText(ppv, chanceText)} of the alarms are true` : '';
  const whose = measured ? " No vendor's system was tested." : '';
  return `${rates}, ${count(facts.cameras)} cameras would give ${rangeText(perDay.falseAlarms, alarmText)} false and ${rangeText(perDay.trueAlarms, alarmText)} true alarms a day${value}. ${assumed}${whose}`;
}
