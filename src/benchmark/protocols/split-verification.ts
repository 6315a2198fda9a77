import type { ScoredPairs } from '../../comparison/upper-tail.js';
import { differentViews } from '../../metrics/all-pairs/fnmr-at-fmr.js';
import { allPairsTrials } from '../../metrics/all-pairs/trials.js';
import { MIN_DISJOINT_ERRORS } from '../../metrics/rate.js';
import { allowedErrors } from '../../metrics/threshold.js';
import type { SampleOutcome } from '../../results/sample-table.js';
import type { SearchLists } from '../../results/search/search-lists.js';
import { membersOf, samplesOfMembers } from '../../results/search/split-samples.js';
import type { SplitThreshold } from '../../results/search/split-threshold-table.js';
import { type TaskSubjects, taskSubjects } from '../../results/task-subjects.js';
import { disjointUpTo } from '../../statistics/dependence/disjoint.js';
import { nextFloat32Up } from '../../statistics/float32.js';
import { partitionPoint } from '../../statistics/ties.js';
import { type ComparedSamples, compareScored } from './compare-scored.js';
import type { Templated } from './first-template.js';
import type { CompareOptions } from './protocol.js';

/** The tail of all samples that is kept, as a multiple of the highest target; more where a split asks for more. */
const REACH = 1.5;

/**
 * The thresholds of the comparison of all samples of each split with each other, and who is missed there. Splits share
 * most of their samples, so all samples are compared once, and each split takes its own out of what was kept.
 */
export async function verifySplits(
  lists: SearchLists,
  outcomes: readonly SampleOutcome[],
  extractions: readonly Templated[],
  at: readonly string[],
  options: CompareOptions,
): Promise<SplitThreshold[][]> {
  const subjects = taskSubjects(outcomes);
  let share = Math.min(1, REACH * Math.max(...at.map(Number)));
  for (;;) {
    const mostKept = Number.MAX_SAFE_INTEGER;
    const compared = await compareScored(subjects, extractions, { ...options, tail: share, mostKept });
    const found = lists.names.map((_, list) => splitThresholds(compared, subjects, membersOf(lists, list), at));
    if (isComplete(compared) || !found.includes(undefined)) return found.map((one) => one ?? []);
    share = Math.min(1, share * 4);
  }
}

/** Whether the tail is all non-mated comparisons that have a score. */
function isComplete({ tail, nonMated }: ComparedSamples): boolean {
  return tail.scores.length === (nonMated.countsFrom[0] ?? 0);
}

/** Undefined where the tail does not reach down to a threshold of this split. */
function splitThresholds(
  compared: ComparedSamples,
  subjects: TaskSubjects,
  members: Uint8Array,
  at: readonly string[],
): SplitThreshold[] | undefined {
  const { mated, tail } = compared;
  const samplesOf = samplesOfMembers(subjects, members);
  const allowed = differentViews(samplesOf).flatMap((view) => {
    const { trials } = allPairsTrials(samplesOf, view).nonMated;
    return at.map((target) => allowedErrors(trials, Number(target)));
  });
  const own = membersIn(tail, members, Math.max(...allowed) + 1);
  const inMated = membersIn(mated, members, mated.scores.length);
  const thresholds = new Map<number, SplitThreshold>();
  for (const count of allowed) {
    const rejected = tail.scores[own[count] ?? -1];
    if (rejected === undefined && !isComplete(compared)) return undefined;
    // Where failures alone keep FMR within the target there is no threshold.
    if (rejected === undefined) continue;
    const threshold = nextFloat32Up(rejected);
    const falseMatches = own.subarray(
      0,
      partitionPoint(own, (k) => (tail.scores[k] ?? 0) >= threshold),
    );
    const subjectOf = (side: Int32Array) => falseMatches.map((k) => subjects.subjectOf[side[k] ?? 0] ?? 0);
    thresholds.set(threshold, {
      threshold,
      falseMatches: falseMatches.length,
      rejected,
      atRejected: partitionPoint(own, (k) => (tail.scores[k] ?? 0) >= rejected),
      disjoint: disjointUpTo(
        { subjects: subjects.labels.length, first: subjectOf(tail.first), second: subjectOf(tail.second) },
        MIN_DISJOINT_ERRORS,
      ),
      misses: missesBySubject(mated, inMated, threshold, subjects),
    });
  }
  return [...thresholds.values()].sort((p, q) => p.threshold - q.threshold);
}

/** The places of the first `most` comparisons of two members, and of those that have the last one's score. */
function membersIn({ scores, first, second }: ScoredPairs, members: Uint8Array, most: number): Int32Array {
  const own = new Int32Array(scores.length);
  let found = 0;
  for (let k = 0; k < scores.length; k += 1) {
    if (!members[first[k] ?? 0] || !members[second[k] ?? 0]) continue;
    if (found >= most && scores[k] !== scores[own[found - 1] ?? 0]) break;
    own[found] = k;
    found += 1;
  }
  return own.slice(0, found);
}

function missesBySubject(
  { scores, first }: ScoredPairs,
  own: Int32Array,
  threshold: number,
  { subjectOf, labels }: TaskSubjects,
): Map<string, number> {
  const misses = new Map<string, number>();
  for (const k of own) {
    if ((scores[k] ?? 0) >= threshold) continue;
    const label = labels[subjectOf[first[k] ?? 0] ?? 0] ?? '';
    misses.set(label, (misses.get(label) ?? 0) + 1);
  }
  return misses;
}
