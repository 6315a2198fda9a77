import type { ReportSection } from '../section.js';
import type { Alone, ComparedRun, ComparedRuns } from './compared-runs.js';

/** What two runs are, in what they are not the same, and what only one of them has; first of all what was changed. */
export function runsSections(compared: ComparedRuns): ReportSection[] {
  return [...changed(compared), whatTheyAre(compared), ...notTheSame(compared), ...onlyOne(compared)];
}

/** The one sentence where there is nothing to set side by side; undefined where there is. */
export function nothingText({ isOneRun, tasks }: ComparedRuns): string | undefined {
  if (isOneRun) {
    return 'Both are one and the same run, to the byte of every table, so every figure is the same; "falsematch compare" with one folder tests its systems against each other.';
  }
  if (tasks.length === 0) return 'The two runs have no task in common, so no figure can be set beside another.';
  return tasks.some(({ couples }) => couples.length > 0)
    ? undefined
    : 'No task was measured by both runs with systems that can be held against each other, so no figure can be set beside another.';
}

function changed({ first, second }: ComparedRuns): ReportSection[] {
  const notes = [
    ['A', first],
    ['B', second],
  ] as const;
  const paragraphs = notes.flatMap(([name, { altered }]) =>
    altered.length === 0
      ? []
      : [
          `${name}: ${altered.join(', ')} changed since the run was made. Do not rely on what follows before "falsematch verify" finds nothing.`,
        ],
  );
  return paragraphs.length === 0 ? [] : [{ title: 'Changed since it was made', paragraphs, tables: [] }];
}

function whatTheyAre(compared: ComparedRuns): ReportSection {
  const { first, second } = compared;
  const cells = FACTS.map(([label, of]) => [label, of(first), of(second)]);
  const nothing = nothingText(compared);
  return {
    title: 'The two runs',
    paragraphs: nothing === undefined ? [] : [nothing],
    tables: [{ columns: ['what', 'A', 'B'], rows: cells }],
  };
}

const FACTS: readonly (readonly [label: string, of: (run: ComparedRun) => string])[] = [
  ['title', ({ record }) => record.suite.title],
  ['suite', ({ record }) => record.suite.name],
  ['digest', ({ digest }) => digest],
  ['made by', ({ record: { tool } }) => `${tool.name} ${tool.version}`],
  [
    'on',
    ({ record: { environment: e } }) =>
      `${e.processor} (${e.architecture}, ${e.platform}), ${e.device}, Node ${e.node}`,
  ],
  [
    'libraries',
    ({ record }) =>
      Object.entries(record.environment.libraries)
        .sort()
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
  ],
  ['seed', ({ record }) => String(record.seed)],
  ['systems', ({ record }) => record.systems.map(({ name }) => name).join(', ')],
  ['datasets', ({ record }) => record.datasets.map(({ name }) => name).join(', ')],
  ['tasks', ({ record }) => record.tasks.map(({ id }) => id).join(', ')],
];

function notTheSame({ differs }: ComparedRuns): ReportSection[] {
  if (differs.length === 0) return [];
  return [
    {
      title: 'Not the same measurement',
      paragraphs: [
        'What both runs name and what is not alike in them. Figures that rest on it differ for that reason too.',
      ],
      tables: [],
      notes: differs.map((text) => `${text}.`),
    },
  ];
}

function onlyOne({ first, second, onlyFirst, onlySecond }: ComparedRuns): ReportSection[] {
  const kinds = ['systems', 'tasks'] as const;
  const rows = kinds
    .map((kind) => [kind, onlyFirst[kind].join(', '), onlySecond[kind].join(', ')])
    .filter(([, a, b]) => a !== '' || b !== '');
  if (rows.length === 0) return [];
  return [
    {
      title: 'Measured by one run alone',
      paragraphs: [],
      tables: [{ columns: ['what', 'A alone', 'B alone'], rows }],
      notes: [...reasons('B', onlyFirst, second), ...reasons('A', onlySecond, first)],
    },
  ];
}

/** Why the other run has not measured a system, where it says so. */
function reasons(other: string, { systems }: Alone, { record }: ComparedRun): string[] {
  return record.notMeasured
    .filter(({ what }) => systems.includes(what))
    .map(({ what, reason }) => `${other} could not measure ${what}: ${reason}`);
}
