import type { AlarmInputs } from './expected-alarms.js';

/**
 * The highest FPIR with which at least the share `ppv` of alarms is true: listed x TPIR x (1 - ppv) / (ppv x (1 -
 * listed)), from PPV solved for FPIR, and at most 1. Null where no FPIR gives it, because no true alarm is expected.
 */
export function fpirForPpv(ppv: number, { listed, tpir }: Pick<AlarmInputs, 'listed' | 'tpir'>): number | null {
  const found = listed * tpir;
  if (found === 0) return null;
  // Where everybody is listed there is nobody to raise a false alarm.
  return listed === 1 ? 1 : Math.min(1, (found * (1 - ppv)) / (ppv * (1 - listed)));
}

/** The highest FPIR with which no more than `budget` false alarms are expected among the passages, at most 1. */
export function fpirForBudget(budget: number, { passages, listed }: Pick<AlarmInputs, 'passages' | 'listed'>): number {
  return Math.min(1, budget / (passages * (1 - listed)));
}
