import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import { makeRate, type Rate } from '../rate.js';
import type { CountsByGroup } from './group-counts.js';
import { pairTotals } from './pair-totals.js';

/** How often the system is wrong about the subjects of one group. */
export interface GroupRates {
  readonly group: string;
  /** How many of its subjects stand in a mated comparison or in a non-mated one within the group. */
  readonly subjects: number;
  /** Over the mated comparisons of its subjects. */
  readonly fnmr: Rate;
  /** Over the non-mated comparisons of two of its subjects. */
  readonly fmr: Rate;
}

/** The error rates of all groups and between them. */
export interface RatesByGroup {
  readonly groups: readonly GroupRates[];
  /** FMR between the subjects of group g and of group h at `cross[g][h]`: symmetric; within a group on its diagonal. */
  readonly cross: readonly (readonly Rate[])[];
  readonly leftOut: CountsByGroup['leftOut'];
}

/** The rates of every group, and the false match rate between each two, with intervals by pairs of subjects. */
export function ratesByGroup({ groups, cross, leftOut }: CountsByGroup, level?: number): RatesByGroup {
  const rate = (of: string, counts: PairCounts) => {
    const { errors, trials } = pairTotals(counts);
    return makeRate(errors, trials, { of, over: 'comparisons', level, counts });
  };
  const rates = groups.map(({ group, subjects, mated, nonMated }) => ({
    group,
    subjects,
    fnmr: rate('FNMR', mated),
    fmr: rate('FMR', nonMated),
  }));
  const above = cross.map((row) => row.map((counts) => rate('FMR', counts)));
  const cell = (g: number, h: number) =>
    (g === h ? rates[g]?.fmr : above[Math.min(g, h)]?.[Math.abs(g - h) - 1]) as Rate;
  return { groups: rates, cross: rates.map((_, g) => rates.map((__, h) => cell(g, h))), leftOut };
}
