import { FalsematchError } from '../../files/errors.js';
import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import type { SubjectSums } from '../../statistics/dependence/subject-sums.js';
import type { GroupRates, RatesByGroup } from '../differential/group-rates.js';
import type { Rate } from '../rate.js';
import type { FailureView } from '../verification-metric.js';
import { checkGroups, type GroupFalseMatches, type SubjectGroups } from './group-false-matches.js';
import { falseMatchSums } from './pair-sums.js';
import { fmrOf, fnmrOf, missesBySubject } from './rates.js';
import { allPairsTrials, type Cell, nonMatedTrials } from './trials.js';
import type { MatedBySubject } from './weighted-misses.js';
import { samplesInView } from './weighted-trials.js';

/**
 * The rates of every group, and the false match rate between each two, in one view: see `ratesByGroup`, which gives the
 * same for a list of all of these comparisons. The threshold is that of the false matches. Throws for false matches that
 * are of other groups or contradict each other.
 */
export function allPairsRatesByGroup(
  scores: MatedBySubject,
  named: SubjectGroups,
  counts: GroupFalseMatches,
  view: FailureView,
  level?: number,
): RatesByGroup {
  const { groupOf, groups } = named;
  const samples = samplesInView(scores, view);
  checkGroups(samples.length, named);
  checkCells(named, counts);
  const misses = missesBySubject(scores, counts.threshold, view);
  const above = groups.map((_, g) =>
    groups
      .slice(g)
      .map((__, h) => fmrOf(cellSums(samples, { groupOf, g, h: g + h }, groups.length, counts, view), level)),
  );
  const cell = (g: number, h: number) => above[Math.min(g, h)]?.[Math.abs(g - h)] as Rate;
  const rates = groups.map(
    (group, g): GroupRates => ({
      group,
      subjects: comparedSubjects(samples, groupOf, g),
      fnmr: fnmrOf(ofGroup(misses, groupOf, g), level),
      fmr: cell(g, g),
    }),
  );
  const all = allPairsTrials(scores, view);
  const inGroups = (part: readonly Rate[]) => part.reduce((total, { trials }) => total + trials, 0);
  return {
    groups: rates,
    cross: groups.map((_, g) => groups.map((__, h) => cell(g, h))),
    leftOut: {
      mated: all.mated.trials - inGroups(rates.map(({ fnmr }) => fnmr)),
      nonMated: all.nonMated.trials - inGroups(above.flat()),
    },
  };
}

/** The false matches and comparisons of a cell; either of its groups must have the same false matches with the other. */
function cellSums(
  samples: Int32Array,
  cell: Cell,
  groups: number,
  { bySubject, cells }: GroupFalseMatches,
  view: FailureView,
): SubjectSums {
  const { groupOf, g, h } = cell;
  const ownErrors = new Float64Array(samples.length);
  const ends = { g: 0, h: 0 };
  for (let subject = 0; subject < samples.length; subject += 1) {
    const group = groupOf[subject];
    if (group !== g && group !== h) continue;
    const own = bySubject[subject * groups + (group === g ? h : g)] ?? 0;
    ownErrors[subject] = own;
    if (group === g) ends.g += own;
    if (group === h) ends.h += own;
  }
  const sums = cells[g]?.[h - g];
  const errors = g === h ? ends.g / 2 : ends.g;
  if (!sums || ends.g !== ends.h || !Number.isInteger(errors)) {
    throw new FalsematchError(
      `Groups ${g} and ${h} must have as many false matches with each other from either side, found ${ends.g} and ${ends.h}.`,
    );
  }
  return falseMatchSums(nonMatedTrials(samples, cell), errors, ownErrors, sums, view);
}

/** How many subjects of a group stand in a mated comparison, or in a non-mated one within it. */
function comparedSubjects(samples: Int32Array, groupOf: Int32Array, group: number): number {
  const present = samples.filter((own, subject) => own > 0 && groupOf[subject] === group);
  return present.length > 1 ? present.length : present.filter((own) => own > 1).length;
}

function ofGroup({ subjects, first, errors, trials }: PairCounts, groupOf: Int32Array, group: number): PairCounts {
  const isIn = (_: number, pair: number) => groupOf[first[pair] ?? 0] === group;
  const own = first.filter(isIn);
  return { subjects, first: own, second: own, errors: errors.filter(isIn), trials: trials.filter(isIn) };
}

function checkCells({ groupOf, groups }: SubjectGroups, { bySubject, cells }: GroupFalseMatches): void {
  const fits = cells.length === groups.length && cells.every((row, g) => row.length === groups.length - g);
  if (fits && bySubject.length === groupOf.length * groups.length) return;
  throw new FalsematchError(
    `The false matches of ${groupOf.length} subjects with ${groups.length} groups need ${groupOf.length * groups.length} counts and sums for each two groups, found ${bySubject.length} counts and sums of ${cells.length} groups.`,
  );
}
