import type { ClaimResult, Ground } from '../../claims/claim-result.js';
import type { Evidence } from '../../claims/evidence.js';
import { demandText } from '../../claims/sentences.js';
import { count, levelText, percent, plainPercent } from '../../results/figure-text.js';
import { scoreText } from '../format.js';
import type { ReportTable } from '../section.js';

/** The evidence of every model beside each other. */
export function evidenceTable(evidence: readonly Evidence[]): ReportTable {
  return {
    columns: ['Model', 'Value', 'At least', 'At most', 'Counted', 'Subjects', 'Threshold'],
    rows: evidence.map(({ model, value, low, high, counted, trials, over, subjects, threshold, calibration }) => [
      model,
      value === null ? 'none' : percent(value),
      low ? `${percent(low.value)} (${levelText(low.confidence)})` : '',
      high ? `${percent(high.value)} (${levelText(high.confidence)})` : '',
      counted !== null && trials !== null
        ? `${count(counted)} of ${count(trials)} ${over}`
        : trials === null
          ? ''
          : `over ${count(trials)} ${over}`,
      subjects === null ? '' : count(subjects),
      // One that a claim names need not be a float32, as scores are.
      threshold === null ? '' : calibration === 'given' ? String(threshold) : scoreText(threshold),
    ]),
  };
}

/** How the evidence came about, for the expert. */
export function evidenceFacts({ test, shown, tests, confidence }: Extract<Ground, { by: 'test' }>): string[] {
  const point = shown.at === null ? '' : ` at ${shown.at}`;
  const set = {
    '': '',
    self: ', threshold set on the same data',
    given: `, threshold ${shown.threshold} given by the claim`,
  }[shown.calibration];
  return [
    `Test: ${shown.measure}${point}, ${demandText(test)}, of ${test.models === 'best' || test.models === 'every' ? `the ${test.models === 'best' ? 'best' : 'worst'} model` : test.models}; ${levelText(confidence)} shared by ${tests.supporting} tests to support and ${tests.contradicting} to contradict.`,
    `Measured: task ${shown.task}, protocol ${shown.protocol}, ${shown.group}${set ?? `, threshold set by ${shown.calibration}`}; ${shown.condition ? `condition ${shown.condition.name}` : 'pictures as published'}; dataset ${shown.dataset.name}, digest ${shown.dataset.digest.slice(0, 12)}.`,
    ...(shown.method === '' ? [] : [`Interval: ${shown.method}. Run ${shown.run.slice(0, 12)}.`]),
    ...(shown.resolvable === 'yes' ? [] : [`Not resolved by the data: ${shown.resolvable.replace(/^no: /, '')}`]),
  ];
}

/** The counts that were reported, by denominator. */
export function countsTable({ counts }: Extract<Ground, { by: 'counts' }>): ReportTable {
  return {
    columns: ['Of', 'Counted', 'Share', `Exact ${levelText(counts.level)} interval`, `Printed "${counts.figure.text}"`],
    rows: counts.readings.map(({ of, counted, errors, trials, share, fit }) => [
      of,
      `${counted}: ${errors === undefined ? 'not told' : count(errors)}${trials === undefined ? '' : ` of ${count(trials)}`}`,
      share ? plainPercent(share.value) : '',
      share ? `${plainPercent(share.interval.low)} to ${plainPercent(share.interval.high)}` : '',
      FITS[fit],
    ]),
  };
}

const FITS = {
  rounded: 'is this, rounded',
  'cut off': 'is this, cut off and not rounded',
  contrary: 'is what is left of this',
  no: 'is not this',
  unknown: 'cannot be checked',
} as const;

/** The value that stands in a table of all claims. */
export function shortValue({ ground }: Pick<ClaimResult, 'ground'>): string {
  if (ground.by === 'test') {
    const { shown } = ground;
    if (shown.value === null) return 'no figure';
    const bounds = shown.low && shown.high ? ` [${percent(shown.low.value)}, ${percent(shown.high.value)}]` : '';
    return `${demandText(ground.test)}: ${percent(shown.value)}${bounds}`;
  }
  if (ground.by === 'counts') {
    const share = ground.counts.readings[0]?.share;
    return `"${ground.counts.figure.text}"${share ? `: ${plainPercent(share.value)}` : ''}`;
  }
  return '';
}
