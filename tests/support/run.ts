import { packageVersion } from '../../src/files/package-folder.js';
import { taskDigest } from '../../src/results/consistency.js';
import type { FileContent } from '../../src/results/file-content.js';
import type { ReadRun } from '../../src/results/read-run.js';
import { digestFiles, figureFiles, type Run, recordFile } from '../../src/results/run-files.js';
import type { RunRecord, TaskRecord } from '../../src/results/run-record.js';
import { RUN_SCHEMA } from '../../src/results/run-record.js';
import { runRows } from '../../src/results/run-rows.js';
import type { RunTables, SystemTables } from '../../src/results/run-tables.js';

const SHA = 'a'.repeat(64);

const UNSIGNED = {
  id: 'view',
  title: 'Made-up view',
  protocol: 'pairs' as const,
  dataset: 'made-up',
  at: ['1e-1', '1e-3'],
  level: 0.95,
  caveat: 'Made up.',
  pairs: 'made-up/pairs.csv',
  pairsSha256: SHA,
  comparisons: 40,
} satisfies Omit<TaskRecord, 'digest'>;

export const TASK: TaskRecord = signed(UNSIGNED);

/** Forty comparisons in two folds: mated scores high, non-mated low, two wrong, one failed. */
export function madeUpTables(): SystemTables {
  const comparisons = Array.from({ length: 40 }, (_, index) => {
    const mated = index % 2 === 0;
    const base = {
      a: `s${index}/1.jpg`,
      b: mated ? `s${index}/2.jpg` : `s${index - 1}/1.jpg`,
      mated,
      fold: index < 20 ? 0 : 1,
    };
    const subjects = { subjectA: `s${index}`, subjectB: mated ? `s${index}` : `s${index - 1}` };
    if (index === 4) return { ...base, ...subjects, failure: 'b:no-face' };
    const usual = mated ? 0.6 + index / 100 : 0.1 + index / 200;
    const score = Math.fround(index === 6 ? 0.05 : index === 7 ? 0.9 : usual);
    return { ...base, ...subjects, score, failure: '' };
  });
  const names = [...new Set(comparisons.flatMap(({ a, b }) => [a, b]))].sort();
  const samples = names.map((sample) => {
    const failed = sample === 's4/2.jpg';
    return {
      sample,
      subject: sample.slice(0, sample.indexOf('/')),
      faces: failed ? 0 : 1,
      failure: failed ? 'no-face' : '',
    };
  });
  return { comparisons, samples };
}

/** What a made-up run is made of besides its tables. */
export interface RunParts {
  readonly tasks: readonly TaskRecord[];
  readonly systems: readonly string[];
  /** Systems that read plates. */
  readonly plateSystems?: readonly string[];
  readonly datasets?: RunRecord['datasets'];
  readonly change?: (record: RunRecord) => RunRecord;
}

/** A made-up run with the files that it publishes. */
export type MadeUpRun = Run & { readonly files: Map<string, FileContent> };

const DATASET: RunRecord['datasets'][number] = {
  key: 'data',
  name: 'made-up',
  title: 'Made up',
  digest: SHA,
  samples: 40,
  subjects: 40,
  licence: 'MIT',
  consent: 'none needed',
};

/** The run that has these tables; its figures follow from them, and its digests are right. */
export function runOf(
  tables: RunTables,
  { tasks, systems, plateSystems = [], datasets = [DATASET], change = (record) => record }: RunParts,
): MadeUpRun {
  const rows = runRows({ tasks: [...tasks], datasets, seed: 1 }, tables);
  const files = figureFiles(tables, rows);
  const part = { name: 'made-model', sha256: SHA, licence: 'MIT' };
  const input: [number, number] = [320, 320];
  const detector = { ...part, name: 'made-detector', scoreThreshold: 0.5, nmsThreshold: 0.4, input };
  const record = change({
    schema: RUN_SCHEMA,
    tool: { name: 'falsematch', version: packageVersion() },
    suite: { name: 'made-up', title: 'Made-up suite', description: 'For tests.' },
    seed: 1,
    environment: {
      device: 'cpu',
      processor: 'none',
      architecture: 'x64',
      platform: 'linux',
      node: 'v20',
      libraries: { sharp: '1' },
    },
    systems: [
      ...systems.map((name) => ({
        name,
        model: { ...part, name, rewrites: [], crop: [112, 112] as [number, number] },
        detector,
        policy: 'most-central',
        flipSum: false,
      })),
      ...plateSystems.map((name) => ({
        name,
        detector,
        reader: { ...part, name: 'made-reader', input: [128, 64] as [number, number] },
        margin: { x: 0.08, y: 0.2 },
        labelMargin: { x: 0, y: 0.1 },
      })),
    ],
    datasets,
    tasks: [...tasks],
    notMeasured: [{ what: 'absent-model', reason: 'It cannot be had.' }],
    files: digestFiles(files),
  });
  const { text, digest } = recordFile(record);
  files.set('run.json', text);
  return { record, digest, tables, rows, files };
}

/** A whole run of one system on those comparisons; `change` alters its record. */
export function madeUpRun(change?: RunParts['change']): MadeUpRun {
  const tables: RunTables = new Map([[TASK.id, { systems: new Map([['made-model', madeUpTables()]]) }]]);
  return runOf(tables, { tasks: [TASK], systems: ['made-model'], ...(change ? { change } : {}) });
}

/** A made-up task's record with the digest that it must have. */
export function signed(task: Omit<TaskRecord, 'digest'>): TaskRecord {
  return { ...task, digest: taskDigest(task, SHA) };
}

/** A made-up run as it would be read from its folder. */
export function asRead(run: MadeUpRun): ReadRun {
  const files = new Map([...run.files].filter(([path]) => path !== 'run.json'));
  return { ...run, files, altered: [] };
}
