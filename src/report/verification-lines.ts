import { count, percent } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { ScoreTable } from '../results/score-table/parse-score-table.js';
import type { ScoreOptions } from '../results/score-table/score-options.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { firstIntervals } from './first-intervals.js';
import { rateText, scoreText } from './format.js';
import { groupSections } from './group-section.js';
import { type Labelled, labelledLines, numberText, starNotes } from './labelled-lines.js';
import { peopleSections } from './people-section.js';
import { sectionLines } from './section-lines.js';
import { wrap } from './wrap.js';

/** The figures that no operating point names, in the order in which they are shown. */
const OVERALL: Readonly<Record<string, readonly [label: string, text: (row: MetricRow) => string]>> = {
  EER: ['equal error rate (EER)', (row) => withTrials(row)],
  'EER-ROCCH': ['EER of the convex hull', (row) => withTrials(row)],
  AUC: ['area under the curve (AUC)', numberText],
  'zero-FMR': ['missed at no false match', rateText],
  'zero-FNMR': ['false matches at no miss', rateText],
  'd-prime': ["d'", numberText],
  minDCF: ['minDCF, 1% mated', numberText],
  minCllr: ['minimum Cllr, bits', numberText],
  Cllr: ['Cllr, bits', numberText],
  'accuracy-10fold': ['accuracy, mean of folds', numberText],
  'accuracy-10fold-SE': ['  its standard error', numberText],
};

const WIDTH = 30;

/** What the terminal shows of 1:1 verification, below the heading. */
export function verificationLines(
  { name, comparisons }: ScoreTable,
  rows: readonly MetricRow[],
  options: ScoreOptions,
): string[] {
  const plain = firstIntervals(rows);
  const of = (group: string) => plain.filter((row) => row.group === group);
  const failed = comparisons.some(({ score }) => score === undefined);
  const views: readonly (readonly [title: string, group: string])[] = [
    ['Failures counted: a failed comparison matches nobody', 'all'],
    ...(failed ? ([['Failures excluded', 'failures-excluded']] as const) : []),
    ...(options.calibration
      ? ([[`Thresholds set by ${options.calibration.name}, failures counted`, 'held-out']] as const)
      : []),
  ];
  const at = [...new Set(of('all').flatMap(({ metric, at: target }) => (metric === 'FMR' ? [target] : [])))];
  return [
    ...views.flatMap(([title, group]) => ['', title, ...viewLines(of(group), at), ...notesOf(of(group))]),
    ...transactionLines(of('transactions'), options),
    ...whoLines(name, rows, at, options),
  ];
}

function notesOf(rows: readonly MetricRow[]): string[] {
  return starNotes(rows.filter(({ metric }) => metric in OVERALL || AT_POINT.includes(metric)));
}

const AT_POINT = ['FNMR@FMR', 'FMR', 'FAR', 'FRR'];

function viewLines(rows: readonly MetricRow[], at: readonly string[]): string[] {
  const overall = Object.entries(OVERALL).flatMap(([metric, [label, text]]) =>
    rows.filter((row) => row.metric === metric).map((row): Labelled => [label, text(row)]),
  );
  return [...at.flatMap((target) => pointLines(rows, target)), ...labelledLines(overall, WIDTH)];
}

function pointLines(rows: readonly MetricRow[], target: string): string[] {
  const here = rows.filter((row) => row.at === target);
  const threshold = here.find((row) => row.threshold !== null)?.threshold;
  const figures = here.flatMap((row): Labelled[] => {
    if (row.metric === 'FMR') return [['  false matches (FMR)', rateText(row)]];
    if (row.metric !== 'FNMR@FMR') return [];
    return row.over === 'subjects'
      ? [['    averaged over people', `${rateText(row)} over ${count(row.trials ?? 0)}`]]
      : [['  missed (FNMR)', rateText(row)]];
  });
  return [
    `  at FMR ${target}, threshold ${threshold == null ? 'not set' : scoreText(threshold)}`,
    ...labelledLines(figures, WIDTH),
  ];
}

function withTrials(row: MetricRow): string {
  return row.trials === null || row.value === null ? rateText(row) : `${rateText(row)} over ${count(row.trials)}`;
}

function transactionLines(rows: readonly MetricRow[], { failureToAcquire }: ScoreOptions): string[] {
  if (failureToAcquire === undefined) return [];
  const labels: Readonly<Record<string, string>> = { FAR: 'false accepts (FAR)', FRR: 'false rejects (FRR)' };
  const figures = rows.map((row): Labelled => [`${labels[row.metric]}, FMR ${row.at}`, rateText(row)]);
  return [
    '',
    ...wrap(
      `Transactions of one attempt, of which ${percent(failureToAcquire)} fail to give a sample (taken as known)`,
    ),
    ...labelledLines(figures, WIDTH),
    ...notesOf(rows),
  ];
}

/** Groups with the false matches between them, and whether few people carry the errors. */
function whoLines(name: string, rows: readonly MetricRow[], at: string[], options: ScoreOptions): string[] {
  const { groups = [], level = DEFAULT_LEVEL } = options;
  const task = { id: name, title: name, at, level, groups: groups.map((names) => [...names]) };
  const shown = { record: { tasks: [task] }, rows };
  const byGroup = groupSections(shown);
  const explained = new Set(byGroup.flatMap(({ paragraphs, notes = [] }) => [...paragraphs, ...notes]));
  return [
    ...byGroup.flatMap((section, index) => [
      '',
      ...sectionLines({ ...section, paragraphs: [], notes: [] }, name),
      ...crossLines(rows, (groups[index] ?? []).join(' x ')),
    ]),
    ...[...explained].flatMap((text) => wrap(text.replace('metrics.csv', '--format csv'), '  ')),
    ...peopleSections(shown).flatMap((section) => ['', ...sectionLines(section, name)]),
  ];
}

function crossLines(rows: readonly MetricRow[], heading: string): string[] {
  const between = rows.filter(
    ({ group, metric }) => metric === 'FMR' && group.startsWith(`${heading}: `) && group.includes(' / '),
  );
  return [...new Set(between.map(({ at }) => at))].flatMap((at) => {
    const figures = between
      .filter((row) => row.at === at)
      .map((row): Labelled => [`  ${row.group.slice(heading.length + 2)}`, rateText(row)]);
    const width = Math.max(...figures.map(([label]) => label.length)) + 2;
    return [`  ${heading}, false matches between groups, at FMR ${at}`, ...labelledLines(figures, Math.min(width, 40))];
  });
}
