import type { PlateMetrics } from '../../metrics/plates/plate-metrics.js';
import type { RuleMetrics } from '../../metrics/plates/rule-metrics.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, type Place } from '../metric-rows.js';
import { estimateRow, rateRow } from './estimate-row.js';

/** How much is told of readings: every figure, the rates and where errors come from, or the rates alone. */
export type ReadingDetail = 'everything' | 'sources' | 'rates';

/** The figures of reading under every text rule; `at` begins with the rule. */
export function readingRows(place: Place, { reading }: PlateMetrics, detail: ReadingDetail): MetricRow[] {
  if (reading.state === 'unavailable') {
    return [{ ...baseRow(place, { metric: 'plate-exact', at: 'strict' }), resolvable: `no: ${reading.reason}` }];
  }
  return reading.byRule.flatMap((metrics) => [
    ...shareRows(place, metrics),
    ...(detail === 'everything' ? rankRows(place, metrics) : []),
    ...(detail === 'rates' ? [] : sourceRows(place, metrics)),
    ...(detail === 'everything' ? detailRows(place, metrics) : []),
  ]);
}

function shareRows(place: Place, metrics: RuleMetrics): MetricRow[] {
  const at = metrics.rule;
  const { characterError, characterErrorOnGiven } = metrics;
  const given = metrics.exactOnGiven.trials > 0;
  return [
    ...rateRow(place, { metric: 'plate-exact', at }, metrics.exact),
    ...(given ? rateRow(place, { metric: 'plate-exact-label', at }, metrics.exactOnGiven) : []),
    ...rateRow(place, { metric: 'plate-wrong-read', at }, metrics.wrongText),
    ...rateRow(place, { metric: 'plate-no-read', at }, metrics.noRead),
    ...rateRow(place, { metric: 'plate-length', at }, metrics.lengthRight),
    ...rateRow(place, { metric: 'plate-false-read', at }, metrics.falseRead.rate),
    estimateRow(place, { metric: 'plate-CER', at }, characterError.overCharacters),
    estimateRow(place, { metric: 'plate-CER-macro', at }, characterError.overPlates),
    ...(given
      ? [
          estimateRow(place, { metric: 'plate-CER-label', at }, characterErrorOnGiven.overCharacters),
          estimateRow(place, { metric: 'plate-CER-label-macro', at }, characterErrorOnGiven.overPlates),
        ]
      : []),
  ];
}

function rankRows(place: Place, { rule, topK }: RuleMetrics): MetricRow[] {
  return topK.flatMap(({ k, rate }) => rateRow(place, { metric: 'plate-exact-top', at: `${rule}, ${k}` }, rate));
}

function sourceRows(place: Place, { rule, sources, falseRead }: RuleMetrics): MetricRow[] {
  return [
    ...sources.flatMap(({ source, rate }) =>
      rateRow(place, { metric: 'plate-source', at: `${rule}: ${source}` }, rate),
    ),
    ...rateRow(place, { metric: 'plate-false-read-source', at: `${rule}: misread` }, falseRead.misread),
    ...rateRow(
      place,
      { metric: 'plate-false-read-source', at: `${rule}: second text of a plate` },
      falseRead.ofPlateInPicture,
    ),
    ...rateRow(place, { metric: 'plate-false-read-source', at: `${rule}: no plate` }, falseRead.ofNoPlate),
  ];
}

function detailRows(place: Place, { rule, confusions, positions, confidence }: RuleMetrics): MetricRow[] {
  const { calibrationError, riskCoverageArea, atCoverage, reliability } = confidence;
  const wrong = confusions.filter(({ truth, read }) => truth !== read);
  return [
    ...wrong.flatMap(({ truth, read, rate }) =>
      rateRow(place, { metric: 'plate-confusion', at: `${rule}: ${truth ?? NOTHING} as ${read ?? NOTHING}` }, rate),
    ),
    ...positions.flatMap(({ position, rate }) =>
      rateRow(place, { metric: 'plate-position', at: `${rule}: ${position}` }, rate),
    ),
    ...atCoverage.flatMap(({ coverage, confidence: threshold, right }) =>
      rateRow(place, { metric: 'plate-right@coverage', at: `${rule}, ${coverage}`, threshold }, right),
    ),
    ...reliability.flatMap(({ from, meanConfidence, right }, index) => {
      const at = `${rule}, bin ${index + 1}`;
      return [
        { ...baseRow(place, { metric: 'plate-confidence', at, threshold: from }), value: meanConfidence },
        ...rateRow(place, { metric: 'plate-right@confidence', at, threshold: from }, right),
      ];
    }),
    estimateRow(place, { metric: 'plate-calibration-error', at: rule }, calibrationError),
    estimateRow(place, { metric: 'plate-risk-coverage', at: rule }, riskCoverageArea),
  ];
}

/** What an extra character is read in place of, and what a missing one is read as. */
const NOTHING = 'nothing';
