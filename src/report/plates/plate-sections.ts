import type { TextRule } from '../../plates/normalise.js';
import { percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import type { Reported, ReportSection, ReportTable } from '../section.js';
import { plateText } from './plate-headline.js';
import { platesByGroup } from './plates-by-group.js';

/** What a reader of plates wants to know beyond the figures that are shown first: why, where, and how sure. */
export function plateSections(run: Reported): ReportSection[] {
  return run.record.tasks
    .filter(({ protocol }) => protocol === 'plates')
    .flatMap((task) => {
      const systems = systemsOfTask(run.record, task).map(({ name }) => name);
      const rows = run.rows.filter((row) => row.task === task.id);
      const whole = rows.filter(({ group }) => group === 'all');
      return [
        sources(task, whole, systems),
        ...platesByGroup(task, rows, systems),
        characters(task, whole, systems),
        confidence(task, whole, systems),
      ].flatMap((section) => (section.tables.length > 0 ? [{ ...section, notes: [STAR] }] : []));
    });
}

/** The stars of these tables, of which there are many, all mean this. */
const STAR = '* No error, or fewer than five that share no vehicle: the upper end is what the data do not exclude.';

/** One row a figure, one column a system. */
function sideBySide(
  heading: string,
  rows: readonly MetricRow[],
  systems: readonly string[],
  label: Label,
): ReportTable {
  const names = [...new Set(rows.map(label))];
  const cell = (name: string, system: string) => {
    const row = rows.find((one) => one.model === system && label(one) === name);
    return row ? plateText(row) : '';
  };
  return {
    columns: [heading, ...systems],
    rows: names.map((name) => [name, ...systems.map((system) => cell(name, system))]),
  };
}

type Label = (row: MetricRow) => string;

const RULES: readonly TextRule[] = ['strict', 'O=0, I=1'];

function sources({ title }: TaskRecord, rows: readonly MetricRow[], systems: readonly string[]): ReportSection {
  return {
    title: `Where the errors come from: ${title}`,
    paragraphs: [
      'Every plate stands in one line, the first that holds, and the shares of a column add up to 100%. Not found: nothing that was found overlaps it by a tenth. Wrong box: something does, by too little. Loose box: found, but read right only at the place that the dataset marks. O/0 or I/1: right once the letter O counts as 0 and the letter I as 1. The other lines are by what the best alignment of the two texts needs. Then the texts that the system gave out and that are wrong: misread at a plate that was found, read off something else though they are the text of a plate in the picture (a second detection, or a box that is too far off), and of no plate at all.',
    ],
    tables: [
      ['plate-source', 'text rule'] as const,
      ['plate-false-read-source', 'wrong, of all texts given out,'] as const,
    ].flatMap(([wanted, heading]) =>
      RULES.flatMap((rule) => {
        const under = rows.filter(({ metric, at }) => metric === wanted && at.startsWith(`${rule}: `));
        if (under.length === 0) return [];
        return [sideBySide(`${heading} ${rule}`, under, systems, ({ at }) => at.slice(rule.length + 2))];
      }),
    ),
  };
}

/** How many confusions a table of them shows. */
const SHOWN_CONFUSIONS = 12;

function characters({ title }: TaskRecord, rows: readonly MetricRow[], systems: readonly string[]): ReportSection {
  const confusions = rows.filter(({ metric, at }) => metric === 'plate-confusion' && at.startsWith('strict: '));
  const times = new Map<string, number>();
  for (const { at, errors } of confusions) times.set(at, (times.get(at) ?? 0) + (errors ?? 0));
  const frequent = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, SHOWN_CONFUSIONS);
  const shown = frequent.flatMap(([at]) => confusions.filter((row) => row.at === at));
  const positions = rows.filter(({ metric, at }) => metric === 'plate-position' && at.startsWith('strict: '));
  const tables = [
    ...(shown.length > 0
      ? [
          sideBySide('character, read as', shown, systems, ({ at }) =>
            at.slice('strict: '.length).replace(' as ', ' → '),
          ),
        ]
      : []),
    ...(positions.length > 0
      ? [sideBySide('position', positions, systems, ({ at }) => at.slice('strict: '.length))]
      : []),
  ];
  return {
    title: `Characters taken for others: ${title}`,
    paragraphs: [
      'The most frequent confusions under the text rule strict, of the times that the true character was there in plates of which something was read ("nothing" is a character that is not read, or one that is read where there is none); all of them stand in metrics.csv. Then errors by the position of the true character, from the left.',
    ],
    tables,
  };
}

function confidence({ title }: TaskRecord, rows: readonly MetricRow[], systems: readonly string[]): ReportSection {
  const covered = rows.filter(({ metric }) => metric === 'plate-right@coverage');
  const summary = rows.filter(({ metric }) => metric === 'plate-calibration-error' || metric === 'plate-risk-coverage');
  if (covered.length === 0) return { title: '', paragraphs: [], tables: [] };
  const bins = systems.map((system) => reliability(system, rows));
  return {
    title: `What the confidence is worth: ${title}`,
    paragraphs: [
      "Right texts among those given out, false plates' texts among them, when the least confident are rejected. Below: the expected calibration error (0 where confidence is the share that is right; chance alone makes it larger) and the area under risk over coverage (0 is best). Then, under the text rule strict, texts by falling confidence in bins of equal count.",
    ],
    tables: [
      sideBySide('right, of the most confident', covered, systems, ({ at }) => coverageLabel(at)),
      sideBySide('', summary, systems, ({ metric, at }) =>
        metric === 'plate-risk-coverage' ? `risk over coverage, ${at}` : `calibration error, ${at}`,
      ),
      ...bins.filter(({ rows: lines }) => lines.length > 0),
    ],
  };
}

/** "O=0, I=1, 0.9" → "90%, O=0, I=1" */
function coverageLabel(at: string): string {
  const comma = at.lastIndexOf(', ');
  return `${percent(Number(at.slice(comma + 2)))}, ${at.slice(0, comma)}`;
}

function reliability(system: string, rows: readonly MetricRow[]): ReportTable {
  const own = rows.filter(({ model, at }) => model === system && at.startsWith('strict, bin '));
  const means = new Map(own.filter(({ metric }) => metric === 'plate-confidence').map(({ at, value }) => [at, value]));
  return {
    columns: [system, 'mean confidence', 'right'],
    rows: own
      .filter(({ metric }) => metric === 'plate-right@confidence')
      .map((row) => [row.at.slice('strict, '.length), percent(means.get(row.at) ?? 0), plateText(row)]),
  };
}
