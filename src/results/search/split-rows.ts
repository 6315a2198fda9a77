import { differentViews } from '../../metrics/all-pairs/fnmr-at-fmr.js';
import { readyFnir } from '../../metrics/identification/fnir-reweighed.js';
import { fnirAt, type HitRule, isHit, NO_THRESHOLD } from '../../metrics/identification/rates.js';
import { countBySubject, type Searches, withoutFailedSearches } from '../../metrics/identification/search.js';
import { splitReplicates } from '../../metrics/identification/split-replicates.js';
import { thresholdAtFpir } from '../../metrics/identification/threshold-at-fpir.js';
import type { FailureView } from '../../metrics/verification-metric.js';
import { DEFAULT_REPLICATES, percentileInterval } from '../../statistics/dependence/bootstrap.js';
import { nextFloat32Down } from '../../statistics/float32.js';
import type { TaskPlace } from '../comparison-rows.js';
import type { MetricRow } from '../metric-row.js';
import type { TaskRecord } from '../run-record.js';
import type { SystemTables } from '../run-tables.js';
import { type TaskSubjects, taskSubjects } from '../task-subjects.js';
import { EXCLUDED } from './list-names.js';
import type { ListSearches } from './list-searches.js';
import type { SearchLists } from './search-lists.js';
import { type SplitFigure, type SplitPlace, splitFigureRows } from './split-figure.js';
import { membersOf, samplesOfMembers } from './split-samples.js';
import { splitMisses } from './split-verification.js';

/** Everything that figures of splits are made of. */
interface SplitInput {
  readonly task: Pick<TaskRecord, 'at' | 'level' | 'search'>;
  readonly lists: SearchLists;
  readonly found: readonly ListSearches[];
  readonly own: SystemTables;
  readonly place: TaskPlace;
  readonly seed: number;
  readonly subjects: TaskSubjects;
}

/**
 * The figures of repetitions of one experiment, as BLUFR has them: TAR at target FMRs of all samples of a split with each
 * other, TPIR at rank 1 without a threshold and at target FPIRs; each split's, and over splits.
 */
export function splitRows(input: Omit<SplitInput, 'subjects'>): MetricRow[] {
  const whole = { ...input, subjects: taskSubjects(input.own.samples) };
  const counted = viewRows(whole, 'counted');
  return [
    ...counted,
    ...(differentViews(whole.subjects).includes('excluded')
      ? viewRows(whole, 'excluded')
      : // Without a failure both views are the same: their means stand there twice, the splits once.
        counted.flatMap((row) => (row.group === 'all' ? [{ ...row, group: groupIn('all', 'excluded') }] : []))),
  ];
}

function groupIn(group: string, view: FailureView): string {
  if (view === 'counted') return group;
  return group === 'all' ? 'failures-excluded' : `${group}${EXCLUDED}`;
}

function viewRows(input: SplitInput, view: FailureView): MetricRow[] {
  const { task, found, place } = input;
  const named = (metric: string, at: string, calibration: string): SplitPlace => ({
    place: { ...place, group: groupIn('all', view) },
    groupOf: (split) => groupIn(found[split]?.name ?? '', view),
    metric,
    at,
    calibration,
    level: task.level,
  });
  const splits = found.map(({ searches, labels }) => ({
    searches: view === 'counted' ? searches : withoutFailedSearches(searches),
    subjectOf: everywhere(labels, input.subjects),
  }));
  return [
    ...(task.search?.verificationAt ?? []).flatMap((target) =>
      splitFigureRows(verification(input, Number(target), view), named('TAR@FMR', target, 'self')),
    ),
    ...splitFigureRows(
      splits.map((split) => hits(split, { rank: 1, threshold: NO_THRESHOLD }, input, null)),
      named('TPIR@rank', '1', ''),
    ),
    ...targetRows(splits, input, (target) => named('TPIR@FPIR-rank-1', target, 'self')),
  ];
}

/** The number in all splits of each subject of one. */
function everywhere(labels: readonly string[], subjects: TaskSubjects): Int32Array {
  const numbers = new Map(subjects.labels.map((label, number) => [label, number]));
  return Int32Array.from(labels, (label) => numbers.get(label) ?? 0);
}

function verification({ own, lists, found, subjects, task }: SplitInput, target: number, view: FailureView) {
  return found.map((_, l) => {
    const samplesOf = samplesOfMembers(subjects, membersOf(lists, l));
    const thresholds = own.searches?.verification[l] ?? [];
    return splitMisses(thresholds, subjects, samplesOf, { target, view, level: task.level });
  });
}

interface Split {
  readonly searches: Searches;
  readonly subjectOf: Int32Array;
}

/** How often the mate is not found by a rule in one split. */
function hits(
  { searches, subjectOf }: Split,
  rule: HitRule,
  { task, subjects }: SplitInput,
  floor: SplitFigure['floor'],
): SplitFigure {
  const counts = countBySubject(searches, 'mated', (s) => !isHit(searches, rule, s));
  const first = counts.first.map((subject) => subjectOf[subject] ?? 0);
  return {
    rate: fnirAt(searches, rule, { level: task.level }),
    counts: { ...counts, subjects: subjects.labels.length, first, second: first },
    threshold: rule.threshold === NO_THRESHOLD ? null : rule.threshold,
    floor,
  };
}

/** The rows at every target FPIR; the interval of a mean sets every split's threshold anew. */
function targetRows(splits: readonly Split[], input: SplitInput, named: (target: string) => SplitPlace): MetricRow[] {
  const { task, seed, subjects } = input;
  const figures = task.at.map((target) =>
    splits.map((split) => {
      const point = thresholdAtFpir(split.searches, Number(target), { level: task.level });
      if (point.state === 'unavailable') return undefined;
      return hits(split, { rank: 1, threshold: point.threshold }, input, point.floor);
    }),
  );
  const ready = splits.map(({ searches, subjectOf }, l) => ({
    subjectOf,
    ready: task.at.map((target, t) => {
      const threshold = figures[t]?.[l]?.threshold;
      return threshold == null ? undefined : readyFnir(searches, Number(target), 1, nextFloat32Down(threshold));
    }),
  }));
  const drawn = splitReplicates(ready, task.at.length, subjects.labels.length, {
    replicates: DEFAULT_REPLICATES,
    seed,
  });
  return task.at.flatMap((target, t) => {
    const bounds = percentileInterval(drawn[t] ?? [], task.level);
    const moving = bounds && ({ ...bounds, method: 'subject-bootstrap' } as const);
    return splitFigureRows(figures[t] ?? [], named(target), moving);
  });
}
