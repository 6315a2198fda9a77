import { readFile } from 'node:fs/promises';
import { FalsematchError } from '../../files/errors.js';
import { readCsv } from '../read-csv.js';
import type { Sample } from '../sample.js';
import { type LayoutReader, pictureOf } from './layout.js';
import { manifestFile } from './manifest-file.js';
import { pathBelow } from './path-below.js';

/** One line of a manifest: the picture's path below the manifest's folder, its subject, and any further columns. */
export interface ManifestLine {
  readonly path: string;
  readonly subject: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The lines of a manifest: CSV with a header that has at least `path` and `subject`; further columns become attributes.
 * Throws with the manifest's name and the line for whatever cannot be read.
 */
export function parseManifest(text: string, name: string): ManifestLine[] {
  const rows = readCsv(text, name);
  const seen = new Set<string>();
  return rows.map((row, index) => {
    const { path, subject, ...attributes } = row;
    const line = `${name}, record ${index + 1}`;
    if (path === undefined || subject === undefined) {
      throw new FalsematchError(
        `${name} must have the columns "path" and "subject"; it has ${Object.keys(row).join(', ')}.`,
      );
    }
    if (path === '' || subject === '') throw new FalsematchError(`${line}: "path" and "subject" must not be empty.`);
    const id = pathBelow(path, line);
    if (seen.has(id))
      throw new FalsematchError(`${line}: "${path}" is listed a second time; each picture counts once.`);
    seen.add(id);
    return { path: id, subject, attributes };
  });
}

/** A manifest and the pictures that it names; a picture that is named but not there stays in, without a path. */
export const readCsvManifest: LayoutReader = async (input) => {
  const { path: manifest, shown, files } = manifestFile(input);
  const lines = parseManifest(await readFile(manifest, 'utf8'), shown);
  return lines.map(
    ({ path, subject, attributes }): Sample => ({
      id: path,
      ...pictureOf(input, files.get(path)),
      subject,
      attributes,
    }),
  );
};
