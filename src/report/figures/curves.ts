import { allPairsTrials } from '../../metrics/all-pairs/trials.js';
import { type DetCurve, detCurve } from '../../metrics/det.js';
import { searchCurve } from '../../metrics/identification/curves.js';
import { type ScoredSystem, scoredSystem } from '../../results/all-pairs/all-pairs-scores.js';
import { ascendingMated } from '../../results/all-pairs/ascending-mated.js';
import { rankedSides } from '../../results/ranked-sides.js';
import type { TaskRecord } from '../../results/run-record.js';
import type { SystemTables, TaskTables } from '../../results/run-tables.js';
import { searchesOfSystem } from '../../results/search/searches-of-system.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { nextFloat32Up } from '../../statistics/float32.js';
import { countBelow } from '../../statistics/ties.js';
import type { Reported } from '../section.js';

/** The operating points of one system on one task, or on one list of it. */
export interface SystemCurve {
  readonly system: string;
  /** The place of the system among those of the run. */
  readonly place: number;
  /** The list that is searched; undefined for comparisons. */
  readonly list: string | undefined;
  readonly curve: DetCurve;
}

/** The curves of a task, failures counted; of searches one for each list and system. */
export function curvesOf({ record, tables }: Reported, task: TaskRecord): SystemCurve[] {
  const own = tables.get(task.id);
  if (!own) return [];
  return systemsOfTask(record, task).flatMap(({ name }) => {
    const system = own.systems.get(name);
    if (!system) return [];
    const place = record.systems.findIndex((one) => one.name === name);
    return curvesOfSystem(own, system).map((found) => ({ system: name, place, ...found }));
  });
}

type Found = Pick<SystemCurve, 'list' | 'curve'>;

function curvesOfSystem({ lists }: TaskTables, system: SystemTables): Found[] {
  const scored = scoredSystem(system);
  if (scored) return [{ list: undefined, curve: allPairsCurve(scored) }];
  if (system.searches) {
    return searchesOfSystem(lists, system).map(({ name, searches }) => {
      const { matedSearches, nonMatedSearches, falseAlarms, misses, thresholds } = searchCurve(searches);
      const curve = {
        thresholds,
        falseMatches: falseAlarms,
        falseNonMatches: misses,
        matedTrials: matedSearches,
        nonMatedTrials: nonMatedSearches,
      };
      return { list: name, curve };
    });
  }
  if (system.comparisons.length === 0) return [];
  const { mated, nonMated } = rankedSides(system.comparisons);
  return [{ list: undefined, curve: detCurve(mated, nonMated) }];
}

/** Counts at the borders of the grid that was kept, and above each score of the upper tail, where every score is known. */
function allPairsCurve({ subjects, tables }: ScoredSystem): DetCurve {
  const { nonMated, tail } = tables;
  const trials = allPairsTrials(subjects, 'counted');
  const ascending = ascendingMated(tables);
  const failed = trials.mated.trials - ascending.total;
  const lowest = tail.scores.at(-1) ?? Number.POSITIVE_INFINITY;
  const points: [threshold: number, falseMatches: number][] = [];
  for (const [k, threshold] of nonMated.thresholds.entries()) {
    if (threshold < lowest) points.push([threshold, nonMated.countsFrom[k] ?? 0]);
  }
  for (let k = tail.scores.length - 1; k >= 0; k -= 1) {
    const score = tail.scores[k] ?? 0;
    // Of a block of equal scores the last one says how many stand above all of them.
    if (k > 0 && tail.scores[k - 1] === score) continue;
    points.push([nextFloat32Up(score), k]);
  }
  return {
    thresholds: Float32Array.from(points, ([threshold]) => threshold),
    falseMatches: Float64Array.from(points, ([, count]) => count),
    falseNonMatches: Float64Array.from(points, ([threshold]) => countBelow(ascending, threshold) + failed),
    matedTrials: trials.mated.trials,
    nonMatedTrials: trials.nonMated.trials,
  };
}
