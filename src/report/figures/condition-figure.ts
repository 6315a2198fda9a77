import { levelText } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { SeenTask } from '../conditions/condition-sections.js';
import { oneLine, rateText } from '../format.js';
import type { Reported } from '../section.js';
import { type ConditionMeasure, conditionMeasures } from './condition-measure.js';
import type { Figure } from './figure.js';
import { figureId } from './figure-id.js';
import { intervalChart } from './interval-chart.js';
import { MARKERS, RATE_COLUMNS, rateCells } from './rate-cells.js';

/** A line of the chart: pictures as published, or through a condition. */
interface Line {
  readonly name: string;
  readonly title: string;
  readonly rates: readonly (MetricRow | undefined)[];
}

/** What conditions make of the error of each task that is measured through them, sweeps left out. */
export function byConditionFigures(run: Reported): Figure[] {
  return conditionMeasures(run).flatMap((measure) => {
    const lines = linesOf(measure).filter(({ rates }) => rates.some((row) => row));
    if (measure.single.length === 0 || lines.length === 0) return [];
    const { task, systems, figure } = measure;
    const id = figureId('conditions', task.id);
    const title = `By condition, ${figure.name}: ${task.title}`;
    return [
      {
        id,
        title,
        caption: captionOf(measure),
        table: {
          columns: [figure.name, ...systems.map(({ name }) => name)],
          rows: lines.map(({ name, title: what, rates }) => [
            what === '' ? name : `${name}: ${what}`,
            ...rates.map((row) => (row ? rateText(row) : '')),
          ]),
        },
        data: {
          columns: ['condition', 'system', ...RATE_COLUMNS],
          rows: lines.flatMap(({ name, rates }) =>
            rates.flatMap((row, k) => (row ? [[name, systems[k]?.name ?? '', ...rateCells(row)]] : [])),
          ),
        },
        svg: intervalChart({
          id,
          label: title,
          axis: figure.name,
          systems,
          lines: lines.map(({ name, rates }) => ({ label: name, rates })),
        }),
      },
    ];
  });
}

const isPublished = ({ condition }: SeenTask): boolean => condition.does.length === 0;

/** As published first: as such a condition, or as the task itself where that sets the thresholds, so that they are the same. */
function linesOf({ task, single, systems, rowOf }: ConditionMeasure): Line[] {
  const ratesOf = (id: string) => systems.map(({ name }) => rowOf(id, name));
  const published = single.find(isPublished);
  const others = single.filter((one) => one !== published);
  const same = published ?? (others.every(({ condition }) => condition.thresholdsFrom === task.id) ? task : undefined);
  return [
    ...(same ? [{ name: 'as published', title: '', rates: ratesOf(same.id) }] : []),
    ...others.map(({ id, condition }) => ({ name: condition.name, title: condition.title, rates: ratesOf(id) })),
  ];
}

function captionOf({ task, threshold, rowOf, single, systems }: ConditionMeasure): string {
  const better = task.protocol === 'plates' ? 'Further right is better' : 'Further left is better';
  const [first] = [task, ...single].flatMap(({ id }) => systems.flatMap(({ name }) => rowOf(id, name) ?? []));
  const list = task.search && first ? ` Searches are in the ${oneLine(first.group)}.` : '';
  const anew = systems.some(({ name }) => rowOf(task.id, name)?.metric === 'FNIR@FPIR') && !single.some(isPublished);
  return `One line a condition that the pictures were put through, one marker a system; each bar is the ${levelText(task.level)} interval. ${better}. The same pictures stand in every line, so differences between lines are surer than two bars beside each other look.${list}${threshold === '' ? '' : ` ${threshold}`}${anew ? ' The bars of pictures as published set the threshold anew, so they are wider.' : ''} ${MARKERS}`;
}
