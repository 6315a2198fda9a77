import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { schemaProblem } from '../catalog/schema-problem.js';
import { sha256Of } from '../files/digest.js';
import { FalsematchError, messageOf } from '../files/errors.js';
import { codeOf } from '../files/write-problem.js';
import { parseComparisons } from './comparison-table.js';
import { parseErrata } from './errata-table.js';
import { type MetricRow, metricRowSchema } from './metric-row.js';
import type { Run, SystemTables, TaskTables } from './run-files.js';
import { RUN_SCHEMA, type RunRecord, runRecordSchema, tablePaths, taskTablePaths } from './run-record.js';
import { parseSamples } from './sample-table.js';
import { parseSubjects } from './subject-table.js';

/** A run as read from its directory, with the files whose bytes are not those that the record names. */
export interface ReadRun extends Run {
  /** The files that the record names, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly altered: readonly string[];
}

/** Reads a run directory. Throws when it is none, is of another schema, or lacks a file that its record names. */
export async function readRun(directory: string): Promise<ReadRun> {
  const text = await readText(directory, 'run.json');
  const record = parseJson<RunRecord>(text, join(directory, 'run.json'), runRecordSchema);
  const texts = new Map<string, string>();
  for (const path of Object.keys(record.files)) texts.set(path, await readText(directory, path));
  const altered = [...texts]
    .filter(([path, content]) => sha256Of(content) !== record.files[path])
    .map(([path]) => path);
  const tables = new Map(record.tasks.map(({ id }) => [id, readTables(id, record, texts, directory)]));
  const rows = parseJson<MetricRow[]>(
    texts.get('metrics.json') ?? '',
    join(directory, 'metrics.json'),
    z.array(metricRowSchema),
  );
  return { record, digest: sha256Of(text), tables, rows, texts, altered };
}

function readTables(
  task: string,
  { systems: named }: RunRecord,
  texts: ReadonlyMap<string, string>,
  directory: string,
): TaskTables {
  const systems = new Map<string, SystemTables>();
  for (const { name } of named) {
    const paths = tablePaths(task, name);
    const comparisons = texts.get(paths.comparisons);
    const samples = texts.get(paths.samples);
    if (comparisons === undefined || samples === undefined) continue;
    systems.set(name, {
      comparisons: parseComparisons(comparisons, join(directory, paths.comparisons)),
      samples: parseSamples(samples, join(directory, paths.samples)),
    });
  }
  const own = taskTablePaths(task);
  const subjects = texts.get(own.subjects);
  const errata = texts.get(own.errata);
  return {
    systems,
    ...(subjects === undefined ? {} : { subjects: parseSubjects(subjects, join(directory, own.subjects)) }),
    ...(errata === undefined ? {} : { errata: parseErrata(errata, join(directory, own.errata)) }),
  };
}

async function readText(directory: string, path: string): Promise<string> {
  try {
    return await readFile(join(directory, ...path.split('/')), 'utf8');
  } catch (cause) {
    const why = codeOf(cause) === 'ENOENT' ? `it has no ${path}` : messageOf(cause);
    // Without run.json it is another folder; with it, a run that somebody has damaged.
    const isRun = path !== 'run.json';
    const advice = isRun ? 'fetch it again from where it was published' : 'name the folder that "falsematch run" wrote';
    throw new FalsematchError(`${directory} is not a complete run directory: ${why}; ${advice}.`, {
      cause,
      kind: isRun ? 'verification' : 'input',
    });
  }
}

function parseJson<T>(text: string, name: string, schema: z.ZodType<T>): T {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new FalsematchError(`${name} is not JSON (${messageOf(cause)}).`, { cause });
  }
  const found = (data as { schema?: unknown } | null)?.schema;
  if (typeof found === 'string' && found !== RUN_SCHEMA) {
    throw new FalsematchError(`${name} has the schema "${found}", and this version reads "${RUN_SCHEMA}".`);
  }
  const result = schema.safeParse(data);
  if (!result.success) throw schemaProblem(name, schema, result.error, data);
  return result.data;
}
