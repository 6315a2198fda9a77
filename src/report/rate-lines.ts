import { count, levelText, oneIn, plainPercent } from '../results/figure-text.js';
import { RULE_OF_THIRTY } from '../statistics/rule-of-thirty.js';

import type { AgainstFacts, DisjointFacts, RateFacts, ResolveFacts } from './rate-facts.js';
import { wrap } from './wrap.js';

type Row = readonly [label: string, text: string];

/** What the terminal shows of a rate that is known by its counts. */
export function rateLines(facts: RateFacts): string[] {
  const { disjoint, resolve, against } = facts;
  return [
    `${countsText(facts)}, ${facts.assumption}`,
    ...rowLines(ownRows(facts)),
    ...(disjoint ? disjointLines(disjoint, facts) : []),
    ...(resolve ? resolveLines(resolve, facts) : []),
    ...(against ? againstLines(against, facts) : []),
    '',
    ...wrap(
      'As if the trials were independent: trials that share people, cameras or days are not, and then the true uncertainty is larger. How much larger, the counts alone do not tell.',
    ),
  ];
}

function ownRows({ errors, rate, level, clopperPearson, wilson, upperOneSided, ...facts }: RateFacts): Row[] {
  const { ruleOfThree } = facts;
  const three: Row[] =
    ruleOfThree === null ? [] : [['rule of three (3 / trials, 95%)', `at most ${plainPercent(ruleOfThree)}`]];
  return [
    ['rate', [plainPercent(rate), ...asOneIn(rate)].join(', ')],
    [`${levelText(level)} interval, Clopper-Pearson`, rangeText(clopperPearson)],
    [`${levelText(level)} interval, Wilson`, rangeText(wilson)],
    [`upper bound, one-sided ${levelText(level)}`, plainPercent(upperOneSided)],
    ...three,
    [`rule of ${RULE_OF_THIRTY.errors}`, facts.ruleOfThirty ? 'met' : `not met: ${errorsText(errors).toLowerCase()}`],
  ];
}

function disjointLines({ trials, upper, upperOneSided }: DisjointFacts, facts: RateFacts): string[] {
  const level = levelText(facts.level);
  const instead = (bound: number, usual: number) =>
    bound > usual ? `${plainPercent(bound)}, not ${plainPercent(usual)}` : `${plainPercent(bound)}, as above`;
  return [
    '',
    `Resting on the ${count(trials)} trials that share no person`,
    ...rowLines([
      [`upper end of the ${level} interval`, instead(upper, facts.clopperPearson.high)],
      [`upper bound, one-sided ${level}`, instead(upperOneSided, facts.upperOneSided)],
    ]),
  ];
}

function resolveLines(resolve: ResolveFacts, { errors, level }: RateFacts): string[] {
  const { rate, state, trialsWithoutErrors, trialsWithTheseErrors, measured } = resolve;
  const verdict = {
    shown: 'show that the rate is at most this',
    exceeded: 'show that the rate is above this',
    open: 'neither show nor exclude it',
  }[state];
  const withThese: Row[] =
    trialsWithTheseErrors === null ? [] : [[`trials needed with ${errorsText(errors)}`, count(trialsWithTheseErrors)]];
  return [
    '',
    `A rate of ${rate} (${[plainPercent(rate), ...asOneIn(rate)].join(', ')}), one-sided ${levelText(level)}`,
    ...rowLines([
      ['these counts', verdict],
      ['trials needed without an error', count(trialsWithoutErrors)],
      ...withThese,
      ['trials to measure it (rule of 30)', count(measured.trials)],
    ]),
  ];
}

function againstLines(against: AgainstFacts, { level }: RateFacts): string[] {
  const { difference, detectable, power, trialsEach } = against;
  const nearest = (rate: number | null) => (rate === null ? 'none' : plainPercent(rate));
  const trials: Row[] = trialsEach === null ? [] : [['trials each to find this difference', count(trialsEach)]];
  return [
    '',
    `Against ${countsText(against)}, a test of power ${levelText(power)}`,
    ...rowLines([
      ['rate', [plainPercent(against.rate), ...asOneIn(against.rate)].join(', ')],
      [`${levelText(level)} interval, Clopper-Pearson`, rangeText(against.clopperPearson)],
      ['difference, first less second', `${signedText(difference.value)} points`],
      [
        `${levelText(level)} interval, Newcombe`,
        `${signedText(difference.low)} to ${signedText(difference.high)} points`,
      ],
      ['nearest lower rate told from it', nearest(detectable.lower)],
      ['nearest higher rate told from it', nearest(detectable.higher)],
      ...trials,
    ]),
  ];
}

function rowLines(rows: readonly Row[]): string[] {
  const width = 37;
  return rows.map(([label, text]) => `  ${label.padEnd(width)}${text}`);
}

function countsText({ errors, trials }: { readonly errors: number; readonly trials: number }): string {
  return `${errorsText(errors)} in ${count(trials)} ${trials === 1 ? 'trial' : 'trials'}`;
}

function errorsText(errors: number): string {
  if (errors === 0) return 'No error';
  return `${count(errors)} ${errors === 1 ? 'error' : 'errors'}`;
}

function signedText(value: number): string {
  return `${value > 0 ? '+' : ''}${value === 0 ? '0' : (value * 100).toPrecision(3)}`;
}

function rangeText({ low, high }: { readonly low: number; readonly high: number }): string {
  return `${plainPercent(low)} to ${plainPercent(high)}`;
}

/** A small rate as people say it, where it is one. */
function asOneIn(rate: number): string[] {
  return rate > 0 && rate <= 0.1 ? [oneIn(rate)] : [];
}
