import { canonicalJson } from '../../files/canonical-json.js';
import { messageOf } from '../../files/errors.js';
import { checkAllPairs } from '../../metrics/all-pairs/all-pairs-scores.js';
import { falseMatchesAt } from '../../metrics/all-pairs/false-matches.js';
import { differentViews } from '../../metrics/all-pairs/fnmr-at-fmr.js';
import { falseMatchesByGroup } from '../../metrics/all-pairs/group-false-matches.js';
import { allPairsRatesByGroup } from '../../metrics/all-pairs/group-rates.js';
import { targetThresholdOf } from '../../metrics/all-pairs/threshold.js';
import { ROUNDING } from '../comparison-table.js';
import type { TaskRecord } from '../run-record.js';
import type { SystemTables } from '../run-tables.js';
import { type ScoredSystem, scoredSystem, thresholdPlace } from './all-pairs-scores.js';
import type { FalseMatchesAt } from './false-match-table.js';

/** Where the tables of all pairs of one system contradict the record or each other, a sentence each. */
export function allPairsContradictions(task: TaskRecord, own: SystemTables): string[] {
  const system = scoredSystem(own);
  if (!system) return ['run.json says that all pairs were compared, and there are no tables of that'];
  const { scores, subjects, tables } = system;
  const labels = own.samples.map(({ sample }) => sample);
  if (new Set(labels).size < labels.length) return ['a sample stands twice in the table of samples'];
  if (tables.falseMatches.subjects.join('\n') !== subjects.labels.join('\n')) {
    return ['the subjects of the false matches are not those of the samples'];
  }
  const extreme = [tables.mated, tables.tail.scores].some((side) =>
    side.some((score) => Math.abs(score) > 1 + ROUNDING),
  );
  if (extreme) return ['a score is no cosine'];
  const torn = refusal(() => checkAllPairs(scores));
  if (torn.length > 0) return torn;
  return [
    ...countContradictions(task, own, system),
    ...gridContradictions(system),
    ...falseMatchContradictions(task, system),
  ];
}

/** What a check says that throws. */
function refusal(check: () => void): string[] {
  try {
    check();
    return [];
  } catch (thrown) {
    return [messageOf(thrown).replace(/\.$/, '')];
  }
}

function gridContradictions({ tables }: ScoredSystem): string[] {
  const { thresholds, countsFrom } = tables.nonMated;
  const falls = thresholds.every((border, k) => {
    const next = k + 1;
    return (
      next === thresholds.length ||
      (border < (thresholds[next] ?? 0) && (countsFrom[k] ?? 0) >= (countsFrom[next] ?? 0))
    );
  });
  return falls ? [] : ['the counts of non-mated scores do not fall from one threshold to the next'];
}

function countContradictions(
  { comparisons }: TaskRecord,
  { samples }: SystemTables,
  { subjects }: ScoredSystem,
): string[] {
  const all = (samples.length * (samples.length - 1)) / 2;
  if (comparisons !== all) return [`run.json announces ${comparisons} comparisons, and the samples make ${all}`];
  return subjects.labels.length < 2 ? ['all samples are of one subject'] : [];
}

function falseMatchContradictions(task: TaskRecord, system: ScoredSystem): string[] {
  const { scores, subjects, tables } = system;
  const { thresholds } = tables.falseMatches;
  const wanted = new Set(
    differentViews(scores).flatMap((view) =>
      task.at.map((point) => thresholdPlace(thresholds, subjects, Number(point), view)),
    ),
  );
  const idle = thresholds.filter((_, place) => !wanted.has(place)).length;
  return [
    ...(idle > 0 ? [`${idle} thresholds of the false matches are of no operating point`] : []),
    ...thresholds.flatMap((found) => [
      ...againstGrid(system, found),
      ...againstTail(system, found),
      ...sumContradictions(found),
    ]),
    ...refusal(() => checkRates(task, system)),
  ];
}

/** Throws for false matches of which no rate could be made: by subject or group they are others than in all. */
function checkRates({ at, level }: TaskRecord, { scores, subjects, tables }: ScoredSystem): void {
  const { thresholds, groups } = tables.falseMatches;
  for (const view of differentViews(scores)) {
    for (const target of at.map(Number)) {
      const found = thresholds[thresholdPlace(thresholds, subjects, target, view)];
      if (!found) continue;
      targetThresholdOf(scores, found.counts, target, view, level);
      for (const [k, named] of groups.entries()) {
        const counts = found.groups[k];
        if (counts) allPairsRatesByGroup(scores, named, counts, view, level);
      }
    }
  }
}

/** No more can reach a score than the grid counts below it, nor fewer than above it. */
function againstGrid({ tables }: ScoredSystem, { counts }: FalseMatchesAt): string[] {
  const { threshold, falseMatches, rejected, atRejected } = counts;
  const { thresholds, countsFrom } = tables.nonMated;
  const fits = (score: number, found: number) => {
    const above = thresholds.findIndex((border) => border >= score);
    const least = countsFrom[above] ?? 0;
    const most = thresholds[above] === score ? least : (countsFrom[above - 1] ?? countsFrom[0] ?? 0);
    return found >= least && found <= most;
  };
  return [
    ...(fits(threshold, falseMatches)
      ? []
      : [`${falseMatches} false matches at ${threshold} contradict the counts of non-mated scores`]),
    ...(rejected === null || fits(rejected, atRejected)
      ? []
      : [`${atRejected} scores of ${rejected} or above contradict the counts of non-mated scores`]),
  ];
}

/** Two subjects have no more false matches than comparisons with a score, nor more of those than comparisons. */
function sumContradictions({ counts, groups }: FalseMatchesAt): string[] {
  const fits = [counts, ...groups.flatMap(({ cells }) => cells.flat())].every(
    ({ ee, en }) => ee <= en.excluded && en.excluded <= en.counted,
  );
  return fits && counts.falseMatches <= counts.ee
    ? []
    : [`the sums over pairs of subjects at ${counts.threshold} contradict each other`];
}

/** Where the tail reaches the threshold everything follows from it. */
function againstTail({ scores, tables }: ScoredSystem, { counts, groups }: FalseMatchesAt): string[] {
  const { tail } = scores;
  const rejected = counts.rejected ?? Number.NEGATIVE_INFINITY;
  if (!(rejected > tail.from || tail.from === Number.NEGATIVE_INFINITY)) return [];
  const same = (a: object, b: object) => canonicalJson(plain(a)) === canonicalJson(plain(b));
  const fits =
    same(falseMatchesAt(scores, counts.threshold), counts) &&
    tables.falseMatches.groups.every((named, k) => {
      const found = groups[k];
      return found !== undefined && same(falseMatchesByGroup(scores, named, counts.threshold), found);
    });
  return fits ? [] : [`the false matches at ${counts.threshold} are not those of the tail`];
}

/** Arrays of numbers as lists, so that they can be written down. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value, (_, part: unknown) => (part instanceof Int32Array ? [...part] : part)));
}
