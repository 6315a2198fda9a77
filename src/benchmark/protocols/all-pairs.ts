import type { Dataset } from '../../datasets/open-dataset.js';
import { listedSamples } from '../../datasets/search-lists/listed-samples.js';
import { FalsematchError } from '../../files/errors.js';
import type { AllPairsScores } from '../../metrics/all-pairs/all-pairs-scores.js';
import { differentViews } from '../../metrics/all-pairs/fnmr-at-fmr.js';
import { falseMatchesByGroup } from '../../metrics/all-pairs/group-false-matches.js';
import { allPairsThresholdAtFmr } from '../../metrics/all-pairs/threshold.js';
import { allPairsTrials } from '../../metrics/all-pairs/trials.js';
import { pairsOf } from '../../metrics/all-pairs/weighted-trials.js';
import { allowedErrors } from '../../metrics/threshold.js';
import { allPairsScoresOf } from '../../results/all-pairs/all-pairs-scores.js';
import type { FalseMatchTable } from '../../results/all-pairs/false-match-table.js';
import { withoutEmptyCells } from '../../results/all-pairs/grid-table.js';
import { LEAST_STORED, storedTail } from '../../results/all-pairs/tail-table.js';
import type { SystemTables } from '../../results/run-tables.js';
import type { SampleOutcome } from '../../results/sample-table.js';
import { type NamedGroups, namedGroups } from '../../results/subject-groups.js';
import type { SubjectTable } from '../../results/subject-table.js';
import { type TaskSubjects, taskSubjects } from '../../results/task-subjects.js';
import { compareScored } from './compare-scored.js';
import type { Templated } from './first-template.js';
import { type CompareOptions, type CountedTask, outcomeOf } from './protocol.js';
import { subjectTable } from './subject-table.js';
import { toExtract } from './to-extract.js';

/** What a task of all pairs says. */
interface AllPairsTask {
  readonly at: readonly string[];
  readonly groups?: readonly (readonly string[])[] | undefined;
}

/**
 * Compares every picture of a dataset with every other, one face each; a picture without a template is a failure whose
 * comparisons stay in the denominators. Throws when a picture has no subject, and when all are of one.
 */
export function prepareAllPairs(dataset: Dataset, { at, groups }: AllPairsTask): CountedTask {
  const { card, samples } = dataset;
  const listed = listedSamples({ name: card.name, samples });
  const people = new Set(listed.map(({ subject }) => subject));
  if (people.size < 2) {
    throw new FalsematchError(
      `Comparing all pairs needs pictures of two subjects or more, and ${card.name} has ${people.size}; add pictures of others.`,
    );
  }
  const table = groups && subjectTable(dataset, people, groups);
  return {
    samples: samples.map(toExtract),
    record: {
      comparisons: pairsOf(samples.length),
      ...(groups ? { groups: groups.map((names) => [...names]) } : {}),
    },
    tables: { samples: listed, ...(table ? { subjects: table } : {}) },
    async measure(extractions, options) {
      const outcomes = listed.map(({ sample, subject }, place) => outcomeOf(sample, subject, extractions[place]));
      return measureAllPairs(outcomes, extractions, { at, groups: groups ?? [], table }, options);
    },
  };
}

interface Look {
  readonly at: readonly string[];
  readonly groups: readonly (readonly string[])[];
  readonly table: SubjectTable | undefined;
}

/** The tables of a comparison of samples with each other; `extractions[i]` belongs to `samples[i]`. */
export async function measureAllPairs(
  samples: readonly SampleOutcome[],
  extractions: readonly Templated[],
  { at, groups, table }: Look,
  options: CompareOptions,
): Promise<SystemTables> {
  const subjects = taskSubjects(samples);
  const { tail, ...found } = await compareScored(subjects, extractions, { ...options, tail: tailShare(subjects, at) });
  const nonMated = withoutEmptyCells(found.nonMated);
  const scores = allPairsScoresOf({ mated: found.mated.scores, nonMated, tail }, subjects);
  const named = table ? groups.map((names) => namedGroups(subjects.labels, table, names)) : [];
  return {
    comparisons: [],
    samples,
    allPairs: {
      mated: found.mated.scores,
      nonMated,
      tail: storedTail(tail, nonMated.countsFrom[0] ?? 0),
      falseMatches: falseMatchTable(scores, subjects, named, at),
    },
  };
}

/** The share of the scored non-mated comparisons that the highest target asks for, and what a run keeps at least. */
function tailShare(subjects: TaskSubjects, at: readonly string[]): number {
  const target = Math.max(...at.map(Number));
  const { nonMated } = allPairsTrials(subjects, 'counted');
  const scored = allPairsTrials(subjects, 'excluded').nonMated.trials;
  const wanted = Math.max(allowedErrors(nonMated.trials, target) + 1, LEAST_STORED);
  return Math.min(1, Math.max(0.01, wanted / Math.max(1, scored)));
}

/** Counts who matches falsely at the threshold of every operating point that has one. */
function falseMatchTable(
  scores: AllPairsScores,
  { labels }: TaskSubjects,
  groups: readonly NamedGroups[],
  at: readonly string[],
): FalseMatchTable {
  const counted = new Map(
    differentViews(scores).flatMap((view) =>
      at.flatMap((target) => {
        const counts = allPairsThresholdAtFmr(scores, Number(target), view).falseMatches;
        return counts ? [[counts.threshold, counts] as const] : [];
      }),
    ),
  );
  return {
    subjects: labels,
    groups,
    thresholds: [...counted.values()]
      .sort((p, q) => p.threshold - q.threshold)
      .map((counts) => ({
        counts,
        groups: groups.map((named) => falseMatchesByGroup(scores, named, counts.threshold)),
      })),
  };
}
