import { fnmrOf, missesBySubject } from '../metrics/all-pairs/rates.js';
import { allPairsThresholdAtFmr, targetThresholdOf } from '../metrics/all-pairs/threshold.js';
import { fnmrAt } from '../metrics/error-rates.js';
import { fnirAt } from '../metrics/identification/rates.js';
import type { Searches } from '../metrics/identification/search.js';
import { thresholdAtFpir } from '../metrics/identification/threshold-at-fpir.js';
import type { Rate } from '../metrics/rate.js';
import type { RankedScores } from '../metrics/scores.js';
import { thresholdAtFmr } from '../metrics/threshold.js';
import { type ScoredSystem, scoredSystem, thresholdPlace } from '../results/all-pairs/all-pairs-scores.js';
import type { Comparison } from '../results/comparison-table.js';
import { rankedSides } from '../results/ranked-sides.js';
import type { TaskRecord } from '../results/run-record.js';
import type { SystemTables, TaskTables } from '../results/run-tables.js';
import { searchesOfSystem } from '../results/search/searches-of-system.js';
import { systemsOfTask } from '../results/systems-of-task.js';
import type { Reported } from './section.js';

/** Both errors at one threshold, each with its interval and its denominator, failures counted. */
export interface OperatingPoint {
  /** The rate of the false ones that was aimed at. */
  readonly target: number;
  readonly threshold: number;
  /** FMR of comparisons, FPIR of searches. */
  readonly falseRate: Rate;
  /** FNMR of comparisons, FNIR at any rank of searches. */
  readonly missRate: Rate;
}

/** The operating points of one system on one task, or on one list of it, lowest threshold first. */
export interface OperatingPoints {
  readonly task: TaskRecord;
  readonly system: string;
  /** The list that is searched, and of how many people it is; undefined for comparisons. */
  readonly list: { readonly name: string; readonly people: number } | undefined;
  readonly points: readonly OperatingPoint[];
}

/** Target rates of false matches and false alarms: 1, 2 and 5 of each power of ten. */
const TARGETS = Array.from({ length: 22 }, (_, k) => Number(`${[5, 2, 1][k % 3]}e-${1 + Math.floor(k / 3)}`));

/**
 * Thresholds that a reader may want to try, on every task as published that compares or searches: those for targets of
 * 50% down to one error of all trials, as far as the tables of the run tell who is behind the errors, so that each rate
 * has its interval. Of divisions of the same pictures there are none, as a mean over them has no one threshold.
 */
export function operatingPoints({ record, tables }: Reported): OperatingPoints[] {
  return record.tasks.flatMap((task) => {
    const own = tables.get(task.id);
    if (!own || task.condition || task.protocol === 'plates' || task.search?.kind === 'splits') return [];
    return systemsOfTask(record, task).flatMap(({ name }) => {
      const system = own.systems.get(name);
      // The thresholds of a recapture come from the comparisons of another task on the same pictures.
      const others = tables.get(task.nonMatedFrom ?? '')?.systems.get(name)?.comparisons;
      const found = system ? pointsOfSystem(task, own, system, others ?? system.comparisons) : [];
      return found.filter(({ points }) => points.length > 1).map((one) => ({ task, system: name, ...one }));
    });
  });
}

type Found = Pick<OperatingPoints, 'list' | 'points'>;

function pointsOfSystem(
  { level }: TaskRecord,
  { lists }: TaskTables,
  system: SystemTables,
  others: readonly Comparison[],
): Found[] {
  const scored = scoredSystem(system);
  if (scored) return [{ list: undefined, points: distinct(allPairsPoints(scored, level)) }];
  if (system.searches) {
    return searchesOfSystem(lists, system).map(({ name, searches }) => ({
      list: { name, people: searches.gallerySubjects },
      points: distinct(searchPoints(searches, level)),
    }));
  }
  if (system.comparisons.length === 0) return [];
  const { mated } = rankedSides(system.comparisons);
  const { nonMated } = rankedSides(others);
  return [{ list: undefined, points: distinct(pairPoints(mated, nonMated, level)) }];
}

function pairPoints(mated: RankedScores, nonMated: RankedScores, level: number): OperatingPoint[] {
  return TARGETS.flatMap((target) => {
    const found = thresholdAtFmr(nonMated, target, level);
    if (found.state === 'unavailable') return [];
    const { threshold, achieved } = found;
    return [{ target, threshold, falseRate: achieved, missRate: fnmrAt(mated, threshold, level) }];
  });
}

function searchPoints(searches: Searches, level: number): OperatingPoint[] {
  return TARGETS.flatMap((target) => {
    const found = thresholdAtFpir(searches, target, { level });
    if (found.state === 'unavailable') return [];
    const { threshold, achieved } = found;
    const rule = { rank: Number.POSITIVE_INFINITY, threshold };
    return [{ target, threshold, falseRate: achieved, missRate: fnirAt(searches, rule, { level }) }];
  });
}

/** Who matches falsely is known in the upper tail, and at the thresholds that the run reports. */
function allPairsPoints({ scores, subjects, tables }: ScoredSystem, level: number): OperatingPoint[] {
  return TARGETS.flatMap((target) => {
    const kept =
      tables.falseMatches.thresholds[thresholdPlace(tables.falseMatches.thresholds, subjects, target, 'counted')];
    const found = kept
      ? targetThresholdOf(scores, kept.counts, target, 'counted', level)
      : allPairsThresholdAtFmr(scores, target, 'counted', level).operatingPoint;
    if (found.state === 'unavailable') return [];
    const { threshold, achieved } = found;
    return [
      {
        target,
        threshold,
        falseRate: achieved,
        missRate: fnmrOf(missesBySubject(scores, threshold, 'counted'), level),
      },
    ];
  });
}

/** Ascending, and each threshold once: targets below one error of all trials share theirs. */
function distinct(points: readonly OperatingPoint[]): OperatingPoint[] {
  const byThreshold = new Map(points.map((point) => [point.threshold, point]));
  return [...byThreshold.values()].sort((a, b) => a.threshold - b.threshold);
}
