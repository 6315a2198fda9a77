import { count, levelText, percent } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { PlateSystemRecord, SystemRecord, TaskRecord } from '../results/run-record.js';
import { conditionSections } from './conditions/condition-sections.js';
import { rateText, scoreText } from './format.js';
import { fusionText } from './fusion-text.js';
import { groupSections } from './group-section.js';
import { type HeadlineSystem, headline } from './headline.js';
import { isDrawn } from './is-drawn.js';
import { otherwiseSections } from './otherwise-section.js';
import { peopleSections } from './people-section.js';
import { placementText, uncheckedSentence } from './placement-text.js';
import { plateSections } from './plates/plate-sections.js';
import { platesText } from './plates/plates-text.js';
import { searchText } from './search-text.js';
import type { Reported, ReportSection, ReportTable } from './section.js';
import { suspectSections } from './suspect-section.js';

/** The figures that are shown first, a part for each task as published. */
export function headlineSections(all: Reported): ReportSection[] {
  const run = asPublished(all);
  return headline(run).map(({ task, systems, notes }) => ({
    title: `${task.title} (${task.protocol}, ${task.dataset})`,
    paragraphs: [readingText(run, task), ...(isDrawn(run, task) ? [DRAWN] : []), ...(task.caveat ? [task.caveat] : [])],
    tables: [sideBySide(systems)],
    notes,
  }));
}

/** Everything else, for whoever wants to know more and how it was come by, in reading order. */
export function expertSections(all: Reported): ReportSection[] {
  const run = asPublished(all);
  return [
    ...conditionSections(all),
    ...groupSections(run),
    ...otherwiseSections(run),
    ...peopleSections(run),
    ...suspectSections(run),
    ...plateSections(run),
    ...allFigures(run),
  ];
}

/** What was measured through conditions has parts of its own. */
function asPublished(all: Reported): Reported {
  return { ...all, record: { ...all.record, tasks: all.record.tasks.filter(({ condition }) => !condition) } };
}

const DRAWN =
  'The pictures are drawn by a generator, not photographed. They isolate conditions and do not replace photographs.';

function readingText(run: Reported, task: TaskRecord): string {
  if (task.plates) return platesText(task.plates, task.level);
  const text = task.search ? searchText(task.search, task.level) : comparisonText(task, labelled(run, task));
  return `${text}${fusionText(task)}`;
}

function comparisonText({ level }: TaskRecord, known: boolean): string {
  return `Rates as value [${levelText(level)} interval] errors of trials. A picture without a template counts as a miss. The intervals know that comparisons share people${known ? '' : ', as far as pictures tell, since nobody knows who is on them'}; how they are made, and what they would be if comparisons were independent, stands in the table of all figures. Thresholds are set on these data (self-calibrated), and the interval of a miss rate sets its threshold anew, so it carries how few false matches pin that threshold down.`;
}

function labelled({ record }: Reported, { dataset }: TaskRecord): boolean {
  return record.datasets.some(({ name, subjects }) => name === dataset && subjects !== undefined);
}

/** One row a figure, one column a system, so that systems can be compared. */
function sideBySide(systems: readonly HeadlineSystem[]): ReportTable {
  const figureNames = [...new Set(systems.flatMap(({ figures }) => figures.map(({ name }) => name)))];
  return {
    columns: ['figure', ...systems.map(({ name }) => name)],
    rows: figureNames.map((name) => [
      name,
      ...systems.map(({ figures }) => figures.find((figure) => figure.name === name)?.text ?? ''),
    ]),
  };
}

/** Groups and people have tables of their own, and every row stands in metrics.csv. */
function allFigures({ record, rows }: Reported): ReportSection[] {
  return record.tasks.map((task) => ({
    title: `All figures of ${task.title}`,
    paragraphs: [],
    tables: [
      {
        columns: ['system', 'metric', 'view', 'result', 'interval', 'threshold', 'set by'],
        rows: rows
          .filter((row) => row.task === task.id && isWhole(row, task) && !ELSEWHERE.test(row.metric))
          .map(figureRow),
      },
    ],
  }));
}

/** The groups of rows that are about everybody. */
const WHOLE = ['all', 'failures-excluded', 'errata-excluded', 'held-out'];

/** Of searches every list stands there, but not each of the splits over which a mean is taken. */
function isWhole({ group }: MetricRow, { search }: TaskRecord): boolean {
  return WHOLE.includes(group) || search?.kind === 'sizes';
}

/** Rows that have tables of their own: how errors are spread over people, characters, and confidences. */
const ELSEWHERE =
  /^(false-match-share|goats|lambs|plate-(source|false-read-source|confusion|position|confidence|right@|calibration|risk))/;

function figureRow(row: MetricRow): string[] {
  const { model, metric, at, group, method, threshold, errors, value } = row;
  const share = row.over === 'subjects' || metric.startsWith('EER');
  const result = errors === null && value !== null && !share ? plainFigure(row) : rateText(row);
  const view = group === 'all' ? 'failures counted' : group;
  const name = `${at ? `${metric} at ${at}` : metric}${row.over === 'subjects' ? ', averaged over people' : ''}`;
  return [model, name, view, result, method, scoreText(threshold), row.calibration];
}

function plainFigure({ value, low, high, trials }: MetricRow): string {
  const interval = low === null || high === null ? '' : ` [${low.toFixed(5)}, ${high.toFixed(5)}]`;
  return `${value?.toFixed(5)}${interval}${trials === null ? '' : ` over ${count(trials)}`}`;
}

/** By what, on what and from what everything was measured, and how to check it. */
export function provenanceSection({ record, digest }: Reported): ReportSection {
  const { tool, environment, seed } = record;
  const libraries = Object.entries(environment.libraries)
    .sort()
    .map(([name, version]) => `${name} ${version}`);
  return {
    title: 'Where these figures come from',
    paragraphs: [
      `Run ${digest}, made by ${tool.name} ${tool.version} from suite ${record.suite.name} with seed ${seed}.`,
      `On ${environment.processor} (${environment.architecture}, ${environment.platform}), ${environment.device}, Node ${environment.node}, ${libraries.join(', ')}. Another kind of processor may change the last bits of a template.`,
      ...sentences(uncheckedSentence(record)),
      `When it was measured stands in timings.json of the run directory, which is no part of its name. To check the figures: falsematch verify DIR. To measure again: falsematch run ${record.suite.name}, then falsematch verify NEW --against DIR.`,
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

function sentences(sentence: string | undefined): string[] {
  return sentence === undefined ? [] : [sentence];
}

function systemRows(system: SystemRecord): string[][] {
  if ('reader' in system) return plateSystemRows(system);
  const { name, model, detector, landmarks, policy, flipSum } = system;
  const parts = [
    [
      name,
      `template model ${model.name}${flipSum ? ', mirror image added' : ''}${placementText(model)}`,
      model.sha256,
      model.licence,
    ],
    detector
      ? [
          name,
          `detector ${detector.name}, score at least ${percent(detector.scoreThreshold)}, face policy ${policy}${placementText(detector)}`,
          detector.sha256,
          detector.licence,
        ]
      : [name, 'no detector: the faces that the dataset marks', '', ''],
  ];
  if (landmarks)
    parts.push([name, `points ${landmarks.name}${placementText(landmarks)}`, landmarks.sha256, landmarks.licence]);
  return parts;
}

function plateSystemRows({ name, detector, reader, margin, labelMargin }: PlateSystemRecord): string[][] {
  const around = ({ x, y }: PlateSystemRecord['margin']) =>
    `${percent(x)} of its width and ${percent(y)} of its height`;
  return [
    [
      name,
      `plate reader ${reader.name}, ${around(margin)} around a plate, ${around(labelMargin)} around a label${placementText(reader)}`,
      reader.sha256,
      reader.licence,
    ],
    [
      name,
      `plate detector ${detector.name}, score at least ${percent(detector.scoreThreshold)}${placementText(detector)}`,
      detector.sha256,
      detector.licence,
    ],
  ];
}
