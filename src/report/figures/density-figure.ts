import { levelText } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { oneLine, rateText } from '../format.js';
import type { Reported } from '../section.js';
import { type ConditionMeasure, conditionMeasures, type SweptTask } from './condition-measure.js';
import type { Figure } from './figure.js';
import { figureId } from './figure-id.js';
import { endOf } from './interval-chart.js';
import { type ChartAxis, type ChartLine, lineChart, roomyTicks } from './line-chart.js';
import { MARKERS, RATE_COLUMNS, rateCells } from './rate-cells.js';

/** What becomes of the error of a task while one thing about its pictures changes, such as pixels per metre: one figure a sweep. */
export function densityFigures(run: Reported): Figure[] {
  return conditionMeasures(run).flatMap((measure) =>
    [...new Set(measure.swept.map(({ condition }) => condition.sweep.of))].flatMap((of) =>
      sweepFigure(
        measure,
        of,
        measure.swept
          .filter(({ condition }) => condition.sweep.of === of)
          .sort((a, b) => a.condition.sweep.value - b.condition.sweep.value),
      ),
    ),
  );
}

function sweepFigure(measure: ConditionMeasure, of: string, steps: readonly SweptTask[]): Figure[] {
  const { task, systems, figure, rowOf } = measure;
  const lines = systems.map(
    ({ name, place }): ChartLine => ({
      name,
      place,
      points: steps.flatMap(({ id, condition }) => {
        const row = rowOf(id, name);
        return row ? [{ x: condition.sweep.value, row }] : [];
      }),
    }),
  );
  if (steps.length < 2 || lines.every(({ points }) => points.length < 2)) return [];
  const unit = oneLine(steps[0]?.condition.sweep.unit ?? '');
  const what = unit === '' ? of : `${of}, ${unit}`;
  const id = figureId('sweep', task.id, of);
  const title = `By ${oneLine(what)}, ${figure.name}: ${task.title}`;
  return [
    {
      id,
      title,
      caption: captionOf(measure, what),
      table: {
        columns: [what, ...systems.map(({ name }) => name)],
        rows: steps.map(({ id: step, condition }) => [
          String(condition.sweep.value),
          ...systems.map(({ name }) => textOf(rowOf(step, name))),
        ]),
      },
      data: {
        columns: [what, 'system', ...RATE_COLUMNS],
        rows: lines.flatMap(({ name, points }) => points.map(({ x, row }) => [x, name, ...rateCells(row)])),
      },
      svg: lineChart({
        id,
        label: title,
        x: axisOf(what, steps),
        y: { label: figure.name, domain: [0, Math.min(1, highest(lines) * 1.04)] },
        lines,
      }),
    },
  ];
}

const textOf = (row: MetricRow | undefined): string => (row ? rateText(row) : '');

/** What is swept over more than a threefold range stands on a logarithmic axis, where halving it is always the same step. */
function axisOf(label: string, steps: readonly SweptTask[]): ChartAxis {
  const values = steps.map(({ condition }) => condition.sweep.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const scale = low > 0 && high / low > 3 ? 'log' : 'linear';
  const edge = scale === 'log' ? ([low / 1.06, high * 1.06] as const) : aside(low, high);
  return { label, scale, domain: edge, ticks: roomyTicks(values, edge, scale), tickText: String };
}

function aside(low: number, high: number): readonly [number, number] {
  const room = (high - low) * 0.03 || 1;
  return [low - room, high + room];
}

function highest(lines: readonly ChartLine[]): number {
  return Math.max(1e-9, ...lines.flatMap(({ points }) => points.map(({ row }) => endOf(row))));
}

function captionOf({ task, threshold }: ConditionMeasure, what: string): string {
  const better = task.protocol === 'plates' ? 'Higher is better' : 'Lower is better';
  return `The same pictures again and again while one thing is changed, along the axis: ${oneLine(what)}. One line a system; the bars through the markers are ${levelText(task.level)} intervals, which the band joins for the eye. ${better}. The pictures are changed by the machine from ones taken near, so real cameras at these values may do worse.${threshold === '' ? '' : ` ${threshold}`} ${MARKERS}`;
}
