import { disjointComparisons } from '../metrics/disjoint.js';
import type { ComparisonScores } from '../metrics/scores.js';
import { type VerificationMetric, verificationMetrics } from '../metrics/verification.js';
import type { Comparison } from './comparison-table.js';
import type { MetricRow } from './metric-row.js';
import { metricRows } from './metric-rows.js';
import type { RunTables, TaskTables } from './run-files.js';
import type { TaskRecord } from './run-record.js';

/** Which metrics a protocol can give; the others would need comparisons that it does not make. */
const METRICS: Readonly<Record<TaskRecord['protocol'], readonly VerificationMetric['metric'][]>> = {
  pairs: ['FNMR@FMR', 'FMR', 'EER', 'AUC', 'accuracy-10fold', 'FTE'],
  'co-occurrence': ['FMR', 'FTE'],
  recapture: ['FNMR@FMR', 'FTE'],
};

/**
 * Every figure of a run, computed from its tables and nothing else: what `run` writes and `verify` checks.
 * In the order of tasks, systems and metrics.
 */
export function runRows(tasks: readonly TaskRecord[], tables: RunTables): MetricRow[] {
  return tasks.flatMap((task) =>
    [...(tables.get(task.id) ?? [])].flatMap(([model, own]) => {
      const others = task.nonMatedFrom === undefined ? own : tables.get(task.nonMatedFrom)?.get(model);
      return taskMetrics(task, own, others ?? own)
        .filter(({ metric }) => METRICS[task.protocol].includes(metric))
        .flatMap((metric) =>
          metricRows({ task: task.id, model, dataset: task.dataset, protocol: protocolOf(task) }, metric),
        );
    }),
  );
}

function protocolOf({ protocol, pairs }: TaskRecord): string {
  return pairs === undefined ? protocol : `${protocol}: ${pairs}`;
}

function taskMetrics(task: TaskRecord, own: TaskTables, others: TaskTables): VerificationMetric[] {
  const mated = own.comparisons.filter((comparison) => comparison.mated);
  const nonMated = others.comparisons.filter((comparison) => !comparison.mated);
  return verificationMetrics({
    mated: scoresOf(mated),
    nonMated: scoresOf(nonMated),
    folds: task.protocol === 'pairs' ? foldsOf(own.comparisons) : undefined,
    operatingPoints: task.at.map(Number),
    samples: {
      tried: own.samples.length,
      failed: own.samples.filter(({ failure }) => failure !== '').length,
    },
    level: task.level,
  });
}

function scoresOf(comparisons: readonly Comparison[]): ComparisonScores {
  const scored = comparisons.filter(({ score }) => score !== undefined);
  const named = comparisons.every(({ subjectA, subjectB }) => subjectA !== '' && subjectB !== '');
  const subjects = named
    ? new Set(comparisons.flatMap(({ subjectA, subjectB }) => [subjectA, subjectB])).size
    : undefined;
  const disjoint = named
    ? disjointComparisons(
        scored.map((c) => c.subjectA),
        scored.map((c) => c.subjectB),
      )
    : undefined;
  return {
    scores: Float32Array.from(scored, ({ score }) => score ?? Number.NaN),
    failed: comparisons.length - scored.length,
    subjects,
    disjoint,
  };
}

/** The comparisons by fold, when every one of them has a fold and there are at least two. */
function foldsOf(comparisons: readonly Comparison[]) {
  const byFold = new Map<number, Comparison[]>();
  for (const comparison of comparisons) {
    if (comparison.fold === undefined) return undefined;
    byFold.set(comparison.fold, [...(byFold.get(comparison.fold) ?? []), comparison]);
  }
  if (byFold.size < 2) return undefined;
  return [...byFold.entries()]
    .sort(([p], [q]) => p - q)
    .map(([, members]) => ({
      mated: foldScores(members.filter(({ mated }) => mated)),
      nonMated: foldScores(members.filter(({ mated }) => !mated)),
    }));
}

function foldScores(comparisons: readonly Comparison[]): ComparisonScores {
  const scored = comparisons.flatMap(({ score }) => (score === undefined ? [] : [score]));
  return { scores: Float32Array.from(scored), failed: comparisons.length - scored.length };
}
