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
    samples: samplesOf(own.samples),
    level: task.level,
  });
}

/** Pictures of one person fail together, so only one a person counts as independent, where the people are known. */
function samplesOf(samples: TaskTables['samples']) {
  const subjects = new Set(samples.flatMap(({ subject }) => (subject === '' ? [] : [subject]))).size;
  return {
    tried: samples.length,
    failed: samples.filter(({ failure }) => failure !== '').length,
    ...(subjects > 0 ? { subjects, disjoint: subjects } : {}),
  };
}

function scoresOf(comparisons: readonly Comparison[]): ComparisonScores {
  const scored = comparisons.filter(({ score }) => score !== undefined);
  const labelled = scored.filter(isLabelled);
  const subjects = subjectsOf(comparisons);
  const scoredSubjects = subjectsOf(labelled);
  // Without labels comparisons that share no picture may still share a person: the best that can be said.
  const disjoint =
    subjects > 0
      ? disjointComparisons(
          labelled.map(({ subjectA }) => subjectA),
          labelled.map(({ subjectB }) => subjectB),
        )
      : disjointComparisons(
          scored.map(({ a }) => a),
          scored.map(({ b }) => b),
        );
  return {
    scores: Float32Array.from(scored, ({ score }) => score ?? Number.NaN),
    failed: comparisons.length - scored.length,
    ...(subjects > 0 ? { subjects, subjectsScored: scoredSubjects } : {}),
    disjoint,
  };
}

function isLabelled({ subjectA, subjectB }: Comparison): boolean {
  return subjectA !== '' && subjectB !== '';
}

function subjectsOf(comparisons: readonly Comparison[]): number {
  return new Set(comparisons.filter(isLabelled).flatMap(({ subjectA, subjectB }) => [subjectA, subjectB])).size;
}

/** The comparisons by fold, when every one of them has a fold and there are at least two. */
function foldsOf(comparisons: readonly Comparison[]) {
  const byFold = new Map<number, Comparison[]>();
  for (const comparison of comparisons) {
    if (comparison.fold === undefined) return undefined;
    const members = byFold.get(comparison.fold) ?? [];
    members.push(comparison);
    byFold.set(comparison.fold, members);
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
