/** What passes by, and how often a passage sets off an alarm. */
export interface AlarmInputs {
  /** How many people, or plates, pass. */
  readonly passages: number;
  /** The share of the passages that are of somebody on the list. */
  readonly listed: number;
  /** The chance that the passage of somebody who is on no list sets off an alarm. */
  readonly fpir: number;
  /** The chance that the passage of somebody on the list sets off the right alarm. */
  readonly tpir: number;
}

/** Expected numbers among these passages. */
export interface ExpectedAlarms {
  readonly falseAlarms: number;
  readonly trueAlarms: number;
  /** Passages of listed people that set off no alarm for them. */
  readonly missed: number;
  /** Positive predictive value, the share of alarms that are true; null where no alarm is expected. */
  readonly ppv: number | null;
}

/**
 * The alarms to expect: false ones are passages x (1 - listed) x FPIR, true ones passages x listed x TPIR, and PPV = true
 * / (true + false), Bayes' rule. Alarms for the wrong person when a listed one passes are left out. Expectations need no
 * independence of passages.
 */
export function expectedAlarms({ passages, listed, fpir, tpir }: AlarmInputs): ExpectedAlarms {
  const falseAlarms = passages * (1 - listed) * fpir;
  const trueAlarms = passages * listed * tpir;
  const alarms = falseAlarms + trueAlarms;
  return {
    falseAlarms,
    trueAlarms,
    missed: passages * listed * (1 - tpir),
    ppv: alarms > 0 ? trueAlarms / alarms : null,
  };
}
