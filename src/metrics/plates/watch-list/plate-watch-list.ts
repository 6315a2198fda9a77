import { FalsematchError } from '../../../files/errors.js';
import type { TextRule } from '../../../plates/normalise.js';
import {
  type BootstrapOptions,
  DEFAULT_REPLICATES,
  percentileInterval,
  subjectReplicates,
} from '../../../statistics/dependence/bootstrap.js';
import { checkLevel, DEFAULT_LEVEL } from '../../../statistics/level.js';
import { fpirFromFmr } from '../../../statistics/search-rate.js';
import { type Estimate, MIN_DISJOINT_ERRORS, type Rate, unavailable } from '../../rate.js';
import { byVehicle, shareOf } from '../trials.js';
import { type ConfusionModel, weightedModels } from './confusion-model.js';
import { type AlignedRead, alignRead, type MeasuredRead } from './measured-reads.js';
import { hitProbability, type PlateTraffic } from './traffic.js';
import { type NearPlates, nearPlates, watchList } from './watch-list.js';

export interface WatchListOptions {
  /** The listed plates; texts that are the same under the rule count once. */
  readonly list: readonly string[];
  readonly traffic: PlateTraffic;
  /** How many plates pass the camera a day, those that give no text among them; a whole number from 1. */
  readonly platesADay: number;
  /** `strict` unless said otherwise. */
  readonly rule?: TextRule | undefined;
  readonly level?: number | undefined;
  readonly bootstrap?: Partial<BootstrapOptions> | undefined;
}

/** How often a misread plate hits a list. */
export interface WatchListHits {
  readonly rule: TextRule;
  /** The probability that the next plate that passes is not on the list and is read as one that is. */
  readonly perPlate: Estimate;
  /** perPlate x plates a day. */
  readonly expectedADay: Estimate;
  /** The probability of at least one a day, 1 - (1 - perPlate)^(plates a day): passing plates taken as independent. */
  readonly anyADay: Estimate;
  /** Measured plates that gave a wrong text, of all that were measured; by vehicle. */
  readonly misread: Rate;
  /** Measured misreads of plates that are not on the list which say a listed plate, of all such misreads; by vehicle. */
  readonly misreadsOnList: Rate;
  readonly near: NearPlates;
  readonly model: ConfusionModel;
}

/**
 * The chance that a misread hits a watch-list of plates, by the measured confusions against the list; see
 * `ConfusionModel` for what it assumes. The interval draws the measured vehicles anew, each time with a new model. A
 * model that saw few misreads says little: while fewer than five vehicles were misread, or no measured confusion leads
 * from the traffic to the list, the upper end is at least that of the misread rate, as if every misread hit the list,
 * and the result is unresolved. Without any misread that is the exact bound 1 - ((1 - level) / 2)^(1 / vehicles). Texts
 * read off things that are no plate are not in it. Unavailable with fewer than two measured vehicles.
 */
export function plateWatchList(reads: readonly MeasuredRead[], options: WatchListOptions): WatchListHits {
  const { rule = 'strict', level = DEFAULT_LEVEL, platesADay, bootstrap = {} } = options;
  checkLevel(level);
  if (!(Number.isSafeInteger(platesADay) && platesADay >= 1)) {
    throw new FalsematchError(`Plates a day must be a whole number of at least 1, found ${platesADay}.`);
  }
  const list = watchList(options.list, rule);
  const aligned = reads.map((read) => alignRead(read, rule));
  const modelOf = weightedModels(aligned);
  const model = modelOf(() => 1);
  const hits = hitProbability(options.traffic, list, model, rule);
  // Sums of rounded shares may end a last digit above 1.
  const probability = (by: ConfusionModel) => Math.min(1, hits(by));
  const trials = byVehicle(
    reads.map(({ vehicle }) => vehicle),
    'plates',
  );
  const misread = shareOf('misreads', trials, (k) => isMisread(aligned[k]), level);
  const misreads = aligned.flatMap((read, k) => (isMisread(read) && !list.has(read.truth) ? [k] : []));
  const wrong = byVehicle(
    misreads.map((k) => reads[k]?.vehicle ?? ''),
    'reads',
  );
  const replicates: number[] = [];
  const draw = { replicates: bootstrap.replicates ?? DEFAULT_REPLICATES, seed: bootstrap.seed ?? 1 };
  if (trials.pairs.subjects > 1) {
    subjectReplicates(trials.pairs.subjects, draw, (weights) => {
      replicates.push(probability(modelOf((k) => weights[trials.pairs.first[trials.pairs.pairOf[k] ?? 0] ?? 0] ?? 0)));
    });
  }
  const misreadVehicles = new Set(reads.flatMap(({ vehicle }, k) => (isMisread(aligned[k]) ? [vehicle] : []))).size;
  const perPlate = estimate(probability(model), replicates, misread, misreadVehicles, level);
  return {
    rule,
    perPlate,
    expectedADay: scaled(perPlate, (p) => p * platesADay),
    anyADay: scaled(perPlate, (p) => fpirFromFmr(p, platesADay)),
    misread,
    misreadsOnList: shareOf(
      'misreads on the list',
      wrong,
      (k) => list.has(aligned[misreads[k] ?? -1]?.read ?? []),
      level,
    ),
    near: nearPlates(list, model),
    model,
  };
}

function isMisread(read: AlignedRead | undefined): boolean {
  return read !== undefined && read.kind !== 'no text' && read.alignment.edits > 0;
}

function estimate(
  value: number,
  replicates: readonly number[],
  misread: Rate,
  misreadVehicles: number,
  level: number,
): Estimate {
  const bounds = percentileInterval(replicates, level);
  if (!bounds || misread.state === 'unavailable') {
    return unavailable('The chance of a false hit needs measured reads of at least two vehicles.');
  }
  const few = value === 0 || misreadVehicles < MIN_DISJOINT_ERRORS;
  const high = Math.min(1, Math.max(bounds.high, value, few ? misread.interval.high : 0));
  const interval = { low: Math.min(bounds.low, value), high, level, method: 'subject-bootstrap' } as const;
  if (!few) return { state: 'resolved', value, interval, floor: null };
  const floor = {
    reason: value === 0 ? 'zero-errors' : 'few-errors',
    of: 'misreads, each taken to hit the list',
    upperBound: high,
    upperBoundIfIndependent: Math.min(high, misread.independent.exact.high),
    level,
  } as const;
  return { state: 'unresolved', value, interval, floor };
}

/** The estimate of something that rises with another one. */
function scaled(estimated: Estimate, by: (value: number) => number): Estimate {
  if (estimated.state === 'unavailable') return estimated;
  const { value, interval } = estimated;
  const moved = {
    value: by(value),
    interval: { ...interval, low: by(interval.low), high: by(interval.high) },
  };
  if (estimated.state === 'resolved') return { state: 'resolved', floor: null, ...moved };
  const { upperBound, upperBoundIfIndependent } = estimated.floor;
  const floor = {
    ...estimated.floor,
    upperBound: by(upperBound),
    upperBoundIfIndependent: by(upperBoundIfIndependent),
  };
  return { state: 'unresolved', floor, ...moved };
}
