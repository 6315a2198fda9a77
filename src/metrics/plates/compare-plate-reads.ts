import { FalsematchError } from '../../files/errors.js';
import type { TextRule } from '../../plates/normalise.js';
import { type BootstrapOptions, DEFAULT_REPLICATES, subjectReplicates } from '../../statistics/dependence/bootstrap.js';
import type { SubjectPairs } from '../../statistics/dependence/subject-pairs.js';
import { checkLevel, DEFAULT_LEVEL } from '../../statistics/level.js';
import { bootstrapTest, type PairedDifference, pairedErrors } from '../paired-difference.js';
import { boundWithoutErrors, MIN_DISJOINT_ERRORS } from '../rate.js';
import { type JudgedPlate, judgePictures } from './judge-pictures.js';
import type { PlateMetricOptions } from './plate-metrics.js';
import type { PlatePicture } from './plate-pictures.js';
import { rulesFor, textsUnder } from './read-texts.js';
import { ratioOfSums } from './resample.js';
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
  const { pairs } = byVehicle(
    a.plates.map(({ vehicle }) => vehicle),
    'plates',
  );
  if (pairs.subjects < 2) return [];
  const verdicts = chosen.map((rule) => verdictsOf(a.plates, b.plates, rule));
  const differences = resampledDifferences(pairs, verdicts, draw);
  return verdicts.flatMap((verdict, k) => difference(verdict, pairs, differences[k] ?? new Float64Array(0), level));
}

/** Which plates either system read wrong under a rule. */
interface Verdicts {
  readonly rule: TextRule;
  readonly first: readonly boolean[];
  readonly second: readonly boolean[];
}

function verdictsOf(first: readonly JudgedPlate[], second: readonly JudgedPlate[], rule: TextRule): Verdicts {
  const wrong = (plates: readonly JudgedPlate[]) => textsUnder(plates, rule).map(({ read }) => !read.right);
  return { rule, first: wrong(first), second: wrong(second) };
}

/** The difference of the shares read right in each replicate, under every rule; vehicles are drawn once for all of them. */
function resampledDifferences(
  pairs: SubjectPairs,
  verdicts: readonly Verdicts[],
  draw: BootstrapOptions,
): Float64Array[] {
  const ratios = verdicts.map(({ first, second }) =>
    ratioOfSums(
      { of: 'plates', over: 'plates', kind: 'share', drawn: 'vehicles' },
      { of: pairs.pairOf, count: pairs.subjects },
      first.map((wrong, k) => Number(wrong) - Number(second[k])),
      first.map(() => 1),
    ),
  );
  const differences = ratios.map((): number[] => []);
  subjectReplicates(pairs.subjects, draw, (weights) => {
    for (const [k, { statistic }] of ratios.entries()) differences[k]?.push(statistic(weights) ?? 0);
  });
  return differences.map((values) => Float64Array.from(values));
}

function difference(
  { rule, first, second }: Verdicts,
  { pairOf, subjects: vehicles }: SubjectPairs,
  differences: Float64Array,
  level: number,
): PlateReadDifference[] {
  const test = bootstrapTest(differences, level);
  if (!test) return [];
  const right = (errors: readonly boolean[]) => errors.filter((error) => !error).length / errors.length;
  const [a, b] = [right(first), right(second)];
  const telling = new Set(pairOf.filter((_, k) => first[k] !== second[k])).size;
  const reach = telling < MIN_DISJOINT_ERRORS ? boundWithoutErrors(vehicles, level) : 0;
  const { interval, pValue } = test;
  return [
    {
      metric: 'plate-exact',
      at: rule,
      first: a,
      second: b,
      difference: b - a,
      trials: first.length,
      subjects: vehicles,
      interval: {
        ...interval,
        low: reach > 0 ? Math.min(interval.low, -reach) : interval.low,
        high: reach > 0 ? Math.max(interval.high, reach) : interval.high,
      },
      pValue,
      unresolved: reach > 0 ? 'fewer than five vehicles are read right by one system and wrong by the other' : null,
      mcNemar: pairedErrors(first, second),
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
