import { levelText, percent } from '../../../results/figure-text.js';
import { rateText } from '../../format.js';
import type { Reported } from '../../section.js';
import type { Figure } from '../figure.js';
import { figureId } from '../figure-id.js';
import type { ChartLine } from '../line-chart.js';
import { MARKERS, RATE_COLUMNS, rateCells } from '../rate-cells.js';
import { type PlateTask, plateTasks } from './plate-rows-of.js';
import { reliabilityChart } from './reliability-chart.js';

/** What the confidence of plates' texts is worth: the share that is right against the confidence that was given. */
export function reliabilityFigures(run: Reported): Figure[] {
  return plateTasks(run).flatMap(reliabilityFigure);
}

interface ReliabilityLine extends ChartLine {
  readonly bins: readonly string[];
}

function reliabilityFigure(plates: PlateTask): Figure[] {
  const { task } = plates;
  const lines = linesOf(plates);
  if (lines.every(({ points }) => points.length < 2)) return [];
  const id = figureId('plate-confidence', task.id);
  const title = `What the confidence is worth, strict: ${task.title}`;
  return [
    {
      id,
      title,
      caption: `One panel a system: the texts that it gave out, by falling confidence in up to ten bins of as many texts each: how sure the system was on average, along the axis, and what share of them was right, with ${levelText(task.level)} intervals. On the thin diagonal a confidence of 90% is right nine times of ten; below it a system is surer than it should be, above it less sure. Many bins may stand in the right corner. ${MARKERS}`,
      table: {
        columns: ['system', 'bin', 'mean confidence', 'right'],
        rows: lines.flatMap(({ name, bins, points }) =>
          points.map(({ x, row }, k) => [name, bins[k] ?? '', percent(x), rateText(row)]),
        ),
      },
      data: {
        columns: ['system', 'bin', 'meanConfidence', ...RATE_COLUMNS],
        rows: lines.flatMap(({ name, bins, points }) =>
          points.map(({ x, row }, k) => [name, bins[k] ?? '', x, ...rateCells(row)]),
        ),
      },
      svg: reliabilityChart(id, title, lines),
    },
  ];
}

function linesOf({ systems, rowsOf }: PlateTask): ReliabilityLine[] {
  const confidences = rowsOf('plate-confidence', 'strict, bin ');
  const shares = rowsOf('plate-right@confidence', 'strict, bin ');
  return systems.flatMap(({ name, place }) => {
    const means = new Map(confidences.flatMap(({ row, at }) => (row.model === name ? [[at, row.value]] : [])));
    const found = shares.flatMap(({ row, at }) => {
      const x = means.get(at);
      return row.model === name && typeof x === 'number' ? [{ x, row, at }] : [];
    });
    return found.length > 0 ? [{ name, place, points: found, bins: found.map(({ at }) => at) }] : [];
  });
}
