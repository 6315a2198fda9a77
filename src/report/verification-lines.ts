import type { MetricRow } from '../results/metric-row.js';
import type { ScoreOptions } from '../results/score-table/score-options.js';
import { count, percent, rateText, scoreText } from './format.js';
import { groupSections } from './group-section.js';
import { type Labelled, labelledLines, numberText, starNotes } from './labelled-lines.js';
import { peopleSections } from './people-section.js';
import { sectionLines } from './section-lines.js';

/** Rows that repeat a figure with another interval. */
export const SECOND_INTERVALS = ['jackknife', 'wilson', 'clopper-pearson', 'bracket'];

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
export function verificationLines(name: string, rows: readonly MetricRow[], options: ScoreOptions): string[] {
  const plain = rows.filter((row) => isShown(row, rows));
  const of = (group: string) => plain.filter((row) => row.group === group);
  const failed = rows.some(({ metric, group, trials }) => {
    const counted = rows.find((row) => row.metric === metric && row.group === 'all' && metric === 'AUC');
    return metric === 'AUC' && group === 'failures-excluded' && counted?.trials !== trials;
  });
  const views: [title: string, group: string][] = [
    ['Failures counted: a failed comparison matches nobody', 'all'],
    ...(failed ? ([['Failures excluded', 'failures-excluded']] as [string, string][]) : []),
    ...(options.calibration
      ? ([[`Thresholds set by ${options.calibration.name}, failures counted`, 'held-out']] as [string, string][])
      : []),
  ];
  const at = [...new Set(of('all').flatMap(({ metric, at: target }) => (metric === 'FMR' ? [target] : [])))];
  const shown = [...of('all'), ...of('failures-excluded'), ...of('held-out'), ...of('transactions')];
  return [
    ...views.flatMap(([title, group]) => [title, ...viewLines(of(group), at), '']),
    ...transactionLines(of('transactions'), options),
    ...starNotes(shown.filter(({ metric }) => metric in OVERALL || AT_POINT.includes(metric))),
    ...whoLines(name, rows, at, options),
  ];
}

const AT_POINT = ['FNMR@FMR', 'FMR', 'FAR', 'FRR'];

function isShown({ method, metric, over, at, group }: MetricRow, rows: readonly MetricRow[]): boolean {
  if (!SECOND_INTERVALS.includes(method)) return true;
  // Without names the interval as if independent is the only one, and stands first.
  if (method !== 'wilson' || metric === 'EER') return false;
  const same = rows.filter((row) => row.metric === metric && row.at === at && row.group === group && row.over === over);
  return same[0]?.method === 'wilson';
}

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
  return row.trials === null || row.value === null
    ? rateText(row)
    : `${rateText(row)} over ${count(row.trials)} comparisons`;
}

function transactionLines(rows: readonly MetricRow[], { failureToAcquire }: ScoreOptions): string[] {
  if (failureToAcquire === undefined) return [];
  const labels: Readonly<Record<string, string>> = { FAR: 'false accepts (FAR)', FRR: 'false rejects (FRR)' };
  const figures = rows.map((row): Labelled => [`${labels[row.metric]}, FMR ${row.at}`, rateText(row)]);
  return [
    `Transactions of one attempt, of which ${percent(failureToAcquire)} fail to give a sample (taken as known)`,
    ...labelledLines(figures, WIDTH),
    '',
  ];
}

/** Groups with the false matches between them, and whether few people carry the errors. */
function whoLines(name: string, rows: readonly MetricRow[], at: string[], options: ScoreOptions): string[] {
  const { groups = [], level = 0.95 } = options;
  const task = { id: name, title: name, at, level, groups: groups.map((names) => [...names]) };
  const shown = { record: { tasks: [task] }, rows };
  return [
    ...groupSections(shown).flatMap((section, index) => [
      '',
      ...sectionLines(section, name),
      ...crossLines(rows, (groups[index] ?? []).join(' x ')),
    ]),
    ...peopleSections(shown).flatMap((section) => ['', ...sectionLines(section, name)]),
  ];
}

function crossLines(rows: readonly MetricRow[], heading: string): string[] {
  const own = rows.flatMap(({ group }) => (group.startsWith(`${heading}: `) ? [group.slice(heading.length + 2)] : []));
  const groups = [...new Set(own)];
  const between = new Set(groups.flatMap((one) => groups.map((other) => `${one} / ${other}`)));
  const figures = rows
    .filter(({ group, metric }) => metric === 'FMR' && between.has(group))
    .map((row): Labelled => [`${row.group}, FMR ${row.at}`, rateText(row)]);
  return figures.length === 0 ? [] : ['  false matches between groups', ...labelledLines(figures, WIDTH + 4)];
}
