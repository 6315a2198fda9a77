import { FalsematchError } from '../../files/errors.js';
import type { TextRule } from '../../plates/normalise.js';
import { DEFAULT_REPLICATES, rateReplicates } from '../../statistics/dependence/bootstrap.js';
import { countByPair } from '../../statistics/dependence/subject-pairs.js';
import { checkLevel, DEFAULT_LEVEL } from '../../statistics/level.js';
import { bootstrapTest, differencesOf, type PairedDifference, pairedErrors } from '../paired-difference.js';
import { boundWithoutErrors, MIN_DISJOINT_ERRORS } from '../rate.js';
import { type JudgedPlate, judgePictures } from './judge-pictures.js';
import type { PlateMetricOptions } from './plate-metrics.js';
import type { PlatePicture } from './plate-pictures.js';
import { rulesFor, textsUnder } from './read-texts.js';
import { byVehicle } from './trials.js';

/** How far two systems differ in exact reads end to end, under one text rule; trials are true plates with a text. */
export interface PlateReadDifference extends PairedDifference {
  readonly metric: 'plate-exact';
  /** The text rule. */
  readonly at: TextRule;
}

/**
 * Compares two systems on the same pictures, failures counted: the share of plates read exactly, the second's less the
 * first's. Its interval draws vehicles anew, the same ones for both systems; McNemar's exact test beside it takes plates as
 * independent. While fewer than five vehicles tell the systems apart, the interval reaches at least as far, either way, as
 * the bound for no difference in all of them, and the difference is unresolved. Rules for which there is no interval
 * (fewer than two vehicles) are left out. Throws for pictures with other samples or other true plates.
 */
export function comparePlateReads(
  first: readonly PlatePicture[],
  second: readonly PlatePicture[],
  { overlap, level = DEFAULT_LEVEL, bootstrap = {}, rules }: PlateMetricOptions = {},
): PlateReadDifference[] {
  checkLevel(level);
  const others = new Map(second.map((picture) => [picture.sample, picture]));
  if (others.size !== first.length || second.length !== first.length) {
    throw new FalsematchError(
      `Two systems are compared on the same pictures, found ${first.length} and ${second.length}; judge both on one dataset.`,
    );
  }
  const judged = [first, first.map((picture) => sameTruth(picture, others.get(picture.sample)))].map((pictures) =>
    judgePictures(pictures, overlap),
  );
  const [a, b] = judged;
  if (!a || !b) return [];
  const draw = { replicates: bootstrap.replicates ?? DEFAULT_REPLICATES, seed: bootstrap.seed ?? 1 };
  const chosen = rules ?? (rulesFor(a).length > rulesFor(b).length ? rulesFor(a) : rulesFor(b));
  return chosen.flatMap((rule) => difference(a.plates, b.plates, rule, level, draw));
}

function difference(
  first: readonly JudgedPlate[],
  second: readonly JudgedPlate[],
  rule: TextRule,
  level: number,
  draw: { readonly replicates: number; readonly seed: number },
): PlateReadDifference[] {
  const vehicles = first.map(({ vehicle }) => vehicle);
  const { pairs } = byVehicle(vehicles, 'plates');
  if (pairs.subjects < 2) return [];
  const wrong = [first, second].map((plates) => textsUnder(plates, rule).map(({ read }) => !read.right));
  const [ofFirst = [], ofSecond = []] = wrong;
  const replicates = wrong.map((errors) =>
    rateReplicates(
      countByPair(pairs, (k) => !errors[k]),
      draw,
    ),
  );
  const [one, other] = replicates;
  const test = one && other && bootstrapTest(differencesOf(one, other), level);
  if (!test) return [];
  const right = (errors: readonly boolean[]) => errors.filter((error) => !error).length / errors.length;
  const [a, b] = [right(ofFirst), right(ofSecond)];
  const telling = new Set(vehicles.filter((_, k) => ofFirst[k] !== ofSecond[k])).size;
  const reach = telling < MIN_DISJOINT_ERRORS ? boundWithoutErrors(pairs.subjects, level) : 0;
  const { interval, pValue } = test;
  return [
    {
      metric: 'plate-exact',
      at: rule,
      first: a,
      second: b,
      difference: b - a,
      trials: first.length,
      subjects: pairs.subjects,
      interval: {
        ...interval,
        low: reach > 0 ? Math.min(interval.low, -reach) : interval.low,
        high: Math.max(interval.high, reach),
      },
      pValue,
      unresolved: reach > 0 ? 'fewer than five vehicles are read right by one system and wrong by the other' : null,
      mcNemar: pairedErrors(ofFirst, ofSecond),
    },
  ];
}

function sameTruth(first: PlatePicture, second: PlatePicture | undefined): PlatePicture {
  const label = ({ truth }: PlatePicture) =>
    JSON.stringify(truth.map(({ box, text, vehicle }) => [box, text, vehicle]));
  if (!second || label(first) !== label(second)) {
    throw new FalsematchError(
      `Picture "${first.sample}" has ${second ? 'other true plates' : 'no counterpart'} in the second system's list; judge both on one dataset.`,
    );
  }
  return second;
}
