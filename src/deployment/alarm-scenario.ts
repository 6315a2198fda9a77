import { atLeastOne, chanceOfOne } from './at-least-one.js';
import type { FullDeployment } from './deployment.js';
import { expectedAlarms } from './expected-alarms.js';
import { fpirForBudget, fpirForPpv } from './needed-fpir.js';
import { combine, rising, type Uncertain } from './uncertain.js';

/**
 * How the searches of one passage hang together. `single`: there is one. `alike`: all say the same, so a passage goes
 * wrong as often as one search. `independent`: each is a new chance. Searches of the same face lie between the last two.
 */
export type SearchDependence = 'single' | 'alike' | 'independent';

/** An FPIR, of one search, that something stated would take. */
export interface NeededFpir {
  /** What was stated: a PPV, or false alarms a day. */
  readonly target: number;
  /** Null: no FPIR gives it, because no true alarm is expected. */
  readonly fpir: Uncertain | null;
}

/** Expected numbers of a day, a year or a camera. */
export interface AlarmNumbers {
  readonly falseAlarms: Uncertain;
  readonly trueAlarms: Uncertain;
  /** Passages of listed people that set off no alarm for them. */
  readonly missed: Uncertain;
}

/** What follows for one way in which the searches of a passage hang together. */
export interface AlarmScenario {
  readonly searches: SearchDependence;
  /** Chances that a passage, with all its searches, sets off an alarm. */
  readonly perPassage: { readonly fpir: Uncertain; readonly tpir: Uncertain };
  readonly perDay: AlarmNumbers;
  /** 365 days. */
  readonly perYear: AlarmNumbers;
  /** One camera on one day. */
  readonly perCamera: AlarmNumbers;
  /** Alarms of both kinds that one operator looks at in an hour of work. */
  readonly perOperatorHour: Uncertain;
  /** The share of alarms that are true; null where no alarm is expected. */
  readonly ppv: Uncertain | null;
  /** The chance that somebody on no list sets off at least one alarm in so many passes, as if they were independent. */
  readonly innocent: { readonly passes: number; readonly chance: Uncertain };
  readonly neededForPpv: NeededFpir | null;
  readonly neededForBudget: NeededFpir | null;
}

const DAYS = 365;

/** Works one way out. */
export function alarmScenario(deployment: FullDeployment, searches: SearchDependence): AlarmScenario {
  const { cameras, hours, operators, passes, listed, passagesPerCamera } = deployment;
  const times = searches === 'independent' ? deployment.searchesPerPassage : 1;
  const fpir = rising(deployment.fpir, (rate) => atLeastOne(rate, times));
  const tpir = rising(deployment.tpir, (rate) => atLeastOne(rate, times));
  const passages = rising(passagesPerCamera, (number) => number * cameras);
  const perDay = {
    falseAlarms: combine({ passages, listed, fpir }, (of) => expectedAlarms({ ...of, tpir: 0 }).falseAlarms),
    trueAlarms: combine({ passages, listed, tpir }, (of) => expectedAlarms({ ...of, fpir: 0 }).trueAlarms),
    missed: combine({ passages, listed, tpir }, (of) => expectedAlarms({ ...of, fpir: 0 }).missed),
  };
  const perOperatorHour = combine({ passages, listed, fpir, tpir }, (of) => {
    const { falseAlarms, trueAlarms } = expectedAlarms(of);
    return (falseAlarms + trueAlarms) / hours / operators;
  });
  return {
    searches,
    perPassage: { fpir, tpir },
    perDay,
    perYear: scaled(perDay, DAYS),
    perCamera: scaled(perDay, 1 / cameras),
    perOperatorHour,
    ppv: combine({ listed, fpir, tpir }, (of) => expectedAlarms({ ...of, passages: 1 }).ppv),
    innocent: { passes, chance: rising(fpir, (chance) => atLeastOne(chance, passes)) },
    ...neededFpirs({ ...deployment, passages, tpir }, times),
  };
}

function scaled({ falseAlarms, trueAlarms, missed }: AlarmNumbers, by: number): AlarmNumbers {
  const times = (number: number) => number * by;
  return {
    falseAlarms: rising(falseAlarms, times),
    trueAlarms: rising(trueAlarms, times),
    missed: rising(missed, times),
  };
}

/** In the FPIR of one search, whatever a passage has of them. */
function neededFpirs(
  { ppv, budget, passages, listed, tpir }: FullDeployment & { readonly passages: Uncertain },
  times: number,
): Pick<AlarmScenario, 'neededForPpv' | 'neededForBudget'> {
  const ofSearch = (fpir: Uncertain) => rising(fpir, (rate) => chanceOfOne(rate, times));
  const forPpv = ppv === null ? null : combine({ listed, tpir }, (of) => fpirForPpv(ppv, of));
  const forBudget = budget === null ? null : combine({ passages, listed }, (of) => fpirForBudget(budget, of));
  return {
    neededForPpv: ppv === null ? null : { target: ppv, fpir: forPpv && ofSearch(forPpv) },
    neededForBudget: budget === null || forBudget === null ? null : { target: budget, fpir: ofSearch(forBudget) },
  };
}
