import { FalsematchError } from '../../files/errors.js';
import { numberSubjects } from '../../statistics/dependence/number-subjects.js';
import { countByPair, type SubjectLabel, subjectPairs } from '../../statistics/dependence/subject-pairs.js';
import { makeRate, type Rate } from '../rate.js';
import { type ComparisonScores, type RankedScores, rankScores } from '../scores.js';
import { probesInOrder, type RankedProbe } from './rank-probes.js';

/** One comparison with the sample that was presented in it, the probe, and how good that is held to be. */
export interface GradedComparison {
  readonly probe: SubjectLabel;
  /** More is better; absent: the probe gave no template (failure to acquire), which is the worst of all. */
  readonly quality?: number | undefined;
  /** Absent: a sample of the comparison failed. */
  readonly score?: number | undefined;
  readonly subjectA: SubjectLabel;
  /** The subject of the probe. */
  readonly subjectB: SubjectLabel;
}

/** The comparisons of a protocol under one quality measure. */
export interface GradedComparisons {
  readonly mated: readonly GradedComparison[];
  readonly nonMated: readonly GradedComparison[];
  /** False when the labels of subjects stand for pictures, as nobody knows who is on them; true unless said otherwise. */
  readonly subjectsKnown?: boolean | undefined;
}

/** What is left when the worst probes are discarded; it does not depend on a threshold. */
export interface DiscardStep {
  /** The share of probes that was to be discarded. */
  readonly share: number;
  /** The probes that were, of all probes. */
  readonly discarded: Rate;
  /** The discarded passers-by (probes of non-mated comparisons), of all passers-by: so many are not searched at all. */
  readonly discardedPassersBy: Rate;
  /** The comparisons of the probes that are left. */
  readonly mated: RankedScores;
  readonly nonMated: RankedScores;
  /** All mated comparisons, those of discarded probes as failed ones. */
  readonly matedCounted: RankedScores;
}

/**
 * Discards the probes of lowest quality, as many as each share allows. Probes of equal quality are discarded together or
 * not at all, and failed ones are one such block, the first: so the share that is discarded is the asked one or less.
 * Throws for a share outside 0 to 1, a quality that is NaN, a probe of two qualities, and for comparisons that
 * `rankScores` refuses.
 */
export function discardSteps(
  { mated, nonMated, subjectsKnown: known = true }: GradedComparisons,
  shares: readonly number[],
  level?: number,
): DiscardStep[] {
  const probes = probesInOrder([...mated, ...nonMated]);
  const passing = new Set(nonMated.map(({ probe }) => probe));
  const passersBy = probes.filter(({ probe }) => passing.has(probe));
  const numbers = numberSubjects([sidesOf(mated), sidesOf(nonMated)]);
  return shares.map((share) => {
    checkShare(share);
    const gone = new Set(probes.slice(0, discardable(probes, share)).map(({ probe }) => probe));
    const isLeft = ({ probe }: GradedComparison) => !gone.has(probe);
    const unsearched = mated.map((one) => (isLeft(one) ? one : { ...one, score: undefined }));
    const rank = (list: readonly GradedComparison[], what: 'mated' | 'non-mated') =>
      rankScores(scoresOf(list, known), what, numbers);
    return {
      share,
      discarded: shareOf(probes, gone, known, level),
      discardedPassersBy: shareOf(passersBy, gone, known, level),
      mated: rank(mated.filter(isLeft), 'mated'),
      nonMated: rank(nonMated.filter(isLeft), 'non-mated'),
      matedCounted: rank(unsearched, 'mated'),
    };
  });
}

function checkShare(share: number): void {
  if (share >= 0 && share <= 1) return;
  throw new FalsematchError(`The share to discard must lie between 0 and 1, found ${share}; write 0.05 for 5%.`);
}

/** Makes up for shares such as 0.29, which times 100 is a little less than 29. */
const ROUNDING = 1e-9;

/** How many of the ranked probes go: whole blocks of equal quality, no more than the share allows. */
function discardable(probes: readonly RankedProbe[], share: number): number {
  let count = Math.min(probes.length, Math.floor(share * probes.length + ROUNDING));
  while (count > 0 && count < probes.length && probes[count - 1]?.quality === probes[count]?.quality) count -= 1;
  return count;
}

function shareOf(
  probes: readonly RankedProbe[],
  gone: ReadonlySet<SubjectLabel>,
  subjectsKnown: boolean,
  level: number | undefined,
): Rate {
  const isGone = (index: number) => gone.has(probes[index]?.probe ?? '');
  // Where nobody is known a label may be that of the picture that the probe was compared with.
  const subjects = probes.map(({ subject, probe }) => (subjectsKnown ? subject : probe));
  const errors = probes.filter((_, index) => isGone(index)).length;
  const counts = countByPair(subjectPairs(subjects, subjects), isGone);
  return makeRate(errors, probes.length, { of: 'the discarded share', over: 'samples', level, counts, subjectsKnown });
}

/** Scored comparisons first, then failed ones, as they are ranked. */
function scoresOf(list: readonly GradedComparison[], known: boolean): ComparisonScores {
  const scored = list.filter(({ score }) => score !== undefined);
  const ordered = [...scored, ...list.filter(({ score }) => score === undefined)];
  return {
    scores: Float32Array.from(scored, ({ score }) => score ?? Number.NaN),
    failed: ordered.length - scored.length,
    subjects: { ...sidesOf(ordered), known },
  };
}

function sidesOf(list: readonly GradedComparison[]) {
  return { first: list.map(({ subjectA }) => subjectA), second: list.map(({ subjectB }) => subjectB) };
}
