import { readFile } from 'node:fs/promises';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { FalsematchError, messageOf } from '../files/errors.js';
import { schemaProblem } from './schema-problem.js';

/** What a YAML file holds, and where. */
export interface ReadYaml<Data> {
  readonly data: Data;
  /** "FILE, line 3" for the value at a path, or for the nearest one around it; the file alone where that is all of it. */
  placeOf(path: readonly PropertyKey[]): string;
}

/**
 * Parses YAML and checks it against a schema. `where` is the name of the file, for messages. Every failure is one
 * sentence with the line; a wrong field is named, with what was expected and what was found.
 */
export function parseYaml<Schema extends z.core.$ZodType>(
  text: string,
  where: string,
  schema: Schema,
): z.output<Schema> {
  return parseYamlLines(text, where, schema).data;
}

/** `parseYaml`, for those who also need to tell the line of something that a schema cannot know to be wrong. */
export function parseYamlLines<Schema extends z.core.$ZodType>(
  text: string,
  where: string,
  schema: Schema,
): ReadYaml<z.output<Schema>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
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
  const placeOf = (path: readonly PropertyKey[]) => {
    const line = lineIn(document, lines, path);
    return line === undefined ? where : `${where}, line ${line}`;
  };
  const result = z.safeParse(schema, data);
  if (!result.success) throw schemaProblem(placeOf, schema, result.error, data);
  return { data: result.data, placeOf };
}

function lineIn(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return undefined;
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
