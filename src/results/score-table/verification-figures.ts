import { llrCost } from '../../metrics/llr-cost.js';
import { type VerificationInput, verificationMetrics } from '../../metrics/verification.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import { AT_THRESHOLD, countedRows, subjectRows, type TaskPlace, viewRows } from '../comparison-rows.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, estimateCells } from '../metric-rows.js';
import { foldsOf, sidesOf } from '../task-scores.js';
import type { ScoreTable } from './parse-score-table.js';
import type { ScoreOptions } from './score-options.js';
import { transactionRows } from './transaction-rows.js';
import { usualTargets } from './usual-targets.js';

/**
 * The figures of 1:1 verification in the order of a run's: both views of failures, thresholds that others set
 * ("held-out"), Cllr, transactions, then who is hurt.
 */
export function verificationFigures({ name, comparisons }: ScoreTable, options: ScoreOptions): MetricRow[] {
  const { level = DEFAULT_LEVEL, seed = 1, replicates, twoLevel, subjects, groups } = options;
  const calibration = calibrationOf(options);
  const place: TaskPlace = { task: name, model: name, dataset: '', protocol: 'pairs' };
  const sides = sidesOf(comparisons);
  const operatingPoints = [
    ...new Set(
      options.at ?? usualTargets(Math.min(...[sides.nonMated, calibration?.nonMated ?? sides.nonMated].map(trialsOf))),
    ),
  ];
  const bootstrap = {
    seed,
    levels: twoLevel ? 'subjects-and-samples' : 'subjects',
    ...(replicates === undefined ? {} : { replicates }),
  } as const;
  const input: VerificationInput = { ...sides, operatingPoints, level, bootstrap };
  const heldOut: VerificationInput = { ...input, calibration };
  return [
    ...viewRows(place, { ...input, folds: foldsOf(comparisons) }),
    ...(calibration ? countedRows({ ...place, group: 'held-out' }, heldOut, AT_THRESHOLD) : []),
    ...(options.llr ? llrRows(place, input) : []),
    ...(options.failureToAcquire === undefined
      ? []
      : transactionRows(place, verificationMetrics(heldOut), options.failureToAcquire)),
    ...subjectRows(place, comparisons, {
      at: operatingPoints.map((target) => target.toExponential()),
      seed,
      level,
      replicates,
      table: subjects,
      groups,
    }),
  ];
}

function calibrationOf({ calibration }: ScoreOptions): VerificationInput['calibration'] {
  return calibration && { nonMated: sidesOf(calibration.comparisons).nonMated, name: calibration.name };
}

function trialsOf({ scores, failed }: VerificationInput['nonMated']): number {
  return scores.length + failed;
}

function llrRows(place: TaskPlace, { mated, nonMated, level, bootstrap = {} }: VerificationInput): MetricRow[] {
  const cost = llrCost({ mated, nonMated }, { level, bootstrap });
  const row = baseRow({ ...place, group: 'all' }, { metric: 'Cllr' });
  return [{ ...row, ...estimateCells(cost), trials: cost.trials, over: 'comparisons' }];
}
