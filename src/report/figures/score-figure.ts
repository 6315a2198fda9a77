import * as Plot from '@observablehq/plot';
import { scoredSystem } from '../../results/all-pairs/all-pairs-scores.js';
import { ascendingMated } from '../../results/all-pairs/ascending-mated.js';
import { count, percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { rankedSides } from '../../results/ranked-sides.js';
import type { TaskRecord } from '../../results/run-record.js';
import type { SystemTables } from '../../results/run-tables.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { fromCounts } from '../../statistics/counts.js';
import { type AscendingScores, countBelow } from '../../statistics/ties.js';
import { firstIntervals } from '../first-intervals.js';
import { rateText, scoreText } from '../format.js';
import { resolvedTarget } from '../resolved-target.js';
import type { Reported } from '../section.js';
import { drawSvg, ofSystem, shortName } from './draw.js';
import type { Figure } from './figure.js';
import { figureId } from './figure-id.js';
import { seriesStyle } from './system-style.js';

/** The scores of a system on a task. */
interface Scores {
  readonly system: string;
  readonly place: number;
  readonly mated: AscendingScores;
  readonly nonMated: AscendingScores;
  /** Where only counts at thresholds are known, these; else any border will do. */
  readonly borders: Float32Array | undefined;
  /** The threshold for the target that is shown, and both rates there. */
  readonly falseRow: MetricRow | undefined;
  readonly missRow: MetricRow | undefined;
}

interface Bin {
  readonly from: number;
  readonly to: number;
  readonly mated: number;
  readonly nonMated: number;
}

const BINS = 64;

/** How scores of one person and of two people lie, and where the threshold cuts them: one panel a system. */
export function scoreFigures(run: Reported): Figure[] {
  return run.record.tasks
    .filter(({ condition, protocol }) => !condition && protocol !== 'plates' && protocol !== 'search')
    .flatMap((task) => figureOf(run, task));
}

function figureOf(run: Reported, task: TaskRecord): Figure[] {
  const rows = firstIntervals(run.rows.filter((row) => row.task === task.id && row.group === 'all'));
  const at = resolvedTarget(task, rows, 'FNMR@FMR', 'all');
  const systems = systemsOfTask(run.record, task).flatMap(({ name }): Scores[] => {
    const sides = sidesOfSystem(run.tables.get(task.id)?.systems.get(name));
    if (!sides || sides.mated.total === 0 || sides.nonMated.total === 0) return [];
    const own = rows.filter((row) => row.model === name && row.at === at && row.over === 'comparisons');
    return [
      {
        system: name,
        place: run.record.systems.findIndex((one) => one.name === name),
        ...sides,
        falseRow: own.find(({ metric }) => metric === 'FMR'),
        missRow: own.find(({ metric }) => metric === 'FNMR@FMR'),
      },
    ];
  });
  if (systems.length === 0) return [];
  const binned = systems.map((one) => ({ ...one, bins: binsOf(one) }));
  const id = figureId('scores', task.id);
  return [
    {
      id,
      title: `Scores of one person and of two people: ${task.title}`,
      caption: `Each panel is one system. The filled shape: how the scores of comparisons of one person lie; the outlined one: those of comparisons of two different people. Each adds up to 100%, however many comparisons are behind it; how many stands below. The upright line is the threshold for a target false-match rate of ${at}: what of the outlined shape lies to its right is a false match, what of the filled one to its left a miss. Both are often too few to be seen here, so the numbers stand below. Comparisons without a score, because no face was found, are not drawn; of one person they are counted as misses, of two they match nobody.`,
      table: tableOf(systems, at),
      data: {
        columns: ['system', 'from', 'to', 'mated', 'nonMated'],
        rows: binned.flatMap(({ system, bins }) =>
          bins.map(({ from, to, mated, nonMated }) => [system, from, to, mated, nonMated]),
        ),
      },
      svg: svgOf(id, task, binned),
    },
  ];
}

function sidesOfSystem(tables: SystemTables | undefined): Pick<Scores, 'mated' | 'nonMated' | 'borders'> | undefined {
  if (!tables) return undefined;
  const scored = scoredSystem(tables);
  if (scored) {
    const { nonMated } = scored.tables;
    return { mated: ascendingMated(scored.tables), nonMated: fromCounts(nonMated), borders: nonMated.thresholds };
  }
  const { mated, nonMated } = rankedSides(tables.comparisons);
  return { mated: mated.ascending, nonMated: nonMated.ascending, borders: undefined };
}

/**
 * Bins of one width. Where scores were counted at thresholds only, those below a border are counted at the nearest of
 * them, which lies within a cell of the grid.
 */
function binsOf({ mated, nonMated, borders }: Scores): Bin[] {
  const low = Math.min(mated.scores[0] ?? 0, nonMated.scores[0] ?? 0);
  const high = Math.max(mated.scores.at(-1) ?? 0, nonMated.scores.at(-1) ?? 0);
  const counted = Array.from({ length: BINS + 1 }, (_, k) => {
    const edge = Math.fround(low + ((high - low) * k) / BINS);
    const below = (side: AscendingScores, at: number) => (k === 0 ? 0 : k === BINS ? side.total : countBelow(side, at));
    return { edge, mated: below(mated, edge), nonMated: below(nonMated, borders ? nearest(borders, edge) : edge) };
  });
  return counted.slice(1).map((end, k) => {
    const start = counted[k] ?? end;
    return {
      from: start.edge,
      to: end.edge,
      mated: end.mated - start.mated,
      nonMated: end.nonMated - start.nonMated,
    };
  });
}

function nearest(borders: Float32Array, edge: number): number {
  let best = borders[0] ?? 0;
  for (const border of borders)
    if (Number.isFinite(border) && Math.abs(border - edge) < Math.abs(best - edge)) best = border;
  return best;
}

function svgOf(id: string, task: TaskRecord, systems: readonly (Scores & { readonly bins: readonly Bin[] })[]): string {
  const panels = systems.map(({ system }, k) => `${k}\n${system}`);
  const shares = systems.flatMap(({ bins, mated, nonMated, system, place }, k) =>
    bins.map((bin) => ({
      panel: panels[k],
      system,
      place,
      ...bin,
      matedShare: bin.mated / mated.total,
      nonMatedShare: bin.nonMated / nonMated.total,
    })),
  );
  return drawSvg(
    {
      height: 40 + 130 * systems.length,
      marginLeft: 52,
      marginRight: 18,
      marginBottom: 44,
      x: { label: 'score: higher is more alike →', grid: true },
      y: { label: '↑ share of the comparisons', tickFormat: (share: number) => percent(share), ticks: 3, grid: true },
      fy: { domain: panels, axis: null, padding: 0.15 },
      marks: [
        ...systems.flatMap(({ place, falseRow }, k) => {
          const { colour } = seriesStyle(place);
          const own = shares.filter(({ panel }) => panel === panels[k]);
          const ariaDescription = ofSystem(place);
          const threshold = falseRow?.threshold ?? null;
          return [
            Plot.rectY(own, {
              fy: 'panel',
              x1: 'from',
              x2: 'to',
              y: 'matedShare',
              fill: colour,
              fillOpacity: 0.45,
              inset: 0,
              ariaDescription,
            }),
            Plot.line(
              own.flatMap(({ panel, from, to, nonMatedShare }) => [
                { panel, x: from, y: nonMatedShare },
                { panel, x: to, y: nonMatedShare },
              ]),
              {
                fy: 'panel',
                x: 'x',
                y: 'y',
                stroke: 'currentColor',
                strokeWidth: 1.5,
                ariaDescription,
              },
            ),
            ...(threshold === null
              ? []
              : [
                  Plot.ruleX([{ panel: panels[k], threshold }], {
                    fy: 'panel',
                    x: 'threshold',
                    stroke: 'currentColor',
                    strokeDasharray: '5 3',
                    strokeWidth: 1.5,
                    ariaDescription,
                  }),
                ]),
            Plot.text([{ panel: panels[k] }], {
              fy: 'panel',
              frameAnchor: 'top-left',
              text: [shortName(systems[k]?.system ?? '')],
              dx: 6,
              dy: 4,
              fontWeight: 600,
              fill: 'currentColor',
              ariaDescription,
            }),
          ];
        }),
        Plot.ruleY([0]),
      ],
    },
    { id, label: `Scores of one person and of two people, ${task.title}` },
  );
}

function tableOf(systems: readonly Scores[], at: string): Figure['table'] {
  return {
    columns: [
      'system',
      `threshold, FMR ${at}`,
      'false matches (FMR)',
      'missed (FNMR)',
      'scores of one person',
      'of two people',
    ],
    rows: systems.map(({ system, mated, nonMated, falseRow, missRow }) => [
      system,
      scoreText(falseRow?.threshold ?? null),
      falseRow ? rateText(falseRow) : '',
      missRow ? rateText(missRow) : '',
      count(mated.total),
      count(nonMated.total),
    ]),
  };
}
