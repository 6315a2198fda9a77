import { count, levelText, oneIn, plainPercent } from '../results/figure-text.js';
import type { ClaimResult, Ground } from './claim-result.js';
import type { JudgedReading } from './judge-counts.js';
import { measureOf } from './measures.js';
import type { ClaimSource } from './source-schema.js';
import type { ClaimTest } from './test-schema.js';
import { peopleFor, type TrialsNeeded } from './trials-needed.js';

type Told = Omit<ClaimResult, 'sentence'>;

/** The sentences of a verdict that a lay reader may quote: what was found, what follows, and about whom it says nothing. */
export function sentenceOf(claim: Told): string {
  const { ground } = claim;
  switch (ground.by) {
    case 'test':
      return testSentence(claim, ground);
    case 'counts':
      return countsSentence(ground);
    case 'nothing':
      return untestableSentence(ground);
  }
}

type TestGround = Extract<Ground, { by: 'test' }>;

function testSentence({ verdict, source }: Told, ground: TestGround): string {
  const { shown, test, evidence } = ground;
  const who = modelsText(test, shown.model, evidence.length);
  const where = [
    shown.dataset.title,
    ...(shown.group === 'all' ? [] : [shown.group]),
    shown.condition ? `changed by software: ${shown.condition.title}` : 'as published',
  ].join(', ');
  const found =
    shown.value === null
      ? `${who} gives no figure on ${where}`
      : `${who} ${doesText(ground)} (${boundsText(ground)}), on ${where}`;
  const demand = `"${demandText(test)}"`;
  const follows = {
    supported: `${demand} is supported`,
    contradicted: `${demand} is contradicted`,
    unresolved: `Whether it is ${demandText(test)} is unresolved${reasonText(ground)}`,
    untestable: `${demand} is untestable`,
  }[verdict];
  return `${found}. ${follows}. ${scopeText(source)}`;
}

function modelsText({ models }: ClaimTest, shown: string, tried: number): string {
  if (models !== 'best' && models !== 'every') return `The model ${shown}`;
  const which = models === 'best' ? 'best' : 'worst';
  return tried === 1 ? `The only model that was tried, ${shown},` : `The ${which} of ${tried} open models, ${shown},`;
}

/** "finds 88.4% of the listed people who pass, ...". */
function doesText({ test, shown }: TestGround): string {
  const { says, point } = measureOf(test.measure);
  const at = shown.at !== null && (point === 'FMR' || point === 'FPIR') ? oneIn(Number(shown.at)) : (shown.at ?? '');
  const given = shown.calibration === 'given' ? ` at a threshold of ${shown.threshold}` : '';
  const rule = point === 'text rule' && shown.at !== 'strict' ? ` under the lenient text rule "${shown.at}"` : '';
  return `${says.replace('{value}', plainPercent(shown.value ?? 0)).replace('{at}', at)}${given}${rule}`;
}

function boundsText({ shown }: TestGround): string {
  const { counted, trials, over, low, high } = shown;
  const counts =
    trials === null
      ? ''
      : over === 'subjects'
        ? `averaged over ${count(trials)} people; `
        : counted === null
          ? ''
          : `${count(counted)} of ${count(trials)} ${over}; `;
  if (!low || !high) return counts === '' ? 'without an interval' : counts.slice(0, -2);
  return `${counts}at least ${plainPercent(low.value)} with ${sureText(low.confidence)} confidence, at most ${plainPercent(high.value)} with ${sureText(high.confidence)}`;
}

/** A confidence to four digits. */
const sureText = (confidence: number) => levelText(Number(confidence.toPrecision(4)));

/** "at least 90%". */
export function demandText({ is, value, within }: ClaimTest): string {
  return `${is} ${asWritten(value)}${within === undefined ? '' : ` within ${asWritten(within)}`}`;
}

/** A claimed share in per cent, with no more digits than it needs. */
const asWritten = (share: number) => `${Number((share * 100).toPrecision(10))}%`;

function reasonText({ undecidable, needed, shown }: TestGround): string {
  const why = undecidable === undefined ? '' : `: ${undecidable}`;
  const takes = needed && neededText(needed, shown.over);
  if (!takes) return why;
  return `${why}${why === '' ? ': ' : '; '}${takes}`;
}

/** What it would take to decide, for people. */
export function neededText(needed: TrialsNeeded, over: string): string {
  switch (needed.kind) {
    case 'never':
      return 'the measured value is the claimed one, and no larger sample of the same would decide';
    case 'without-errors': {
      const { sharingNobody, atLeast } = peopleFor(needed.trials);
      const people =
        over === 'comparisons'
          ? ` (${count(sharingNobody)} people, two for each; ${count(atLeast)} at the very least, if all their pairs counted as independent)`
          : '';
      return `it would take ${count(needed.trials)} ${over} that share nobody, without one error${people}, for this claim alone at ${levelText(needed.confidence)}`;
    }
    case 'times': {
      if (needed.trials === null) return `it would take about ${times(needed.times)} the sample`;
      const people =
        needed.subjects === null || over === 'subjects'
          ? ''
          : ` of ${count(needed.subjects)} ${OF_VEHICLES.has(over) ? 'vehicles' : 'people'}`;
      return `if the value stays, it would take about ${times(needed.times)} the sample: ${count(needed.trials)} ${over}${people}`;
    }
  }
}

/** Denominators whose trials are grouped by vehicle. */
const OF_VEHICLES = new Set(['plates', 'found plates', 'reads', 'characters', 'pictures']);

const times = (number: number) => `${Number(number.toPrecision(2))} times`;

function scopeText(source: ClaimSource): string {
  const scope = 'This is about these models under these conditions';
  return source === 'own' ? `${scope}.` : `${scope}; no system of ${source.publisher} was tested.`;
}

function countsSentence({ counts }: Extract<Ground, { by: 'counts' }>): string {
  const { figure, readings, verdict } = counts;
  const [first, ...others] = readings;
  if (!first) return '';
  const also = others.map(otherText).join('');
  if (verdict === 'untestable')
    return `"${figure.text}" cannot be checked: ${unknownText(first, figure.text)}. It could be with the counts.${also}`;
  const share = first.share;
  const exact = `${countsText(first)} is ${share ? plainPercent(share.value) : ''}`;
  if (verdict === 'supported')
    return `"${figure.text}" agrees with its own counts: ${exact}${intervalText(first)}.${also}`;
  const why = {
    'cut off': `; the figure was cut off, not rounded (${share?.printed})`,
    contrary: '; the figure is that of the contrary',
    no: ` (${share?.printed})`,
    rounded: '',
    unknown: '',
  }[first.fit];
  return `"${figure.text}" is not what its own counts give: ${exact}${intervalText(first)}${why}.${also}`;
}

const countsText = ({ errors, trials, counted, of }: JudgedReading) =>
  `${count(errors ?? 0)} of ${count(trials ?? 0)} ${of} (${counted})`;

function intervalText({ share }: JudgedReading): string {
  if (!share) return '';
  return `, and as independent trials such counts leave it between ${plainPercent(share.interval.low)} and ${plainPercent(share.interval.high)}`;
}

function otherText(reading: JudgedReading): string {
  if (!reading.share) return '';
  return ` With another denominator: ${countsText(reading)} is ${plainPercent(reading.share.value)}${intervalText(reading)}.`;
}

function unknownText({ trials, counted, of, possible }: JudgedReading, text: string): string {
  if (trials === undefined || !possible)
    return `how many ${counted} there were, and of how many ${of}, is not told in what was read`;
  const among = `of ${count(trials)} ${of}`;
  const near = possible.nearest.map(
    ({ errors, value, interval }) =>
      `${errors} ${among} is ${plainPercent(value)}, which would leave it between ${plainPercent(interval.low)} and ${plainPercent(interval.high)}`,
  );
  if (!possible.rounding)
    return `no number ${among} rounds to ${text}, so what was counted is not told; ${near.join('; ')}`;
  const { fewest, most } = possible.rounding;
  const [only] = possible.nearest.filter(({ errors }) => fewest === most && errors === fewest);
  const those = only
    ? `only ${count(fewest)} would round to it, and as independent trials would leave it between ${plainPercent(only.interval.low)} and ${plainPercent(only.interval.high)}`
    : `${count(fewest)} to ${count(most)} would round to it`;
  return `how many ${counted} there were ${among} is not told; ${those}`;
}

function untestableSentence({ untestable }: Extract<Ground, { by: 'nothing' }>): string {
  const { because, disclose, accuracy } = untestable;
  const example =
    accuracy && 1 - accuracy.listed >= accuracy.value
      ? ` "${asWritten(accuracy.value)} accurate" names no operating point: where one passage in ${count(Math.round(1 / accuracy.listed))} is of a listed person, a system that never raises an alarm is ${asWritten(1 - accuracy.listed)} accurate.`
      : '';
  return `This cannot be tested from outside: ${because.trim().replace(/\.$/, '')}. It could be if this were disclosed: ${disclose.map((what) => what.trim().replace(/\.$/, '')).join('; ')}.${example}`;
}
