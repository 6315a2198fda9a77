import type { MetricRow } from '../results/metric-row.js';
import type { Run } from '../results/run-files.js';
import type { RunRecord, SystemRecord } from '../results/run-record.js';
import { count, levelText, percent, rateText, scoreText } from './format.js';
import { type HeadlineSystem, headline } from './headline.js';

/** A table of a report: a heading row and rows of cells, all plain text. */
export interface ReportTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A part of a report, in plain text: each form of report renders the same parts. */
export interface ReportSection {
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly tables: readonly ReportTable[];
  /** What the stars in the tables mean; stands below them. */
  readonly notes?: readonly string[];
}

type Reported = Pick<Run, 'record' | 'rows' | 'digest'>;

/** The parts of a run's report, in reading order. */
export function reportSections(run: Reported): ReportSection[] {
  return [...measured(run), ...notMeasured(run.record), ...allFigures(run), provenance(run)];
}

function measured(run: Reported): ReportSection[] {
  return headline(run).map(({ task, systems, notes }) => ({
    title: `${task.title} (${task.protocol}, ${task.dataset})`,
    paragraphs: [
      `Rates as value [${levelText(task.level)} interval] errors of trials. A picture without a template counts as a miss. The intervals treat comparisons as independent; pairs share people, so the truth may lie further off. Thresholds are set on these data, and the interval of a miss rate is for its threshold as it is: how uncertain the threshold itself is, the false matches beside it tell.`,
      ...(task.caveat ? [task.caveat] : []),
    ],
    tables: [sideBySide(systems)],
    notes,
  }));
}

/** One row a figure, one column a system, so that systems can be compared. */
function sideBySide(systems: readonly HeadlineSystem[]): ReportTable {
  const labels = [...new Set(systems.flatMap(({ figures }) => figures.map(({ label }) => label)))];
  return {
    columns: ['figure', ...systems.map(({ name }) => name)],
    rows: labels.map((label) => [
      label,
      ...systems.map(({ figures }) => figures.find((figure) => figure.label === label)?.text ?? ''),
    ]),
  };
}

function notMeasured({ notMeasured: missing }: RunRecord): ReportSection[] {
  if (missing.length === 0) return [];
  return [
    {
      title: 'Not measured',
      paragraphs: ['The suite names these too, and they could not be had here.'],
      tables: [{ columns: ['system', 'reason'], rows: missing.map(({ what, reason }) => [what, reason]) }],
    },
  ];
}

function allFigures({ record, rows }: Reported): ReportSection[] {
  return record.tasks.map((task) => ({
    title: `All figures of ${task.title}`,
    paragraphs: [],
    tables: [
      {
        columns: ['system', 'metric', 'view', 'result', 'interval', 'threshold'],
        rows: rows.filter((row) => row.task === task.id).map(figureRow),
      },
    ],
  }));
}

function figureRow(row: MetricRow): string[] {
  const { model, metric, at, group, method, threshold, errors, value } = row;
  const result = errors === null && value !== null ? plainFigure(row) : rateText(row);
  const view = group === 'all' ? 'failures counted' : group;
  return [model, at ? `${metric} at ${at}` : metric, view, result, method, scoreText(threshold)];
}

function plainFigure({ value, low, high, trials }: MetricRow): string {
  const interval = low === null || high === null ? '' : ` [${low.toFixed(5)}, ${high.toFixed(5)}]`;
  return `${value?.toFixed(5)}${interval}${trials === null ? '' : ` over ${count(trials)}`}`;
}

function provenance({ record, digest }: Reported): ReportSection {
  const { tool, environment, seed } = record;
  const libraries = Object.entries(environment.libraries)
    .sort()
    .map(([name, version]) => `${name} ${version}`);
  return {
    title: 'Where these figures come from',
    paragraphs: [
      `Run ${digest}, made by ${tool.name} ${tool.version} from suite ${record.suite.name} with seed ${seed}.`,
      `On ${environment.processor} (${environment.architecture}, ${environment.platform}), ${environment.device}, Node ${environment.node}, ${libraries.join(', ')}. Another kind of processor may change the last bits of a template.`,
      `To check the figures: falsematch verify DIR. To measure again: falsematch run ${record.suite.name}, then falsematch verify NEW --against DIR.`,
    ],
    tables: [
      {
        columns: ['dataset', 'samples', 'content digest', 'licence', 'consent'],
        rows: record.datasets.map((d) => [d.name, samplesText(d.samples, d.subjects), d.digest, d.licence, d.consent]),
      },
      {
        columns: ['system', 'part', 'file SHA-256', 'licence'],
        rows: record.systems.flatMap(systemRows),
      },
    ],
  };
}

function samplesText(samples: number, subjects: number | undefined): string {
  return subjects === undefined ? count(samples) : `${count(samples)} of ${count(subjects)} subjects`;
}

function systemRows({ name, model, detector, landmarks, policy, flipSum }: SystemRecord): string[][] {
  const parts = [
    [name, `template model ${model.name}${flipSum ? ', mirror image added' : ''}`, model.sha256, model.licence],
    [
      name,
      `detector ${detector.name}, score at least ${percent(detector.scoreThreshold)}, face policy ${policy}`,
      detector.sha256,
      detector.licence,
    ],
  ];
  if (landmarks) parts.push([name, `points ${landmarks.name}`, landmarks.sha256, landmarks.licence]);
  return parts;
}
