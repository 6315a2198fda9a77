import { FalsematchError } from '../files/errors.js';
import { clopperPearson, clopperPearsonLower, clopperPearsonUpper } from '../statistics/clopper-pearson.js';
import {
  DEFAULT_POWER,
  type DetectableRates,
  detectableRates,
  trialsForDifference,
} from '../statistics/detectable-difference.js';
import { type Bounds, checkLevel, DEFAULT_LEVEL } from '../statistics/level.js';
import { type Counts, newcombe } from '../statistics/newcombe.js';
import { meetsRuleOfThirty, type PrecisionNeed, trialsForPrecision } from '../statistics/rule-of-thirty.js';
import { ruleOfThree } from '../statistics/rule-of-three.js';
import { trialsToBound } from '../statistics/trials-to-bound.js';
import { wilson } from '../statistics/wilson.js';

/** What is asked about a rate of which nothing is known but its counts. */
export interface RateQuestion extends Counts {
  /** Confidence, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /** How many of the trials share no person. */
  readonly disjoint?: number | undefined;
  /** A rate that the counts are to be held against. */
  readonly resolve?: number | undefined;
  /** A second proportion. */
  readonly against?: Counts | undefined;
  /** Power of the test against the second proportion, 0.8 unless said otherwise. */
  readonly power?: number | undefined;
}

/** What counts say about a rate, as if the trials were independent. */
export interface RateFacts extends Counts {
  readonly assumption: 'as if the trials were independent';
  readonly level: number;
  readonly rate: number;
  readonly clopperPearson: Bounds;
  readonly wilson: Bounds;
  /** With confidence `level` the true rate is not above it. */
  readonly upperOneSided: number;
  /** The rule of three's bound; null where there are errors. */
  readonly ruleOfThree: number | null;
  /** Whether there are the 30 errors that make a rate sure to within 30% of itself, with 90% confidence. */
  readonly ruleOfThirty: boolean;
  readonly disjoint: DisjointFacts | null;
  readonly resolve: ResolveFacts | null;
  readonly against: AgainstFacts | null;
}

/** The bounds that rest on the trials that share no person; they never fall below those of all trials. */
export interface DisjointFacts {
  readonly trials: number;
  /** The two-sided interval's upper end. */
  readonly upper: number;
  readonly upperOneSided: number;
}

/** The counts held against a stated rate. */
export interface ResolveFacts {
  readonly rate: number;
  /** `shown`: the true rate is at or below it. `exceeded`: it is above it. Both one-sided at `level`. `open`: neither. */
  readonly state: 'shown' | 'exceeded' | 'open';
  readonly trialsWithoutErrors: number;
  /** Null where there are no errors, or too many already. */
  readonly trialsWithTheseErrors: number | null;
  /** What a measurement by the rule of 30 needs, if the stated rate is the true one. */
  readonly measured: PrecisionNeed;
}

/** The counts beside a second proportion. */
export interface AgainstFacts extends Counts {
  readonly rate: number;
  readonly clopperPearson: Bounds;
  /** The first rate less the second, with Newcombe's interval. */
  readonly difference: Bounds & { readonly value: number };
  readonly power: number;
  /** The nearest true rates here that these sizes would tell from the second rate. */
  readonly detectable: DetectableRates;
  /** Trials on either side that would find a difference like the observed one; null where there is none, or beyond counting. */
  readonly trialsEach: number | null;
}

/** Everything that counts say about a rate. Throws one sentence for counts, levels and rates that make no sense. */
export function rateFacts(question: RateQuestion): RateFacts {
  const { errors, trials, level = DEFAULT_LEVEL, disjoint, resolve, against } = question;
  checkLevel(level);
  checkProportion(question);
  const byDisjoint = disjoint === undefined ? null : disjointFacts(question, disjoint, level);
  const upper = clopperPearsonUpper(errors, trials, level);
  return {
    assumption: 'as if the trials were independent',
    errors,
    trials,
    level,
    rate: errors / trials,
    clopperPearson: clopperPearson(errors, trials, level),
    wilson: wilson(errors, trials, level),
    upperOneSided: upper,
    ruleOfThree: errors === 0 ? ruleOfThree(trials) : null,
    ruleOfThirty: meetsRuleOfThirty(errors),
    disjoint: byDisjoint,
    resolve:
      resolve === undefined
        ? null
        : resolveFacts(question, { resolve, level, upper: byDisjoint?.upperOneSided ?? upper }),
    against: against === undefined ? null : againstFacts(question, against, level),
  };
}

function checkProportion({ errors, trials }: Counts): void {
  if (!(Number.isSafeInteger(trials) && trials >= 1)) {
    throw new FalsematchError(`A rate needs at least one trial, and a whole number of them; found ${trials}.`);
  }
  if (!(Number.isSafeInteger(errors) && errors >= 0 && errors <= trials)) {
    throw new FalsematchError(
      `The errors must be a whole number from 0 to the trials, found ${errors} of ${trials}; the errors come first.`,
    );
  }
}

/** One error among all trials must not give a smaller bound than none among those that share no person. */
function disjointFacts({ errors, trials }: Counts, disjoint: number, level: number): DisjointFacts {
  if (!(Number.isSafeInteger(disjoint) && disjoint >= 1 && disjoint <= trials)) {
    throw new FalsematchError(
      `The trials that share no person must be a whole number from 1 to all ${trials} trials, found ${disjoint}.`,
    );
  }
  return {
    trials: disjoint,
    upper: Math.max(clopperPearson(0, disjoint, level).high, clopperPearson(errors, trials, level).high),
    upperOneSided: Math.max(clopperPearsonUpper(0, disjoint, level), clopperPearsonUpper(errors, trials, level)),
  };
}

function resolveFacts(
  { errors, trials }: Counts,
  { resolve, level, upper }: { readonly resolve: number; readonly level: number; readonly upper: number },
): ResolveFacts {
  const exceeded = clopperPearsonLower(errors, trials, level) > resolve;
  return {
    rate: resolve,
    state: exceeded ? 'exceeded' : upper <= resolve ? 'shown' : 'open',
    trialsWithoutErrors: trialsToBound(resolve, 0, level),
    trialsWithTheseErrors: errors === 0 || exceeded ? null : trialsToBound(resolve, errors, level),
    measured: trialsForPrecision(resolve),
  };
}

function againstFacts(first: RateQuestion, second: Counts, level: number): AgainstFacts {
  checkProportion(second);
  const power = first.power ?? DEFAULT_POWER;
  const [here, there] = [first.errors / first.trials, second.errors / second.trials];
  return {
    errors: second.errors,
    trials: second.trials,
    rate: there,
    clopperPearson: clopperPearson(second.errors, second.trials, level),
    difference: { value: here - there, ...newcombe(first, second, level) },
    power,
    detectable: detectableRates(there, second.trials, first.trials, { level, power }),
    trialsEach: here === there ? null : trialsForDifference(here, there, { level, power }),
  };
}
