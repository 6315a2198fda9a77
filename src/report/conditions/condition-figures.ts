import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { FAILURE_LABELS } from '../failure-labels.js';
import { rateText } from '../format.js';
import type { HeadlineFigure } from '../headline-figure.js';
import { plateText } from '../plates/plate-headline.js';

/** A figure that is shown of every condition of a task. */
export interface ConditionFigure {
  readonly name: string;
  readonly isOf: (row: MetricRow) => boolean;
  readonly text: (row: MetricRow) => string;
}

type Task = Pick<TaskRecord, 'protocol' | 'at' | 'plates' | 'fusion'>;

/** What is shown of a task through its conditions: what is missed first, then false alarms, then what failed. */
export function conditionFigures({ protocol, at, plates, fusion }: Task): ConditionFigure[] {
  const figure = (
    name: string,
    metric: string,
    point: string,
    text: ConditionFigure['text'] = rateText,
  ): ConditionFigure => ({
    name,
    isOf: (row) => row.metric === metric && row.at === point && !ELSEWHERE.test(row.group) && row.over !== 'subjects',
    text,
  });
  const failed = Object.entries(FAILURE_LABELS)
    .filter(([metric]) => metric === 'FTE' || fusion)
    .map(([metric, label]) => figure(label, metric, ''));
  if (protocol === 'plates') {
    const overlap = `IoU ${plates?.iou ?? 0.5}`;
    return [
      figure('read right, strict', 'plate-exact', 'strict', plateText),
      figure('read right at the label, strict', 'plate-exact-label', 'strict', plateText),
      figure(`found (recall), ${overlap}`, 'plate-recall', overlap, plateText),
      figure('wrong, of texts given out, strict', 'plate-false-read', 'strict', plateText),
    ];
  }
  if (protocol === 'search') {
    return [
      ...at.map((point) => figure(`missed (FNIR), FPIR ${point} as published`, 'FNIR', point)),
      ...at.map((point) => figure(`false alarms (FPIR), target ${point}`, 'FPIR', point)),
      figure('mate comes first (TPIR)', 'TPIR@rank', '1'),
      ...failed,
    ];
  }
  return [
    ...at.map((point) => figure(`missed (FNMR), FMR ${point} as published`, 'FNMR', point)),
    ...at.map((point) => figure(`false matches (FMR), target ${point}`, 'FMR', point)),
    ...failed,
  ];
}

/** Views and discards of a condition have rows of the same names. */
const ELSEWHERE = /failures-excluded|^discard /;

/** The figures of one system under one condition, from its rows. */
export function conditionHeadline(task: Task, rows: readonly MetricRow[]): HeadlineFigure[] {
  return conditionFigures(task).flatMap(({ name, isOf, text }) => {
    const row = rows.find(isOf);
    return row ? [{ label: name, name, text: text(row) }] : [];
  });
}
