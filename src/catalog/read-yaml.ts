import { readFile } from 'node:fs/promises';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { FalsematchError, messageOf } from '../files/errors.js';
import { schemaProblem } from './schema-problem.js';

/**
 * Parses YAML and checks it against a schema. `where` is the name of the file, for messages. Every failure is one
 * sentence: a syntax error names the line, a wrong field names the field, what was expected and what was found.
 */
export function parseYaml<Schema extends z.core.$ZodType>(
  text: string,
  where: string,
  schema: Schema,
): z.output<Schema> {
  const document = parseDocument(text);
  const [problem] = document.errors;
  if (problem) {
    const line = problem.linePos?.[0].line ?? 1;
    const what = (problem.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
    throw new FalsematchError(`${where}, line ${line}: this is not YAML: ${what}.`);
  }
  let data: unknown;
  try {
    data = document.toJS();
  } catch (thrown) {
    throw new FalsematchError(`${where}: this is not YAML: ${messageOf(thrown)}.`, { cause: thrown });
  }
  const result = z.safeParse(schema, data);
  if (!result.success) throw schemaProblem(where, schema, result.error, data);
  return result.data;
}

/** `parseYaml` of a file; a file that cannot be read is one sentence too. */
export async function readYaml<Schema extends z.core.$ZodType>(
  path: string,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await readFile(path, 'utf8').catch((thrown: unknown) => {
    throw new FalsematchError(`Cannot read ${path}: ${messageOf(thrown)}.`, { cause: thrown });
  });
  return parseYaml(text, path, schema);
}
