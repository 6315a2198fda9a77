import { findMates, matedSamples } from '../../comparison/mates.js';
import type { AllPairsScores } from '../../metrics/all-pairs/all-pairs-scores.js';
import type { FalseMatchCounts } from '../../metrics/all-pairs/false-matches.js';
import { allPairsTrials } from '../../metrics/all-pairs/trials.js';
import { allowedErrors } from '../../metrics/threshold.js';
import type { FailureView } from '../../metrics/verification-metric.js';
import type { SystemTables } from '../run-tables.js';
import { type TaskSubjects, taskSubjects } from '../task-subjects.js';
import type { AllPairsTables } from './all-pairs-tables.js';

/** The mated comparisons of the samples that have a template, in the order of their scores; samples are places. */
export function matedPlaces({ subjectOf, scored }: TaskSubjects): { first: Int32Array; second: Int32Array } {
  const pairs = matedSamples(findMates(scored.map((place) => subjectOf[place] ?? 0)));
  const places = (side: Int32Array) => side.map((index) => scored[index] ?? 0);
  return { first: places(pairs.first), second: places(pairs.second) };
}

/** What rates of all pairs are made of, from the tables that a run keeps. */
export function allPairsScoresOf(
  { mated, nonMated, tail }: Pick<AllPairsTables, 'mated' | 'nonMated' | 'tail'>,
  subjects: TaskSubjects,
): AllPairsScores {
  const { labels, subjectOf, samples, failed } = subjects;
  const ofSubject = (places: Int32Array) => places.map((place) => subjectOf[place] ?? 0);
  const complete = tail.scores.length === (nonMated.countsFrom[0] ?? 0);
  return {
    subjects: labels.length,
    samples,
    failed,
    mated: { scores: mated, subject: ofSubject(matedPlaces(subjects).first) },
    nonMated,
    tail: {
      from: complete ? Number.NEGATIVE_INFINITY : (tail.scores.at(-1) ?? Number.POSITIVE_INFINITY),
      scores: tail.scores,
      first: ofSubject(tail.first),
      second: ofSubject(tail.second),
    },
  };
}

/** The tables of a system with the scores that they hold. */
export interface ScoredSystem {
  readonly subjects: TaskSubjects;
  readonly scores: AllPairsScores;
  readonly tables: AllPairsTables;
}

/** Tables never change, and several parts of a report ask for the same. */
const scored = new WeakMap<AllPairsTables, ScoredSystem>();

/** Reads the scores out of a system's tables; undefined where it has none of all pairs. */
export function scoredSystem({ allPairs, samples }: SystemTables): ScoredSystem | undefined {
  if (!allPairs) return undefined;
  const known = scored.get(allPairs);
  if (known) return known;
  const subjects = taskSubjects(samples);
  const system = { subjects, scores: allPairsScoresOf(allPairs, subjects), tables: allPairs };
  scored.set(allPairs, system);
  return system;
}

/**
 * The place, among the thresholds that were kept, of the one for a target FMR: where no more false matches are than may
 * be, and where one block of equal scores more would be too many. -1 where none was kept.
 */
export function thresholdPlace(
  thresholds: readonly { readonly counts: FalseMatchCounts }[],
  subjects: TaskSubjects,
  target: number,
  view: FailureView,
): number {
  const allowed = allowedErrors(allPairsTrials(subjects, view).nonMated.trials, target);
  return thresholds.findIndex(({ counts }) => counts.falseMatches <= allowed && allowed < counts.atRejected);
}
