import { alarmFacts } from '../../deployment/alarm-facts.js';
import type { Uncertain } from '../../deployment/uncertain.js';
import { fpirFromFmr } from '../../statistics/search-rate.js';

/** A rate as a page carries it. */
export interface PageRate {
  readonly errors: number;
  readonly trials: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** "yes", or why the data cannot resolve it. */
  readonly resolvable: string;
}

/** Both rates at one threshold. */
export interface PagePoint {
  /** The threshold as it is printed. */
  readonly threshold: string;
  readonly falseRate: PageRate;
  readonly missRate: PageRate;
}

/** What a reader says of a place with cameras. */
export interface Place {
  readonly cameras: number;
  /** People who pass one camera in a day. */
  readonly passersBy: number;
  /** People on the watch-list. */
  readonly listSize: number;
  /** One in so many of those who pass is on the list. */
  readonly oneListedIn: number;
}

/** The alarms to expect in a day. */
export interface ThresholdAlarms {
  readonly fpir: Uncertain;
  readonly falseAlarms: Uncertain;
  readonly trueAlarms: Uncertain;
  readonly missed: Uncertain;
  readonly ppv: Uncertain | null;
}

/**
 * The alarms of a day at an operating point, by `alarmFacts`. A false-match rate of single comparisons becomes that of a
 * search in a list as `fpirFromFmr` has it; an FPIR that was measured with a list of another size is carried over the same
 * way, both as if the comparisons of one search were independent. Who is listed is found when the comparison matches.
 * Throws FalsematchError for numbers that no place has.
 */
export function thresholdAlarms(
  { falseRate, missRate }: PagePoint,
  measuredListSize: number | null,
  { cameras, passersBy, listSize, oneListedIn }: Place,
): ThresholdAlarms {
  const { level } = falseRate;
  const tpir = { value: 1 - missRate.value, low: 1 - missRate.high, high: 1 - missRate.low, level: missRate.level };
  const ofList = (rate: number) => (measuredListSize === null ? fpirFromFmr(rate, listSize) : rate);
  const fpir = { value: ofList(falseRate.value), low: ofList(falseRate.low), high: ofList(falseRate.high), level };
  const given = { cameras, passagesPerCamera: passersBy, listed: 1 / oneListedIn, tpir };
  const facts = alarmFacts({ ...given, fpir, ...(measuredListSize === null ? {} : { measuredListSize, listSize }) });
  // With the FPIR of a list of this size everything follows anew.
  const { fpir: used, scenarios } = facts.prediction ? alarmFacts({ ...given, fpir: facts.prediction.fpir }) : facts;
  const [scenario] = scenarios;
  if (!scenario) throw new RangeError('A deployment has a scenario.');
  const { perDay, ppv } = scenario;
  return { fpir: used, ...perDay, ppv };
}
