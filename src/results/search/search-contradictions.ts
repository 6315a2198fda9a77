import { messageOf } from '../../files/errors.js';
import { differentViews } from '../../metrics/all-pairs/fnmr-at-fmr.js';
import { allPairsTrials } from '../../metrics/all-pairs/trials.js';
import { pairsOf, type SamplesBySubject, samplesInView } from '../../metrics/all-pairs/weighted-trials.js';
import { checkSearches, isOf } from '../../metrics/identification/search.js';
import { MIN_DISJOINT_ERRORS } from '../../metrics/rate.js';
import { nextFloat32Up } from '../../statistics/float32.js';
import { ROUNDING } from '../comparison-table.js';
import type { TaskRecord } from '../run-record.js';
import type { SystemTables } from '../run-tables.js';
import { taskSubjects } from '../task-subjects.js';
import type { FoundSearches } from './found-searches.js';
import { type ListSearches, listSearches, ownThresholds } from './list-searches.js';
import type { SearchList, SearchLists } from './search-lists.js';
import { allLists } from './search-tables.js';
import { membersOf, samplesOfMembers } from './split-samples.js';
import type { SplitThreshold } from './split-threshold-table.js';
import { splitThreshold } from './split-verification.js';

/** Where the tables of searches of one system contradict the record, the lists or each other, a sentence each. */
export function searchContradictions(task: TaskRecord, own: SystemTables, lists: SearchLists | undefined): string[] {
  const { searches, samples } = own;
  if (!task.search || !lists || !searches)
    return ['run.json says that samples were searched for, and tables of that are missing'];
  const names = (rows: readonly { sample: string; subject: string }[]) =>
    rows.map(({ sample, subject }) => `${sample}\n${subject}`).join('\n');
  if (names(samples) !== names(lists.samples)) return ['the table of samples is not that of the lists'];
  if (new Set(samples.map(({ sample }) => sample)).size < samples.length) return ['a sample stands twice in the lists'];
  const shapes = allLists(lists).flatMap(listContradictions);
  if (shapes.length > 0) return shapes;
  return [
    ...allLists(lists).flatMap((list, l) => {
      const found = searches.lists[l];
      if (!found) return [`${list.name}: there are no searches of it`];
      return foundContradictions(task, listSearches(list, samples, found), found).map(
        (problem) => `${list.name}: ${problem}`,
      );
    }),
    ...verificationContradictions(task, own, lists),
  ];
}

function listContradictions({ name, gallery, searches }: SearchList): string[] {
  if (gallery.size === 0 || searches.length === 0) return [`${name}: nobody is enrolled, or nobody is searched for`];
  return [];
}

function foundContradictions({ at }: TaskRecord, list: ListSearches, { alarms }: FoundSearches): string[] {
  const { searches, countsAt } = list;
  const unlike = searches.score.findIndex((score, s) => Number.isNaN(score) !== (searches.failed[s] === 1));
  if (unlike >= 0) return [`search ${unlike + 1} has a score though it failed, or the other way round`];
  if ([searches.score, alarms.score].some((side) => side.some((score) => Math.abs(score) > 1 + ROUNDING))) {
    return ['a score is no cosine'];
  }
  try {
    checkSearches(searches);
  } catch (thrown) {
    return [messageOf(thrown).replace(/\.$/, '')];
  }
  const strangers = alarms.search.some((s) => searches.failed[s] === 1 || !isOf('non-mated', searches, s));
  if (strangers) return ['a false alarm is of a search that failed or is mated'];
  const unordered = alarmContradictions(searches, alarms);
  if (unordered.length > 0) return unordered;
  return [...new Set(ownThresholds(list, at))].flatMap((threshold) => {
    const counts = countsAt(threshold);
    const wrong = counts.findIndex((count, s) => {
      const alarm = searches.failed[s] === 0 && isOf('non-mated', searches, s) && (searches.score[s] ?? 0) >= threshold;
      return alarm !== count > 0;
    });
    return wrong >= 0 ? [`the candidates of search ${wrong + 1} at ${threshold} are not those of its score`] : [];
  });
}

/** The false alarms of a search are different people, best first, and the best one has the score of the search. */
function alarmContradictions(
  { score }: Pick<ListSearches['searches'], 'score'>,
  { search, candidate, score: own }: FoundSearches['alarms'],
): string[] {
  const seen = new Set<string>();
  for (const [k, s] of search.entries()) {
    const isFirst = search[k - 1] !== s;
    const key = `${s} ${candidate[k]}`;
    if (seen.has(key) || (!isFirst && (own[k] ?? 0) > (own[k - 1] ?? 0))) {
      return [`the false alarms of search ${s + 1} are not different people, best first`];
    }
    seen.add(key);
    if (isFirst && own[k] !== score[s]) return [`the best false alarm of search ${s + 1} is not that of its score`];
  }
  return [];
}

function verificationContradictions({ search }: TaskRecord, own: SystemTables, lists: SearchLists): string[] {
  const wanted = search?.verificationAt ?? [];
  const tables = own.searches?.verification ?? [];
  if (wanted.length > 0 !== tables.length > 0)
    return ['rates of all pairs of a split are wanted, or there, but not both'];
  const subjects = taskSubjects(own.samples);
  return tables.flatMap((thresholds, l) => {
    const samplesOf = samplesOfMembers(subjects, membersOf(lists, l));
    const used = new Set(
      differentViews(samplesOf).flatMap((view) =>
        wanted.map((target) => splitThreshold(thresholds, samplesOf, Number(target), view)),
      ),
    );
    const most = new Map(
      Array.from(samplesInView(samplesOf, 'excluded'), (own, subject) => [
        subjects.labels[subject] ?? '',
        pairsOf(own),
      ]),
    );
    const impossible = thresholds.some(({ misses }) =>
      [...misses].some(([subject, count]) => count > (most.get(subject) ?? 0)),
    );
    return [
      ...(thresholds.some((one) => !used.has(one)) ? [`${lists.names[l]}: a threshold is of no operating point`] : []),
      ...thresholdContradictions(thresholds, samplesOf).map((problem) => `${lists.names[l]}: ${problem}`),
      ...(impossible ? [`${lists.names[l]}: a subject has more misses than mated comparisons`] : []),
    ];
  });
}

/** From a threshold upward fewer scores match, and the score below it is among those that match at the last one. */
function thresholdContradictions(thresholds: readonly SplitThreshold[], samplesOf: SamplesBySubject): string[] {
  let most = allPairsTrials(samplesOf, 'excluded').nonMated.trials;
  for (const { threshold, falseMatches, rejected, atRejected, disjoint } of thresholds) {
    const fits =
      threshold === nextFloat32Up(rejected) &&
      falseMatches < atRejected &&
      atRejected <= most &&
      disjoint <= Math.min(falseMatches, MIN_DISJOINT_ERRORS);
    if (!fits) return [`the false matches at ${threshold} contradict themselves or those at a lower threshold`];
    most = falseMatches;
  }
  return [];
}
