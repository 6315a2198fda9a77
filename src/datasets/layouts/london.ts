import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { FalsematchError } from '../../files/errors.js';
import { absolutePath, filesBelowRoot, isPicture, type LayoutReader } from './layout.js';

const EXPRESSIONS: Readonly<Record<string, string>> = { '03': 'neutral', '08': 'smiling' };

/**
 * Face Research Lab London Set: `NNN_EE.jpg`, subject NNN, expression EE (03 neutral, 08 smiling), with a table of
 * self-reported age, gender and ethnicity by `face_id`.
 */
export const readLondon: LayoutReader = async (input) => {
  const files = filesBelowRoot(input);
  const manifest = files.find(({ id }) => id === input.layout.manifest);
  if (!manifest) throw new FalsematchError(`The dataset ${input.name} holds no table ${input.layout.manifest}.`);
  const rows: Record<string, string>[] = parse(await readFile(absolutePath(input, manifest)), {
    columns: true,
    bom: true,
  });
  const people = new Map(rows.map((row) => [row.face_id ?? '', row]));
  return files
    .filter(({ id }) => isPicture(id))
    .map((file) => {
      const [subject = '', expression = ''] = basename(file.id)
        .replace(/\.[^.]+$/, '')
        .split('_');
      const person = people.get(subject);
      return {
        id: file.id,
        path: absolutePath(input, file),
        sha256: file.sha256,
        subject,
        attributes: {
          expression: EXPRESSIONS[expression] ?? expression,
          age: person?.face_age ?? 'unknown',
          gender: person?.face_gender ?? 'unknown',
          ethnicity: person?.face_eth ?? 'unknown',
        },
      };
    });
};
