import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { schemaProblem } from '../catalog/schema-problem.js';
import { sha256Of } from '../files/digest.js';
import { FalsematchError, messageOf } from '../files/errors.js';
import { codeOf } from '../files/write-problem.js';
import { RUN_SCHEMA, type RunRecord, runRecordSchema } from './run-record.js';

/** Reads `run.json` alone, and the digest that is the run's name. Throws for another schema and for a damaged one. */
export async function readRecord(directory: string): Promise<{ readonly record: RunRecord; readonly digest: string }> {
  const text = (await readRunFile(directory, 'run.json')).toString('utf8');
  const record = parseRunJson<RunRecord>(text, join(directory, 'run.json'), runRecordSchema);
  return { record, digest: sha256Of(text) };
}

/** The bytes of a file of a run directory. Throws, naming the folder, where there is none. */
export async function readRunFile(directory: string, path: string): Promise<Buffer> {
  try {
    return await readFile(join(directory, ...path.split('/')));
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

/** What a JSON file of a run says. Throws, naming it, for another schema and for whatever is none of it. */
export function parseRunJson<T>(text: string, name: string, schema: z.ZodType<T>): T {
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
