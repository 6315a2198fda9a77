import { fmrFromFpir, fpirFromFmr } from '../statistics/search-rate.js';
import { type AlarmScenario, alarmScenario } from './alarm-scenario.js';
import { type Deployment, type FullDeployment, fullDeployment } from './deployment.js';
import { expectedAlarms } from './expected-alarms.js';
import { type Sensitivity, sensitivityOf } from './sensitivity.js';
import { combine, rising, type Uncertain } from './uncertain.js';

/** What the FPIR of a list of another size would be, and what would follow with one search a passage. */
export interface ListPrediction {
  readonly assumption: 'as if the comparisons of one search were independent, at the same threshold';
  readonly measuredListSize: number;
  readonly listSize: number;
  readonly fpir: Uncertain;
  readonly falseAlarmsPerDay: Uncertain;
  readonly ppv: Uncertain | null;
}

/** How many alarms a deployment has to expect, and what part of them is true. */
export interface AlarmFacts extends FullDeployment {
  readonly passagesPerDay: Uncertain;
  /** Searches a day, of people who are on no list, that raise an alarm; more than passages where each has several. */
  readonly falseSearchesPerDay: Uncertain;
  /** One where a passage has one search; else one for searches that are all alike, and one for independent ones. */
  readonly scenarios: readonly AlarmScenario[];
  /** Null where FPIR was measured with a list of this size, or one of the sizes is unknown. */
  readonly prediction: ListPrediction | null;
  /** With one search a passage, or several that are all alike. */
  readonly sensitivity: readonly Sensitivity[];
}

/**
 * False and true alarms of a deployment by day, year, camera and operator's hour, their PPV, the chance of one innocent
 * person, the FPIR that a PPV or a budget takes, and which uncertain input matters most; see `expectedAlarms`,
 * `atLeastOne`, `fpirForPpv`, `combine` for the formulae. FPIR and TPIR are taken to hold for those who pass the cameras.
 * Throws FalsematchError for numbers that no deployment has.
 */
export function alarmFacts(deployment: Deployment): AlarmFacts {
  const full = fullDeployment(deployment);
  const { cameras, listed, fpir, tpir, searchesPerPassage } = full;
  const passages = rising(full.passagesPerCamera, (number) => number * cameras);
  const ways = searchesPerPassage === 1 ? (['single'] as const) : (['alike', 'independent'] as const);
  return {
    ...full,
    passagesPerDay: passages,
    falseSearchesPerDay: combine(
      { passages, listed, fpir },
      (of) => expectedAlarms({ ...of, tpir: 0 }).falseAlarms * searchesPerPassage,
    ),
    scenarios: ways.map((searches) => alarmScenario(full, searches)),
    prediction: predictionOf(full),
    sensitivity: sensitivityOf({ passages, listed, fpir, tpir }),
  };
}

/** From the FPIR to the FMR of one comparison and back, with the other number of them. */
function predictionOf(full: FullDeployment): ListPrediction | null {
  const { listSize, measuredListSize } = full;
  if (listSize === null || measuredListSize === null || listSize === measuredListSize) return null;
  const fpir = rising(full.fpir, (rate) => fpirFromFmr(fmrFromFpir(rate, measuredListSize), listSize));
  const { perDay, ppv } = alarmScenario({ ...full, fpir }, 'single');
  return {
    assumption: 'as if the comparisons of one search were independent, at the same threshold',
    measuredListSize,
    listSize,
    fpir,
    falseAlarmsPerDay: perDay.falseAlarms,
    ppv,
  };
}
