import { holmSteps } from '../statistics/holm-steps.js';
import type { Bounds } from '../statistics/level.js';
import { allSatisfies, allViolates, type Demand, restsOn } from './relation.js';

/** A test with a way to get the interval of each of its systems at any two-sided level. */
export interface Judged {
  readonly demand: Demand;
  readonly confidence: number;
  /** Whether one system is enough to support the claim, or all must. */
  readonly quantifier: 'best' | 'every';
  readonly systems: readonly string[];
  /** Undefined where the run has no interval, and of a system of which no interval could decide anything. */
  boundsAt(system: string, level: number): Bounds | undefined;
}

/** What was decided of a test, and at which confidence the ends of the intervals stand. */
export interface Judgement {
  readonly verdict: 'supported' | 'contradicted' | 'unresolved';
  /** Two-sided levels whose ends are the bounds: of the lower and of the upper end. */
  readonly levels: { readonly low: number; readonly high: number };
  /** How many tests the error allowed was divided among, for supporting and for contradicting. */
  readonly tests: { readonly supporting: number; readonly contradicting: number };
}

/**
 * Decides many tests of one claim file. Two families, each by Holm's procedure: the chance that any false claim is called
 * supported is at most 1 - confidence, and so is the chance that any true one is called contradicted, however the tests
 * depend on each other, as far as the bounds hold. That is one chance of each kind; both together may come to twice as
 * much. Where tests ask for different confidences the lowest one holds for all. Every bound is one-sided; equality needs
 * both ends, with half of the error each.
 *
 * A claim on the best of K systems is supported when one of them supports it, each with a K-th of the error (Bonferroni),
 * and contradicted when all violate it (an intersection-union test, Berger, Technometrics 24, 1982: each has the whole
 * error); a claim on every one is the mirror image. A system without bounds is never the one that decides, and keeps its
 * share of the error.
 */
export function judgeTests(all: readonly Judged[]): Judgement[] {
  const supporting = holmSteps(all.length, (index, tests) => decides(all[index], 'supporting', tests));
  const contradicting = holmSteps(all.length, (index, tests) => decides(all[index], 'contradicting', tests));
  return all.map((test, index) => {
    const support = supporting[index] ?? { rejected: false, tests: all.length };
    const contradict = contradicting[index] ?? { rejected: false, tests: all.length };
    const levels = {
      satisfying: levelOf(test, 'supporting', support.tests),
      violating: levelOf(test, 'contradicting', contradict.tests),
    };
    const { satisfying } = restsOn(test.demand);
    return {
      verdict: support.rejected ? 'supported' : contradict.rejected ? 'contradicted' : 'unresolved',
      // Of equality each end rests on both families; the wider one is shown.
      levels:
        satisfying === 'both'
          ? both(Math.max(levels.satisfying, levels.violating))
          : satisfying === 'high'
            ? { low: levels.violating, high: levels.satisfying }
            : { low: levels.satisfying, high: levels.violating },
      tests: { supporting: support.tests, contradicting: contradict.tests },
    };
  });
}

type Family = 'supporting' | 'contradicting';

function decides(test: Judged | undefined, family: Family, tests: number): boolean {
  if (!test) return false;
  const level = levelOf(test, family, tests);
  const holds = family === 'supporting' ? allSatisfies : allViolates;
  const one = (system: string) => {
    const bounds = test.boundsAt(system, level);
    return bounds !== undefined && holds(bounds, test.demand);
  };
  return oneIsEnough(test, family) ? test.systems.some(one) : test.systems.length > 0 && test.systems.every(one);
}

/** The two-sided level whose ends have the one-sided confidence that is left for each of so many tests. */
function levelOf({ confidence, demand, quantifier, systems }: Judged, family: Family, tests: number): number {
  const ends = demand.is === 'equal to' ? 2 : 1;
  const among = oneIsEnough({ quantifier }, family) ? systems.length : 1;
  return 1 - (2 * (1 - confidence)) / (tests * among * ends);
}

const oneIsEnough = ({ quantifier }: Pick<Judged, 'quantifier'>, family: Family) =>
  (quantifier === 'best') === (family === 'supporting');

const both = (level: number) => ({ low: level, high: level });
